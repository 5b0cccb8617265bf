using System.Collections.Frozen;

namespace Bot.TelegramStandIn.Texts;

/// <summary>A start tag of the mode "HTML".</summary>
/// <param name="Argument">The address of a link, the language of code, the id of an emoji, "" for a quotation that opens; null otherwise.</param>
/// <param name="Remarks">What the documentation does not know of and the server lets pass.</param>
internal sealed record HtmlTag(string Name, string? Argument, IReadOnlyList<string> Remarks)
{
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["b"] = "bold",
        ["strong"] = "bold",
        ["i"] = "italic",
        ["em"] = "italic",
        ["u"] = "underline",
        ["ins"] = "underline",
        ["s"] = "strikethrough",
        ["strike"] = "strikethrough",
        ["del"] = "strikethrough",
        ["tg-spoiler"] = "spoiler",
        ["span"] = "spoiler",
        ["a"] = "text_link",
        ["tg-emoji"] = "custom_emoji",
        ["code"] = "code",
        ["pre"] = "pre",
        ["blockquote"] = "blockquote",
        ["tg-time"] = "date_time",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The entity that comes of it; none for a link without an address.</summary>
    public string? EntityType => Name switch
    {
        "a" when string.IsNullOrEmpty(Argument) => null,
        "a" when Argument.StartsWith("tg://user?id=", StringComparison.Ordinal) => "text_mention",
        "blockquote" when Argument is not null => "expandable_blockquote",
        _ => Types[Name],
    };

    /// <summary>Reads one from its "&lt;".</summary>
    /// <param name="byteOffset">Where it stands, as refusals name it.</param>
    public static (HtmlTag? Tag, int Next, string? Refusal) ReadAt(string html, int begin, int byteOffset)
    {
        var at = begin + 1;
        while (at < html.Length && !char.IsWhiteSpace(html[at]) && html[at] != '>')
        {
            at++;
        }

        var name = html[(begin + 1)..at].ToLowerInvariant();
        if (at >= html.Length)
        {
            return (null, at, $"Unclosed start tag at byte offset {byteOffset}");
        }

        if (!Types.ContainsKey(name))
        {
            return (null, at, $"Unsupported start tag \"{name}\" at byte offset {byteOffset}");
        }

        var (attributes, next, refusal) = HtmlAttributes.ReadAt(html, at, name, byteOffset);
        if (refusal is not null)
        {
            return (null, next, refusal);
        }

        var argument = ArgumentOf(name, attributes);
        return name == "span" && argument != "spoiler"
            ? (null, next, $"Tag \"span\" must have class \"tg-spoiler\" at byte offset {byteOffset}")
            : (new(name, argument, [.. Strange(name, argument, attributes)]), next, null);
    }

    /// <summary>What the documentation says of tags in tags: nothing in code and pre but code in pre, no quotation in a quotation, no link in a link.</summary>
    public static IEnumerable<string> Nesting(HtmlTag inner, IEnumerable<HtmlTag> outer) => outer
        .Where(tag => tag.Name switch
        {
            "code" => true,
            "pre" => inner.Name != "code",
            "blockquote" or "a" => inner.Name == tag.Name,
            _ => inner.Name is "code" or "pre" && tag.Name is not "a" and not "blockquote",
        })
        .Select(tag => $"has {inner.Name} in {tag.Name}");

    private static string? ArgumentOf(string name, IReadOnlyDictionary<string, string> attributes) => name switch
    {
        "a" => attributes.GetValueOrDefault("href"),
        "code" when attributes.GetValueOrDefault("class") is { } language && language.StartsWith("language-", StringComparison.Ordinal) => language["language-".Length..],
        "span" when attributes.GetValueOrDefault("class") is { } look && look.StartsWith("tg-", StringComparison.Ordinal) => look["tg-".Length..],
        "tg-emoji" => attributes.GetValueOrDefault("emoji-id"),
        "blockquote" when attributes.ContainsKey("expandable") => "",
        _ => null,
    };

    private static IEnumerable<string> Strange(string name, string? argument, IReadOnlyDictionary<string, string> attributes)
    {
        string[] known = name switch { "a" => ["href"], "code" or "span" => ["class"], "tg-emoji" => ["emoji-id"], "blockquote" => ["expandable"], "tg-time" => ["unix", "format"], _ => [] };
        foreach (var attribute in attributes.Keys.Except(known, StringComparer.Ordinal))
        {
            yield return $"has {attribute} in {name}";
        }

        if (name == "a" && string.IsNullOrEmpty(argument))
        {
            yield return "has a link without an address";
        }
        else if (name == "a" && !Uri.TryCreate(argument, UriKind.Absolute, out _))
        {
            yield return "has a link whose address is none";
        }
    }
}
