using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Bot.Digest.Reading.Pages;

/// <summary>The author that readers of a page see, by how surely it is one; found in one walk.</summary>
internal sealed class SeenBylines
{
    private const int LongestText = 150;

    private static readonly string[] AuthorPaths =
        ["/author/", "/authors/", "/autor/", "/autoren/", "/autores/", "/auteur/", "/auteurs/", "/profil/", "/redakteure/", "/newsteam/", "/staff/", "/journalist/", "/by/", "/writers/", "/columnist/", "/reporter/"];

    private string? _marked;
    private string? _named;
    private string? _inByline;
    private string? _linked;
    private string? _introduced;
    private bool _isLabelled;

    private SeenBylines()
    {
    }

    /// <summary>Marked up as the author, a part named as an author's name, a link to an author's page, a byline, a line "by …": the first of these; null where none is.</summary>
    public static string? On(IHtmlDocument page)
    {
        var seen = new SeenBylines();
        if (page.Body is { } body)
        {
            seen.Walk(body);
        }

        return seen._marked ?? seen._named ?? seen._linked ?? seen._inByline ?? seen._introduced;
    }

    private void Walk(IElement element)
    {
        for (var child = element.FirstChild; child is not null && _marked is null; child = child.NextSibling)
        {
            if (child is IText text)
            {
                Look(text.Data);
            }
            else if (child is IElement inner && inner.LocalName is not ("script" or "style" or "noscript" or "select"))
            {
                var hints = PageHints.Of(inner);
                if (!hints.AsSpan().ContainsAny(PageHints.OtherAuthors) || inner.QuerySelector(SeenDates.Core) is not null)
                {
                    Look(inner, hints);
                    Walk(inner);
                }
            }
        }
    }

    private void Look(string text)
    {
        if (_introduced is null && !string.IsNullOrWhiteSpace(text) && text.Length < LongestText)
        {
            _introduced = Byline.Introduced(text, _isLabelled);
            _isLabelled = Byline.IsLabel(text);
        }
    }

    private void Look(IElement element, string hints)
    {
        if (element.GetAttribute("rel")?.Contains("author", StringComparison.OrdinalIgnoreCase) == true
            || element.GetAttribute("itemprop")?.Contains("author", StringComparison.OrdinalIgnoreCase) == true)
        {
            _marked ??= Of(element);
        }
        else if (_named is null && hints.AsSpan().ContainsAny(PageHints.AuthorName))
        {
            _named = Of(element);
        }
        else if (_linked is null && element.LocalName is "a" && IsOfAuthor(element.GetAttribute("href")))
        {
            _linked = Of(element);
        }
        else if (_inByline is null && hints.AsSpan().ContainsAny(PageHints.Byline))
        {
            _inByline = Of(element);
        }
    }

    private static bool IsOfAuthor(string? target) =>
        target is not null && AuthorPaths.Any(path => target.Contains(path, StringComparison.OrdinalIgnoreCase));

    private static string? Of(IElement element)
    {
        var name = element.QuerySelector("[itemprop=name]") ?? element;
        var text = name.TextContent.Trim();
        return text.Length is > 1 and <= LongestText ? Byline.Shown(text, isPerson: element.LocalName is not "a") : null;
    }
}
