using AngleSharp.Html.Dom;

namespace Bot.Digest.Reading.Pages;

/// <summary>The page's canonical address: what it says itself, where it was fetched from otherwise.</summary>
internal static class PageAddress
{
    public static Uri? Of(IHtmlDocument page, PageMeta meta, Document document)
    {
        var said = WebAddress.Canonical(page.QuerySelector("link[rel~=canonical]")?.GetAttribute("href"), document.Address)
            ?? WebAddress.Canonical(meta.First("og:url"), document.Address);

        // A canonical address that is the site's front page is a template's mistake: it would make all its articles one. One that
        // is somebody else's would put this text in the place of an article of theirs.
        return document.Address is { } own && (said is null || said.AbsolutePath.Length <= 1 || !IsOfOnePublisher(said, own)) ? own : said;
    }

    private static bool IsOfOnePublisher(Uri said, Uri own) =>
        said.IdnHost.Equals(own.IdnHost, StringComparison.OrdinalIgnoreCase) || (PublisherDomain.Of(said) is { } publisher && publisher == PublisherDomain.Of(own));
}
