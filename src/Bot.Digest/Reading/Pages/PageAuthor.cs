using AngleSharp.Html.Dom;

namespace Bot.Digest.Reading.Pages;

/// <summary>Who wrote the article: what linked data and meta state, what a byline shows, and last an outlet that states itself as the author.</summary>
internal static class PageAuthor
{
    private static readonly string[] MetaNames =
        ["author", "article:author", "og:author", "byl", "dc.creator", "dcterms.creator", "dc.contributor", "sailthru.author", "parsely-author", "citation_author", "creator", "twitter:data1"];

    public static string? Of(IHtmlDocument page, PageMeta meta, LinkedData linked, OutletNames outlets)
    {
        var stated = MetaNames.Select(name => Byline.Name(string.Join("; ", meta.All(name).Distinct())))
            .Prepend(Byline.Name(linked.Author))
            .OfType<string>()
            .Select(name => WithoutOutlet(name, outlets))
            .ToList();
        var sure = stated.FindAll(name => !outlets.Overlaps(name) && !IsAccount(name));
        return sure.Find(name => sure.Count > 1 && name != sure[0] && ListsMore(name, sure[0]))
            ?? (sure.Count > 0 ? sure[0] : null)
            ?? SeenBylines.On(page)
            ?? stated.Find(name => !outlets.Overlaps(name))
            ?? (stated.Count > 0 ? stated[0] : null);
    }

    /// <summary>"ida.holm" is who typed it in, and a byline may give the name.</summary>
    private static bool IsAccount(string name) => name.AsSpan().ContainsAny(".-_") && !name.Any(c => char.IsUpper(c) || c == ' ');

    /// <summary>Names the same author and others besides.</summary>
    private static bool ListsMore(string names, string author) =>
        names.Length > author.Length && names.Split([", ", "; ", " and ", " und ", " & "], StringSplitOptions.None).Contains(author);

    /// <summary>"Canal News - Ida Holm" and "Ida Holm | Canal News" name one person.</summary>
    private static string WithoutOutlet(string name, OutletNames outlets)
    {
        var parts = name.Split([" - ", " | ", " – ", " / "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var rest = Array.FindAll(parts, part => !outlets.Is(part));
        return parts.Length > 1 && rest.Length == 1 ? rest[0] : name;
    }
}
