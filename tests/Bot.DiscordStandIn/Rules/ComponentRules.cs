using System.Text.Json;
using Bot.DiscordStandIn.Communities;
using Bot.DiscordStandIn.Facts;

namespace Bot.DiscordStandIn.Rules;

/// <summary>What buttons and other components must be like (components/reference); the description of the API says little of it.</summary>
internal static class ComponentRules
{
    private const int ActionRow = 1, ButtonKind = 2, TextDisplay = 10, LinkStyle = 5, PremiumStyle = 6;

    /// <summary>Rows of a message without the new components.</summary>
    private const int MostRows = 5;

    /// <summary>The new components of a message, the ones inside others too.</summary>
    private const int MostComponents = 40;

    /// <summary>Text of the new components together.</summary>
    private const int LongestTexts = 4000;

    public static IEnumerable<Fault> Check(JsonElement message)
    {
        var all = MessageBody.Items(message, "components").SelectMany(WithInner).ToList();
        var isNew = (MessageBody.Number(message, "flags") & PostedMessage.NewComponents) != 0;
        return (isNew ? New(message, all) : Old(message)).Concat(Unique(all)).Concat(all.Where(one => Kind(one) == ButtonKind).SelectMany(ButtonFaults)).Concat(all.Where(one => Kind(one) == ActionRow).SelectMany(Row));
    }

    private static IEnumerable<Fault> Old(JsonElement message)
    {
        var rows = MessageBody.Items(message, "components").ToList();
        if (rows.Count > MostRows)
        {
            yield return new("/components", "many", "are more than 5 rows");
        }

        if (rows.Exists(row => Kind(row) != ActionRow))
        {
            yield return new("/components", "value", "need the flag 32768 unless they are rows");
        }
    }

    private static IEnumerable<Fault> New(JsonElement message, List<JsonElement> all)
    {
        if (MessageBody.Text(message, "content").Length > 0 || MessageBody.Items(message, "embeds").Any())
        {
            yield return new("/flags", "value", "32768 does not go with content or embeds");
        }

        if (all.Count > MostComponents)
        {
            yield return new("/components", "many", "are more than 40");
        }

        if (all.Where(one => Kind(one) == TextDisplay).Sum(one => MessageBody.Text(one, "content").EnumerateRunes().Count()) > LongestTexts)
        {
            yield return new("/components", "long", "have more than 4000 characters of text");
        }
    }

    private static IEnumerable<Fault> Unique(List<JsonElement> all)
    {
        var ids = all.Select(one => MessageBody.Text(one, "custom_id")).Where(id => id.Length > 0).ToList();
        if (ids.Distinct(StringComparer.Ordinal).Count() < ids.Count)
        {
            yield return new("/components", "value", "have the same custom_id twice");
        }
    }

    private static IEnumerable<Fault> ButtonFaults(JsonElement button)
    {
        var style = MessageBody.Number(button, "style");
        var (hasId, hasUrl) = (MessageBody.Text(button, "custom_id").Length > 0, MessageBody.Text(button, "url").Length > 0);
        if (style != PremiumStyle && (hasUrl != (style == LinkStyle) || hasId == (style == LinkStyle)))
        {
            yield return new("/components", "value", "have a button with the wrong one of custom_id and url");
        }

        if (style != PremiumStyle && MessageBody.Text(button, "label").Length == 0 && MessageBody.Field(button, "emoji") is null or { ValueKind: JsonValueKind.Null })
        {
            yield return new("/components", "missing", "have a button with nothing on it");
        }
    }

    private static IEnumerable<Fault> Row(JsonElement row)
    {
        var inner = MessageBody.Items(row, "components").ToList();
        if (inner.Count > 1 && inner.Exists(one => Kind(one) != ButtonKind))
        {
            yield return new("/components", "value", "have a row with a list of choices and something else");
        }
    }

    private static int Kind(JsonElement component) => MessageBody.Number(component, "type");

    private static IEnumerable<JsonElement> WithInner(JsonElement component) =>
        [component, .. MessageBody.Items(component, "components").SelectMany(WithInner), .. MessageBody.Field(component, "accessory") is { ValueKind: JsonValueKind.Object } accessory ? WithInner(accessory) : []];
}
