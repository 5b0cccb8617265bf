namespace Bot.Digest.Reading.Pages;

/// <summary>The day of publication in the data that a page's scripts carry: the last place to look when nothing else says it.</summary>
internal static class ScriptDates
{
    /// <summary>The longest form of ISO 8601 with its zone, and a little air.</summary>
    private const int LongestDate = 40;

    private static readonly string[] Names =
        ["datePublished", "publishedAt", "published_at", "publishDate", "publish_date", "publicationDate", "publication_date", "publication_time", "publishedDate", "published_time", "firstPublished", "display_date", "dateCreated", "created_at"];

    /// <summary>The first date under one of these names, in their order.</summary>
    public static DateTimeOffset? In(string html, Func<string?, DateTimeOffset?> read)
    {
        foreach (var name in Names)
        {
            var at = html.IndexOf(name, StringComparison.Ordinal);
            if (at >= 0 && Value(html.AsSpan(at + name.Length)) is { Length: > 0 } value && read(value) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>What stands in quotation marks, escaped ones too, after the name and a colon or an equals sign.</summary>
    private static string Value(ReadOnlySpan<char> after)
    {
        after = after[..Math.Min(after.Length, LongestDate + 10)].TrimStart("\\\"' \t");
        if (after is not [':' or '=', ..])
        {
            return "";
        }

        after = after[1..].TrimStart("\\\"' \t");
        var end = after.IndexOfAny("\\\"'");
        return end > 0 ? after[..end].ToString() : "";
    }
}
