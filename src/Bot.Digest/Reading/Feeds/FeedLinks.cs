using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Bot.Digest.Reading.Pages;

namespace Bot.Digest.Reading.Feeds;

/// <summary>How a page leads to a feed, the surest first.</summary>
public enum FeedLinkGround
{
    /// <summary>The page says in its head that this is its feed.</summary>
    Declared,

    /// <summary>A link that readers see leads there and looks like one to a feed.</summary>
    Linked,

    /// <summary>Many sites have a feed under such an address; the page says nothing of it.</summary>
    Guessed,
}

/// <summary>An address that may be a feed of a page.</summary>
/// <param name="Title">What the page calls it; null where it does not.</param>
/// <param name="IsOfComments">True where it seems to list comments, not articles.</param>
public sealed record FoundFeed(Uri Address, string? Title, FeedLinkGround Ground, bool IsOfComments);

/// <summary>The feeds behind a web page.</summary>
public static class FeedLinks
{
    /// <summary>Some sites link a feed for each tag.</summary>
    private const int MostFound = 30;

    private static readonly string[] Types = ["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/xml", "text/xml"];

    private static readonly string[] Endings = [".rss", ".atom", ".rdf", "/feed", "/rss", "/atom", "/feeds", "rss.xml", "feed.xml", "atom.xml", "/index.xml", "feed.json", "/rss2", "/feed.php", "/rss.php"];

    private static readonly string[] Queries = ["feed=", "format=feed", "type=rss", "format=rss", "format=atom", "alt=rss", "type=100"];

    private static readonly string[] Words = ["rss", "atom", "feed", "rss feed", "rss-feed", "atom feed", "xml", "rss 2.0", "web feed", "newsfeed"];

    private static readonly string[] Comments = ["comment", "kommentar", "comentario", "commentaire", "reacties", "replies"];

    /// <summary>Where common publishing programs put a site's feed.</summary>
    private static readonly string[] Guesses = ["feed/", "rss.xml", "feed.xml", "atom.xml", "index.xml", "rss", "feed.json", "?feed=rss2"];

    /// <summary>Declared ones first, then linked, then guessed, feeds of comments last of each; never throws.</summary>
    /// <param name="html">The page.</param>
    /// <param name="address">Where it was fetched from.</param>
    public static IReadOnlyList<FoundFeed> Of(string html, Uri address)
    {
        using var page = new HtmlParser().ParseDocument(MarkupGuard.Limit(html));
        var origin = FeedAddress.Of(page.QuerySelector("base[href]")?.GetAttribute("href"), address) ?? address;
        var found = page.QuerySelectorAll("link[href]").Where(IsDeclared).Select(link => Found(link.GetAttribute("title"), link, FeedLinkGround.Declared, origin))
            .Concat(page.QuerySelectorAll("a[href]").Where(link => IsLinked(link, origin)).Select(link => Found(link.TextContent, link, FeedLinkGround.Linked, origin)))
            .OfType<FoundFeed>()
            .Concat(Guessed(address));
        return [.. found.DistinctBy(feed => Bare(feed.Address)).OrderBy(feed => feed.Ground).ThenBy(feed => feed.IsOfComments).Take(MostFound)];
    }

    private static bool IsDeclared(IElement link)
    {
        var relations = (link.GetAttribute("rel") ?? "").Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var type = link.GetAttribute("type")?.Split(';')[0].Trim() ?? "";
        return relations.Contains("feed", StringComparer.OrdinalIgnoreCase)
            || (relations.Contains("alternate", StringComparer.OrdinalIgnoreCase) && Types.Contains(type, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>By its address or its words; what leads to a program for reading feeds is of another publisher.</summary>
    private static bool IsLinked(IElement link, Uri origin)
    {
        if (FeedAddress.Of(link.GetAttribute("href"), origin) is not { } target)
        {
            return false;
        }

        var path = target.AbsolutePath.TrimEnd('/');
        var isOwn = PublisherDomain.Of(target) is { } domain && domain == PublisherDomain.Of(origin);
        var looksLikeFeed = Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            || Queries.Any(query => target.Query.Contains(query, StringComparison.OrdinalIgnoreCase))
            || Words.Contains(link.TextContent.Trim(), StringComparer.OrdinalIgnoreCase);
        return looksLikeFeed && (isOwn || target.Host.StartsWith("feeds.", StringComparison.OrdinalIgnoreCase) || target.Host.StartsWith("rss.", StringComparison.OrdinalIgnoreCase)
            || target.Host == origin.Host);
    }

    private static FoundFeed? Found(string? title, IElement link, FeedLinkGround ground, Uri origin)
    {
        if (FeedAddress.Of(link.GetAttribute("href"), origin) is not { } target)
        {
            return null;
        }

        var name = Titles.Limited(CleanText.Line(title));
        var isOfComments = Comments.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase) || target.PathAndQuery.Contains(word, StringComparison.OrdinalIgnoreCase));
        return new(target, name.Length > 0 ? name : null, ground, isOfComments);
    }

    /// <summary>Below the page's own folder first: many blogs live in one.</summary>
    private static IEnumerable<FoundFeed> Guessed(Uri address)
    {
        var folder = new Uri(address, ".");
        IEnumerable<Uri> places = folder.AbsolutePath == "/" ? [folder] : [folder, new Uri(address, "/")];
        return places.SelectMany(place => Guesses.Select(guess => new FoundFeed(new Uri(place, guess), Title: null, FeedLinkGround.Guessed, IsOfComments: false)));
    }

    private static string Bare(Uri address) => address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped).TrimEnd('/');
}
