using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Bot.Digest.Reading.Pages;

/// <summary>Who wrote the article: linked data, then meta, then microdata and rel=author, then what a byline says.</summary>
internal static class PageAuthor
{
    private const int LongestName = 100;

    private static readonly string[] MetaNames =
        ["author", "article:author", "og:author", "byl", "dc.creator", "dcterms.creator", "dc.contributor", "sailthru.author", "parsely-author", "citation_author", "twitter:data1", "creator"];

    private static readonly string[] Selectors =
    [
        "[itemprop~=author] [itemprop=name]", "[itemprop~=author]", "a[rel~=author]", ".byline .author", ".author-name", ".author__name", ".authorname", ".byline-name",
        ".byline__name", ".byline a", ".p-author", ".vcard .fn", ".entry-author", ".post-author", ".article-author", ".article__author", ".c-author", ".autor", ".author a", ".byline", ".author",
    ];

    private static readonly string[] Prefixes = ["by ", "von ", "par ", "por ", "di ", "door ", "av ", "af ", "autor:", "author:", "text:", "written by ", "posted by ", "geschrieben von ", "veröffentlicht von ", "ein artikel von ", "eine analyse von ", "ein kommentar von ", "foto:", "words by "];

    private static readonly HashSet<string> NoNames = new(StringComparer.OrdinalIgnoreCase)
        { "admin", "administrator", "name", "author", "autor", "redaktion", "wordpressadmin", "root", "webmaster", "user", "guest", "gast", "editor", "staff", "unknown", "anonymous", "anonym" };

    public static string? Of(IHtmlDocument page, PageMeta meta, LinkedData linked)
    {
        if (Name(linked.Author) is { } stated)
        {
            return stated;
        }

        foreach (var name in MetaNames)
        {
            if (Name(string.Join("; ", meta.All(name).Distinct())) is { } said)
            {
                return said;
            }
        }

        foreach (var selector in Selectors)
        {
            foreach (var element in page.QuerySelectorAll(selector))
            {
                if (!IsOfComment(element) && Name(element.TextContent) is { } shown)
                {
                    return shown;
                }
            }
        }

        return null;
    }

    private static bool IsOfComment(IElement element)
    {
        for (var up = element; up is not null; up = up.ParentElement)
        {
            if (up.ClassName?.Contains("comment", StringComparison.OrdinalIgnoreCase) == true || up.Id?.Contains("comment", StringComparison.OrdinalIgnoreCase) == true)
            {
                return true;
            }
        }

        return false;
    }

    private static string? Name(string? text)
    {
        var name = CleanText.Line(text).Trim(' ', ',', '|', '·', '-', '–', ':', ';');
        foreach (var prefix in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                name = name[prefix.Length..].Trim();
            }
        }

        return name.Length is 0 or > LongestName || NoNames.Contains(name) || name.Contains("://", StringComparison.Ordinal) || name.Contains('@', StringComparison.Ordinal)
            || name.Any(char.IsAsciiDigit) ? null : name;
    }
}
