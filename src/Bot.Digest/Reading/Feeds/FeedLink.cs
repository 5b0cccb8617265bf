namespace Bot.Digest.Reading.Feeds;

/// <summary>The page behind an element, among all the links that it may carry.</summary>
internal static class FeedLink
{
    public static Uri? Of(FeedElement element)
    {
        var links = element.All("link").ToList();
        var pages = links.Where(IsPage).ToList();
        return Address(element.First("feedburner:origlink"))
            ?? First(pages.Where(IsHtml), Target)
            ?? First(pages, Target)
            ?? First(links, Address);
    }

    /// <summary>Where an item's identifier is an address as well, RSS takes it for the page.</summary>
    public static Uri? OfIdentifier(FeedElement item) =>
        item.First("guid") is { } guid && IsAddress(guid) ? Address(guid) : null;

    public static bool IsAddress(FeedElement guid) =>
        guid.Attribute("ispermalink")?.Trim() is null or "true" or "True" or "TRUE" && FeedAddress.Of(guid.Text, origin: null) is not null;

    private static Uri? Target(FeedElement link) => FeedAddress.Of(link.Attribute("href"), link.Origin);

    private static Uri? Address(FeedElement? element) => element is null ? null : FeedAddress.Of(MarkupWords.Of(element.Text), element.Origin);

    private static Uri? First(IEnumerable<FeedElement> links, Func<FeedElement, Uri?> address) =>
        links.Select(address).FirstOrDefault(found => found is not null);

    private static bool IsHtml(FeedElement link) =>
        link.Attribute("type") is not { } type || type.Contains("html", StringComparison.OrdinalIgnoreCase);

    private static bool IsPage(FeedElement link) =>
        link.Attribute("href") is not null && link.Attribute("rel")?.Trim() is null or "alternate" or "http://www.iana.org/assignments/relation/alternate";
}
