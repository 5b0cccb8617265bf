using AngleSharp.Html.Dom;

namespace Bot.Digest.Reading.Pages;

/// <summary>The article's headline: the only h1, else the h1 that the title element holds, else what metadata says, else the longest part of the title.</summary>
internal static class PageTitle
{
    private const int ShortestHeading = 4;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", " › "];

    public static string Of(IHtmlDocument page, PageMeta meta, LinkedData linked)
    {
        var title = CleanText.Line(page.Title);
        var headings = page.QuerySelectorAll("h1").Select(h => CleanText.Line(h.TextContent)).Where(h => h.Length >= ShortestHeading).Distinct().ToList();
        var stated = CleanText.Line(linked.Headline ?? meta.First("og:title", "twitter:title", "dc.title", "headline"));
        var found = headings.Count == 1 ? headings[0]
            : headings.FirstOrDefault(h => title.Contains(h, StringComparison.OrdinalIgnoreCase))
                ?? (stated.Length > 0 ? WithoutSite(stated) : headings.Count > 0 ? headings[0] : WithoutSite(title));
        return Titles.Limited(found);
    }

    /// <summary>The longest part between separators, as sites put their name before or after.</summary>
    private static string WithoutSite(string title)
    {
        var parts = title.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length < 2 ? title : parts.MaxBy(part => part.Length)!;
    }
}
