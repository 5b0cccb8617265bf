using Bot.Digest.Articles;
using Bot.Digest.Reading;

namespace Bot.Digest.Sources;

/// <summary>An item and its page as one article.</summary>
public static class ItemPage
{
    /// <summary>Clocks and time zones are wrong by hours; what is dated later than this was not published yet and would stand before all news.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <summary>The page's text under the title and date of the item: feeds state them for themselves, pages among much else.</summary>
    public static Article Join(OfferedItem item, Article page) => page with
    {
        Title = item.Title.Length > 0 ? item.Title : page.Title,
        Text = item.Article?.Text is { } said && said.Length > page.Text.Length ? said : page.Text,
        Published = item.Date ?? page.Published,
        PublishedIsStated = item.Date is not null || page.PublishedIsStated,
        Author = item.Article?.Author ?? page.Author,
        Language = page.Language ?? item.Article?.Language,
    };

    /// <summary>No page names an address of another owner as its own: it would take that one's articles over.</summary>
    public static Article AtItsOwnAddress(Article page, Uri found) =>
        page.Address is { } address && WebAddress.IsSameSite(address, found) ? page : page with { Address = WebAddress.Canonical(found.AbsoluteUri) };

    /// <summary>The moment that an item states, unless it lies ahead.</summary>
    public static DateTimeOffset? Plausible(DateTimeOffset? stated, DateTimeOffset now) => stated > now + Ahead ? null : stated;
}
