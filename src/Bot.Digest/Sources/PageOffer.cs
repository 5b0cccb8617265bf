using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Bot.Digest.Ports;
using Bot.Digest.Reading;
using Bot.Digest.Reading.Pages;

namespace Bot.Digest.Sources;

/// <summary>A page as a source: the links in it that lead to articles of the same site, in the order of the page.</summary>
public static class PageOffer
{
    /// <summary>A page of links holds fewer; an archive of a whole site is a sitemap's work.</summary>
    private const int MostLinks = 500;

    /// <summary>Headlines are longer than the words of a menu.</summary>
    private const int HeadlineLength = 25;

    /// <summary>So many hyphens in the last part of a path are words of a headline.</summary>
    private const int SlugHyphens = 3;

    private static readonly string[] Surroundings = ["NAV", "FOOTER", "ASIDE", "FORM"];

    /// <summary>The links; null when the document is no page, or one without such links.</summary>
    public static Offer? Of(Fetched document, Func<ReadOnlyMemory<byte>, string?>? guessCharset)
    {
        var head = document.Bytes[..Math.Min(document.Bytes.Length, DocumentKinds.Reach)];
        if (DocumentKinds.Of(head, document.Final.AbsolutePath) != DocumentKind.Page)
        {
            return null;
        }

        var html = Charset.Decode(document.Bytes, Charset.OfHeader(document.ContentType), guessCharset);
        var page = new HtmlParser().ParseDocument(MarkupGuard.Limit(html));
        var origin = WebAddress.Canonical(page.QuerySelector("base[href]")?.GetAttribute("href"), document.Final) ?? document.Final;
        var titles = new Dictionary<Uri, string>();
        foreach (var link in page.QuerySelectorAll("a[href]").Where(IsInContent).Take(MostLinks * 10))
        {
            var title = CleanText.Line(link.TextContent);
            if (ArticleAddress(link.GetAttribute("href"), origin, document.Final, title) is { } address
                && (titles.Count < MostLinks || titles.ContainsKey(address)) && titles.GetValueOrDefault(address, "").Length <= title.Length)
            {
                titles[address] = title;
            }
        }

        var name = CleanText.Line(page.Title);
        return titles.Count == 0 ? null : new Offer
        {
            Title = name.Length > 0 ? Titles.Limited(name) : null,
            Items = [.. titles.Select(link => new OfferedItem { Marks = Marking.Of(null, link.Key, link.Value, ""), Address = link.Key })],
        };
    }

    private static Uri? ArticleAddress(string? href, Uri origin, Uri page, string title)
    {
        if (WebAddress.Canonical(href, origin) is not { } address || !WebAddress.IsSameSite(address, page) || address.AbsolutePath.TrimEnd('/') == page.AbsolutePath.TrimEnd('/'))
        {
            return null;
        }

        var parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var isNamed = parts.Length > 0 && (parts[^1].Count(sign => sign == '-') >= SlugHyphens || (parts.Length > 1 && parts.Any(part => part.Any(char.IsAsciiDigit))));
        return isNamed || (parts.Length > 0 && title.Length >= HeadlineLength) ? address : null;
    }

    private static bool IsInContent(IElement link) => !link.Ancestors<IElement>().Any(around => Surroundings.Contains(around.TagName, StringComparer.Ordinal));
}
