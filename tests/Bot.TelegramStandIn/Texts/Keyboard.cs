using System.Text;
using System.Text.Json.Nodes;
using Bot.TelegramStandIn.Wire;

namespace Bot.TelegramStandIn.Texts;

/// <summary>What the server checks of buttons under a message before it takes them.</summary>
internal static class Keyboard
{
    /// <summary>Not documented; what bots meet.</summary>
    private const int MostButtons = 100;

    /// <summary>Puts the buttons of a request into a message; without any it has none.</summary>
    public static void WriteTo(JsonObject wire, ApiCall call)
    {
        wire.Remove("reply_markup");
        if (call.Fields["reply_markup"] is not { } sent)
        {
            return;
        }

        if (sent is not JsonObject markup)
        {
            throw RefusalException.Bad("object expected as reply markup");
        }

        if (markup["inline_keyboard"] is not JsonArray rows)
        {
            return; // Keyboards for replies are not part of the message that others see.
        }

        var buttons = rows.SelectMany(row => row as JsonArray ?? []).OfType<JsonObject>().ToList();
        foreach (var button in buttons)
        {
            Check(button);
        }

        if (buttons.Count > MostButtons)
        {
            throw RefusalException.Bad("reply markup is too long");
        }

        if (buttons.Count > 0)
        {
            wire["reply_markup"] = markup.DeepClone();
        }
    }

    private static void Check(JsonObject button)
    {
        if (string.IsNullOrEmpty((string?)button["text"]))
        {
            throw RefusalException.Bad("can't parse inline keyboard button: Field \"text\" must be of type String");
        }

        if (button.All(pair => pair.Key is "text" or "style" or "icon_custom_emoji_id"))
        {
            throw RefusalException.Bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        }

        if ((string?)button["callback_data"] is { } data && Encoding.UTF8.GetByteCount(data) is 0 or > 64)
        {
            throw RefusalException.Bad("BUTTON_DATA_INVALID");
        }

        if ((string?)button["url"] is { } link && !(Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "tg"))
        {
            throw RefusalException.Bad($"inline keyboard button URL '{link}' is invalid: Unsupported URL protocol");
        }
    }
}
