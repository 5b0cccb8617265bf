using AngleSharp.Html.Dom;

namespace Bot.Digest.Reading.Pages;

/// <summary>The names under which a page's outlet goes: as it states them, and its host. They are no headlines and no authors.</summary>
internal sealed class OutletNames
{
    private const int ShortestName = 3;

    private readonly List<string> _folded;

    private OutletNames(List<string> folded) => _folded = folded;

    public static OutletNames Of(IHtmlDocument page, PageMeta meta, LinkedData linked)
    {
        var host = WebAddress.Canonical(page.QuerySelector("link[rel~=canonical]")?.GetAttribute("href") ?? meta.First("og:url"))?.IdnHost.Replace("www.", "", StringComparison.Ordinal);
        string?[] names = [meta.First("og:site_name"), meta.First("application-name"), linked.Publisher, meta.First("publisher", "article:publisher", "dc.publisher"), host, host?.Split('.')[0]];
        return new([.. names.Select(name => Folded(CleanText.Line(name))).Where(name => name.Length >= ShortestName).Distinct()]);
    }

    /// <summary>True when the text is one of the names.</summary>
    public bool Is(string text) => _folded.Contains(Folded(text));

    /// <summary>True when the text is one of the names, holds one, or is part of one.</summary>
    public bool Overlaps(string text)
    {
        var folded = Folded(text);
        return _folded.Exists(name => folded.Contains(name, StringComparison.Ordinal) || name.Contains(folded, StringComparison.Ordinal));
    }

    private static string Folded(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
