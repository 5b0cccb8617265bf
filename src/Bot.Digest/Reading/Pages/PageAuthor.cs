using AngleSharp.Html.Dom;

namespace Bot.Digest.Reading.Pages;

/// <summary>Who wrote the article: what linked data and meta state, what a byline shows, and last an outlet that states itself as the author.</summary>
internal static class PageAuthor
{
    private static readonly string[] MetaNames =
        ["author", "article:author", "og:author", "byl", "dc.creator", "dcterms.creator", "dc.contributor", "sailthru.author", "parsely-author", "citation_author", "creator", "twitter:data1"];

    public static string? Of(IHtmlDocument page, PageMeta meta, LinkedData linked)
    {
        var outlets = Outlets(page, meta, linked);
        var stated = MetaNames.Select(name => Byline.Name(string.Join("; ", meta.All(name).Distinct())))
            .Prepend(Byline.Name(linked.Author))
            .OfType<string>()
            .ToList();
        return stated.Find(name => !IsOutlet(name, outlets)) ?? SeenBylines.On(page) ?? (stated.Count > 0 ? stated[0] : null);
    }

    private static List<string> Outlets(IHtmlDocument page, PageMeta meta, LinkedData linked) =>
        [.. new[] { meta.First("og:site_name"), meta.First("application-name"), linked.Publisher, meta.First("publisher", "article:publisher", "dc.publisher"), Host(page, meta) }
            .Select(name => Folded(CleanText.Line(name)))
            .Where(name => name.Length > 2)];

    private static string? Host(IHtmlDocument page, PageMeta meta) =>
        WebAddress.Canonical(page.QuerySelector("link[rel~=canonical]")?.GetAttribute("href") ?? meta.First("og:url"))?.IdnHost.Replace("www.", "", StringComparison.Ordinal);

    private static bool IsOutlet(string name, List<string> outlets)
    {
        var folded = Folded(name);
        return outlets.Exists(outlet => folded.Contains(outlet, StringComparison.Ordinal) || outlet.Contains(folded, StringComparison.Ordinal));
    }

    private static string Folded(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
