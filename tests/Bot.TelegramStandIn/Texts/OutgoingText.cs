using System.Text.Json.Nodes;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Specification;
using Bot.TelegramStandIn.Wire;

namespace Bot.TelegramStandIn.Texts;

/// <summary>The text of a message that the bot sends or edits, with its looks.</summary>
/// <param name="Markup">As it was sent.</param>
internal sealed record OutgoingText(string Text, IReadOnlyList<JsonObject> Entities, string Markup)
{
    /// <summary>Reads a text or a caption as the server does.</summary>
    /// <param name="field">"text" or "caption".</param>
    public static OutgoingText Read(World world, ApiCall call, ApiField field)
    {
        var sent = call.Text(field.Name) ?? "";
        if (field.IsRequired && sent.Length == 0)
        {
            throw RefusalException.Bad("message text is empty");
        }

        var read = Parsed(world, call, sent, field);
        world.Report("bot", call.Method, read.Remarks.Select(remark => new Breach(field.Name, remark)));
        var (text, entities) = Trimmed(read);
        if (field.Name == "text" && text.Length == 0)
        {
            throw RefusalException.Bad("text must be non-empty");
        }

        if (field.Limit.Characters is { } most && text.Length > most.Most)
        {
            world.Report("bot", call.Method, [new(field.Name, $"has {text.Length} characters, not {most}")]);
            throw RefusalException.Bad(field.Name == "text" ? "message is too long" : "message caption is too long");
        }

        var found = FoundEntities.In(text).Where(entity => !entities.Any(other => entity.Offset < other.Offset + other.Length && other.Offset < entity.Offset + entity.Length));
        var given = call.List(field.Name == "text" ? "entities" : "caption_entities")?.Select(entity => entity!.DeepClone().AsObject());
        return new(text, [.. given ?? entities.Concat(found).OrderBy(entity => entity.Offset).Select(entity => Wire(world, entity))], sent);
    }

    /// <summary>Puts it into a message.</summary>
    public void WriteTo(JsonObject wire, string field)
    {
        var entities = field == "text" ? "entities" : "caption_entities";
        wire.Remove(entities);
        if (Text.Length > 0)
        {
            wire[field] = Text;
        }

        if (Entities.Count > 0)
        {
            wire[entities] = new JsonArray([.. Entities.Select(entity => entity.DeepClone())]);
        }
    }

    private static ReadText Parsed(World world, ApiCall call, string sent, ApiField field)
    {
        switch (call.Text("parse_mode")?.ToUpperInvariant())
        {
            case null or "":
                return new(sent, [], null, []);
            case "HTML":
                var read = HtmlReading.Read(sent);
                return read.Refusal is null ? read : throw Refused(world, call, field, $"can't parse entities: {read.Refusal}");
            case "MARKDOWN" or "MARKDOWNV2":
                world.Report("stand-in", call.Method, [new("parse_mode", "is not played: only HTML is")]);
                return new(sent, [], null, []);
            default:
                throw Refused(world, call, field, "unsupported parse_mode");
        }
    }

    // A text that the server refuses is a mistake of the bot, whatever it does about the refusal.
    private static RefusalException Refused(World world, ApiCall call, ApiField field, string why)
    {
        world.Report("bot", call.Method, [new(field.Name, why)]);
        return RefusalException.Bad(why);
    }

    private static (string Text, IReadOnlyList<TextEntity> Entities) Trimmed(ReadText read)
    {
        var text = read.Text.Trim();
        var before = read.Text.Length - read.Text.TrimStart().Length;
        return (text,
        [
            .. read.Entities
                .Select(entity => (Entity: entity, From: Math.Max(0, entity.Offset - before), To: Math.Min(text.Length, entity.Offset + entity.Length - before)))
                .Where(part => part.To > part.From)
                .Select(part => part.Entity with { Offset = part.From, Length = part.To - part.From }),
        ]);
    }

    private static JsonObject Wire(World world, TextEntity entity)
    {
        var wire = entity.ToWire();
        if (entity.Type == "text_mention")
        {
            var id = long.TryParse(entity.Argument!.Split('=')[^1], out var number) ? number : 0;
            wire["user"] = (world.Chats.GetValueOrDefault(id)?.Members.GetValueOrDefault(id)?.Who ?? new Account(id, "Somebody", null, null, IsBot: false)).ToWire();
        }

        return wire;
    }
}
