using AngleSharp.Html.Dom;

namespace Bot.Digest.Reading.Pages;

/// <summary>The address of the article's lead picture, as the page names it for previews; null where it names none on the web.</summary>
internal static class PageImage
{
    public static Uri? Of(IHtmlDocument page, PageMeta meta, LinkedData linked, Uri? address)
    {
        var stated = new[] { "og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src", "image", "thumbnailurl" }
            .Select(name => meta.First(name))
            .Append(linked.Image)
            .Append(page.QuerySelector("link[rel~=image_src]")?.GetAttribute("href"));
        return stated.Select(said => WebAddress.Canonical(said, address)).FirstOrDefault(image => image is not null);
    }
}
