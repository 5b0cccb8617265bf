using Bot.Digest.Reading.Dates;

namespace Bot.Digest.Reading.Feeds;

/// <summary>The dates that an element of a feed states.</summary>
internal static class FeedDates
{
    /// <summary>When it first appeared.</summary>
    public static DateTimeOffset? Published(FeedElement element) =>
        First(element, "pubdate", "published", "issued", "dcterms:issued", "created", "dcterms:created");

    /// <summary>When it was last changed, or the date that a module states without saying of what.</summary>
    public static DateTimeOffset? Updated(FeedElement element) =>
        First(element, "updated", "modified", "dcterms:modified", "lastbuilddate", "dc:date");

    public static DateTimeOffset? Of(FeedElement element) => Published(element) ?? Updated(element);

    private static DateTimeOffset? First(FeedElement element, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (element.First(key) is { } found && Parse(found.Text) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    public static DateTimeOffset? Parse(string? text) => text is null ? null : StatedDate.Parse(Usual(text.Trim()), language: null);

    /// <summary>Programs print dates in two more orders than people write them in.</summary>
    private static string Usual(string text)
    {
        // "Tue May 19 08:30:00 UTC 2026", the C library's: the year after the time.
        var (colon, year) = (text.IndexOf(':', StringComparison.Ordinal), text.LastIndexOf(' ') + 1);
        if (colon > 0 && year > colon && IsYear(text.AsSpan(year)))
        {
            var clock = text.LastIndexOf(' ', colon) + 1;
            return $"{text[..clock]}{text[year..]} {text[clock..year]}";
        }

        // "20260519T083000Z", ISO 8601's basic form.
        var time = text.IndexOf('T', StringComparison.Ordinal) + 1;
        return time >= "20260519T".Length && text.Length >= time + 6 && !text.AsSpan(time, 6).ContainsAnyExceptInRange('0', '9')
            ? $"{text[..(time - 1)]} {text.AsSpan(time, 2)}:{text.AsSpan(time + 2, 2)}:{text.AsSpan(time + 4, 2)}{text.AsSpan(time + 6)}"
            : text;
    }

    private static bool IsYear(ReadOnlySpan<char> text) => text is ['1', '9', _, _] or ['2', '0', _, _] && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3]);
}
