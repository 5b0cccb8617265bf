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

    public static DateTimeOffset? Parse(string? text) => StatedDate.Parse(text, language: null);
}
