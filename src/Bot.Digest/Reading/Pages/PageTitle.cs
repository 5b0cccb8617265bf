using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Bot.Digest.Reading.Pages;

/// <summary>
/// The article's headline: the main heading that is not the site's name, else what metadata says, else a lesser heading that the
/// title element holds, else the longest part of the title element.
/// </summary>
internal static class PageTitle
{
    private const int ShortestHeading = 3;
    private const int ShortestCut = 20;

    private static readonly string[] Separators = [" | ", "|", "｜", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " › ", " ‹ ", " ~ ", " / "];

    public static string Of(IHtmlDocument page, PageMeta meta, LinkedData linked, OutletNames outlets)
    {
        var title = Line(page.Title);
        var stated = WithoutOutlet(Line(linked.Headline ?? meta.First("og:title", "twitter:title", "dc.title", "headline")), outlets);
        var main = Headings(page, "h1", outlets);
        var found = OfMain(main, title, stated)
            ?? Headings(page, "h2", outlets).Find(heading => heading == stated || (stated.Length == 0 && IsWithin(heading, title)))
            ?? (stated.Length > 0 ? stated : main.Count > 0 ? main[0] : LongestPart(WithoutOutlet(title, outlets)));
        return Titles.Limited(found);
    }

    private static string? OfMain(List<string> headings, string title, string stated) =>
        // A kicker inside the heading is no part of the headline that the page states.
        headings.Exists(heading => heading.Length < stated.Length * 2 && heading.EndsWith(stated, StringComparison.OrdinalIgnoreCase)) ? stated
            // Metadata whose own quotation marks ended it early.
            : headings.Find(heading => IsCutAtQuotation(stated, heading)) is { } whole ? whole
            : headings.Count == 1 && (stated.Length == 0 || IsWithin(headings[0], title) || ShareWords(headings[0], stated)) ? headings[0]
            : headings.Find(heading => heading == stated) ?? headings.Find(heading => IsWithin(heading, title));

    private static bool IsCutAtQuotation(string stated, string heading) =>
        stated.Length >= ShortestCut && heading.StartsWith(stated, StringComparison.OrdinalIgnoreCase)
        && heading.AsSpan(stated.Length).TrimStart() is ['"' or '“' or '„' or '«', ..];

    private static bool IsWithin(string heading, string title) => title.Contains(heading, StringComparison.OrdinalIgnoreCase);

    /// <summary>Half of the words of the shorter one: outlets word a headline for the page and for sharing a little differently.</summary>
    private static bool ShareWords(string one, string other)
    {
        var (first, second) = (Words(one), Words(other));
        return first.Count(second.Contains) * 2 >= Math.Min(first.Count, second.Count);
    }

    private static HashSet<string> Words(string text) =>
        new(text.Split([' ', ',', '.', ':', '!', '?', '"', '“', '”', '„', '‘', '’'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    private static List<string> Headings(IHtmlDocument page, string tag, OutletNames outlets) =>
        [.. page.GetElementsByTagName(tag)
            .Where(heading => !IsOfSite(heading))
            .Select(heading => Line(heading.TextContent))
            .Where(text => text.Length >= ShortestHeading && !outlets.Is(text))
            .Distinct(StringComparer.Ordinal)];

    /// <summary>Named as the site's own heading, or a link to its front page.</summary>
    private static bool IsOfSite(IElement heading)
    {
        if (heading.GetAttribute("aria-hidden") is "true")
        {
            return true;
        }

        var up = heading;
        for (var level = 0; level < 3 && up is not null; level++, up = up.ParentElement)
        {
            if (PageHints.Of(up).AsSpan().ContainsAny(PageHints.Site))
            {
                return true;
            }
        }

        return heading.QuerySelector("a") is IHtmlAnchorElement link
            && link.TextContent.Trim().Length >= heading.TextContent.Trim().Length
            && link.GetAttribute("href") is { } target && IsFrontPage(target);
    }

    private static bool IsFrontPage(string target) =>
        target is "/" or "#" or "." or "./" or "index.html" or "/index.html" or "index.php" or "/index.php"
        || (Uri.TryCreate(target, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.PathAndQuery == "/");

    /// <summary>The outlet's name at either end is taken off; a title that is nothing else is none.</summary>
    private static string WithoutOutlet(string title, OutletNames outlets)
    {
        if (outlets.Is(title))
        {
            return "";
        }

        foreach (var separator in Separators)
        {
            var (first, last) = (title.IndexOf(separator, StringComparison.Ordinal), title.LastIndexOf(separator, StringComparison.Ordinal));
            if (last > 0 && outlets.Is(title[(last + separator.Length)..]))
            {
                return title[..last].TrimEnd();
            }

            if (first > 0 && outlets.Is(title[..first]))
            {
                return title[(first + separator.Length)..].TrimStart();
            }
        }

        return title;
    }

    private static string LongestPart(string title)
    {
        var parts = title.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length < 2 ? title : parts.MaxBy(part => part.Length)!;
    }

    /// <summary>Some pages encode their titles twice.</summary>
    private static string Line(string? text)
    {
        var line = CleanText.Line(text);
        return line.Contains('&', StringComparison.Ordinal) ? CleanText.Line(WebUtility.HtmlDecode(line)) : line;
    }
}
