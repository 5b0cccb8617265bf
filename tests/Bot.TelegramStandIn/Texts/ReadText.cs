using System.Text.Json.Nodes;

namespace Bot.TelegramStandIn.Texts;

/// <summary>A part of a text with a look or a meaning.</summary>
/// <param name="Type">As Telegram calls it: "bold", "text_link" …</param>
/// <param name="Offset">In UTF-16 units.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="Argument">The address of a link, the language of a block; null where there is none.</param>
public sealed record TextEntity(string Type, int Offset, int Length, string? Argument = null)
{
    public JsonObject ToWire()
    {
        var wire = new JsonObject { ["type"] = Type, ["offset"] = Offset, ["length"] = Length };
        if (Argument is not null && Type is "text_link" or "pre" or "custom_emoji")
        {
            wire[Type switch { "text_link" => "url", "pre" => "language", _ => "custom_emoji_id" }] = Argument;
        }

        return wire;
    }
}

/// <summary>A text without its markup.</summary>
/// <param name="Text">What readers see.</param>
/// <param name="Entities">In the order in which they begin, outer ones first.</param>
/// <param name="Refusal">Why the server takes no part of it; null when it does.</param>
/// <param name="Remarks">What the documentation forbids and the server lets pass.</param>
public sealed record ReadText(string Text, IReadOnlyList<TextEntity> Entities, string? Refusal, IReadOnlyList<string> Remarks);
