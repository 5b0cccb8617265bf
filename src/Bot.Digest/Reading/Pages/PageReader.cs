using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Bot.Digest.Articles;

namespace Bot.Digest.Reading.Pages;

/// <summary>A web page to an article: one parse; title, author, date and address from what the page states, the body from its layout.</summary>
internal static class PageReader
{
    public static ReadResult Read(string html, Document document)
    {
        var page = Parse(html);
        var facts = PageFacts.Of(page, html, document);
        var text = page.Body is { } body ? PageBody.Find(PageTree.Of(body), facts.Title, facts.Description) : "";
        if (text.Length == 0)
        {
            return ReadResult.Refused(Refusals.NoBody);
        }

        return facts.Title.Length == 0
            ? ReadResult.Refused(Refusals.NoTitle)
            : ReadResult.Of(
                new Article
                {
                    Title = facts.Title,
                    Text = text,
                    Published = facts.Published ?? document.Published ?? document.ReadAt,
                    PublishedIsStated = facts.Published is not null || document.Published is not null,
                    Address = facts.Address,
                    Author = facts.Author,
                    Language = facts.Language,
                },
                document.Source ?? facts.Site,
                facts.Image);
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(MarkupGuard.Limit(html));
}
