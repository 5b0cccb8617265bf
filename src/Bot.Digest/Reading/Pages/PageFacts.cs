using AngleSharp.Html.Dom;

namespace Bot.Digest.Reading.Pages;

/// <summary>What a page states about its article.</summary>
internal sealed record PageFacts(string Title, string? Author, DateTimeOffset? Published, Uri? Address, string? Language, string? Site, Uri? Image, string Description)
{
    public static PageFacts Of(IHtmlDocument page, string html, Document document)
    {
        var meta = PageMeta.Of(page);
        var linked = LinkedData.Of(page);
        var outlets = OutletNames.Of(page, meta, linked);
        var address = PageAddress.Of(page, meta, document);
        var language = PageLanguage.Of(page, meta);
        return new(
            PageTitle.Of(page, meta, linked, outlets),
            PageAuthor.Of(page, meta, linked, outlets),
            PageDate.Of(page, meta, linked, address, language, document.ReadAt, html),
            address,
            language,
            PageSite.Of(meta, linked, address),
            PageImage.Of(page, meta, linked, address),
            CleanText.Line(meta.First("og:description", "description", "twitter:description")));
    }
}
