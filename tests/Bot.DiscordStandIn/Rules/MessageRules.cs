using System.Globalization;
using System.Text.Json;
using Bot.DiscordStandIn.Communities;
using Bot.DiscordStandIn.Facts;

namespace Bot.DiscordStandIn.Rules;

/// <summary>
/// What Discord's description of messages does not say and its documentation does (resources/message, components/reference). The stricter of the
/// two is asserted.
/// </summary>
public static class MessageRules
{
    /// <summary>The description has 4000 for bots' messages, the documentation 2000.</summary>
    public const int LongestContent = 2000;

    /// <summary>Title, description, names and values of fields, footer and author of all embeds together.</summary>
    public const int LongestEmbeds = 6000;

    public const int MostFiles = 10;

    /// <summary>The default of servers without boosts.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    /// <summary>What Discord would refuse of a message, beside what the facts say.</summary>
    /// <param name="files">Names and sizes of the files that come along, by their number.</param>
    public static IEnumerable<Fault> Check(JsonElement message, IReadOnlyDictionary<string, int> files)
    {
        if (MessageBody.Text(message, "content").EnumerateRunes().Count() > LongestContent)
        {
            yield return new("/content", "long", "is longer than 2000 characters");
        }

        var embeds = MessageBody.Items(message, "embeds").ToList();
        var length = embeds.SelectMany(embed => MessageBody.Words(MessageBody.WithoutNulls(embed)!.AsObject())).Sum(word => word.EnumerateRunes().Count());
        if (length > LongestEmbeds)
        {
            yield return new("/embeds", "long", $"are {length.ToString(CultureInfo.InvariantCulture)} characters together, more than 6000");
        }

        foreach (var fault in embeds.SelectMany(Embed).Concat(ComponentRules.Check(message)).Concat(Files(message, files)).Concat(Nonce(message)).Concat(Mentions(message)))
        {
            yield return fault;
        }
    }

    /// <summary>Whether a message says nothing at all (error 50006).</summary>
    public static bool IsEmpty(JsonElement message, int files) =>
        string.IsNullOrWhiteSpace(MessageBody.Text(message, "content")) && files == 0 && !MessageBody.Items(message, "embeds").Any() && !MessageBody.Items(message, "components").Any();

    /// <summary>
    /// Our own rule, not Discord's: news carry "@everyone" and "&lt;@123&gt;", so each message forbids every mention, even where it has none now.
    /// </summary>
    public static IEnumerable<Fault> Unpinging(JsonElement message)
    {
        var allowed = MessageBody.Field(message, "allowed_mentions");
        if (allowed is not { ValueKind: JsonValueKind.Object } given)
        {
            yield return new("/allowed_mentions", "missing", "is missing: whatever the news say would ping people");
        }
        else if (MessageBody.Field(given, "parse") is not { ValueKind: JsonValueKind.Array } parse || parse.GetArrayLength() > 0
            || MessageBody.Items(given, "users").Any() || MessageBody.Items(given, "roles").Any() || MessageBody.Field(given, "replied_user") is { ValueKind: JsonValueKind.True })
        {
            yield return new("/allowed_mentions", "value", "allows some mentions; it must be {\"parse\":[]}");
        }
    }

    private static IEnumerable<Fault> Embed(JsonElement embed)
    {
        if (!MessageBody.Words(MessageBody.WithoutNulls(embed)!.AsObject()).Any(word => word.Length > 0) && MessageBody.Field(embed, "image") is null && MessageBody.Field(embed, "thumbnail") is null)
        {
            yield return new("/embeds", "missing", "has an embed without anything in it");
        }

        foreach (var field in MessageBody.Items(embed, "fields"))
        {
            if (string.IsNullOrWhiteSpace(MessageBody.Text(field, "name")) || string.IsNullOrWhiteSpace(MessageBody.Text(field, "value")))
            {
                yield return new("/embeds/fields", "missing", "has a field without a name or a value");
            }
        }
    }

    private static IEnumerable<Fault> Files(JsonElement message, IReadOnlyDictionary<string, int> files)
    {
        if (files.Count > MostFiles || files.Values.Any(size => size > LargestFile))
        {
            yield return new("/attachments", "many", "are more than 10 files, or one is larger than 10 MiB");
        }

        // An attachment with a short number names one of the files that come along; a long one is a file that is already there.
        foreach (var attachment in MessageBody.Items(message, "attachments").Where(one => MessageBody.Text(one, "id").Length is > 0 and < 3))
        {
            if (!files.ContainsKey(MessageBody.Text(attachment, "id")))
            {
                yield return new("/attachments", "value", $"names file {MessageBody.Text(attachment, "id")}, which did not come along");
            }
        }
    }

    private static IEnumerable<Fault> Nonce(JsonElement message)
    {
        if (MessageBody.Field(message, "enforce_nonce") is { ValueKind: JsonValueKind.True } && MessageBody.Field(message, "nonce") is null or { ValueKind: JsonValueKind.Null })
        {
            yield return new("/nonce", "missing", "is missing though it shall be enforced");
        }
    }

    private static IEnumerable<Fault> Mentions(JsonElement message)
    {
        if (MessageBody.Field(message, "allowed_mentions") is not { ValueKind: JsonValueKind.Object } allowed)
        {
            yield break;
        }

        var parsed = MessageBody.Items(allowed, "parse").Select(one => one.GetString()).ToList();
        foreach (var kind in (string[])["users", "roles"])
        {
            if (parsed.Contains(kind) && MessageBody.Items(allowed, kind).Any())
            {
                yield return new($"/allowed_mentions/{kind}", "value", "are both listed and allowed as a whole");
            }
        }
    }
}
