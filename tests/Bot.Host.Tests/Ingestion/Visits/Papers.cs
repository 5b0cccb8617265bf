using System.Net;

namespace Bot.Host.Tests.Ingestion.Visits;

/// <summary>Feeds and pages of an invented paper.</summary>
internal static class Papers
{
    public const string Feed = "https://norrmarkpost.com/feed";

    /// <summary>A text that only this number has.</summary>
    public static string Text(int number) =>
        $"The council of Norrmark met for the {number}th time about the east pier on Monday. The minister said that the pier number {number} will be repaired before the winter comes. "
        + $"Workers in hall {number} begin in June, and the tender for {number} planks is open until the end of the month.";

    public static string Page(int number, string? text = null) =>
        $"<html><head><title>Pier {number}</title></head><body><article><h1>Pier {number}</h1><p>{text ?? Text(number)}</p></article></body></html>";

    public static string Address(int number) => $"https://norrmarkpost.com/news/2026/pier-{number}-will-stay-open";

    /// <summary>An RSS feed with the items of those numbers, newest first.</summary>
    /// <param name="says">What an item says; null for all of its text.</param>
    /// <param name="guid">Its identity; null for one that stays.</param>
    /// <param name="address">Its page; null for one that stays.</param>
    public static string Rss(IEnumerable<int> numbers, Func<int, string>? says = null, Func<int, string>? guid = null, Func<int, string>? address = null) =>
        $"""
        <?xml version="1.0"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Norrmark Post</title><link>https://norrmarkpost.com/</link>
        {string.Concat(numbers.Select(number => Item(number, says, guid, address)))}
        </channel></rss>
        """;

    private static string Item(int number, Func<int, string>? says, Func<int, string>? guid, Func<int, string>? address)
    {
        var text = says is null
            ? $"<content:encoded>{WebUtility.HtmlEncode($"<p>{Text(number)}</p><p>{Text(number + 1_000)}</p><p>{Text(number + 2_000)}</p>")}</content:encoded>"
            : $"<description>{WebUtility.HtmlEncode(says(number))}</description>";
        return $"""
            <item><title>Pier {number} stays open</title><link>{address?.Invoke(number) ?? Address(number)}</link><guid isPermaLink="false">{guid?.Invoke(number) ?? $"post-{number}"}</guid>
            <pubDate>{new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(number):R}</pubDate>{text}</item>
            """;
    }
}
