using AngleSharp.Html.Dom;

namespace Bot.Digest.Reading.Pages;

/// <summary>What a page states about its article.</summary>
internal sealed record PageFacts(string Title, string? Author, DateTimeOffset? Published, Uri? Address, string? Language, string? Site)
{
    public static PageFacts Of(IHtmlDocument page, Document document)
    {
        var meta = PageMeta.Of(page);
        var linked = LinkedData.Of(page);
        var address = PageAddress.Of(page, meta, document);
        var language = PageLanguage.Of(page, meta);
        return new(
            PageTitle.Of(page, meta, linked),
            PageAuthor.Of(page, meta, linked),
            PageDate.Of(page, meta, linked, address, language, document.ReadAt),
            address,
            language,
            PageSite.Of(meta, linked, address));
    }
}
