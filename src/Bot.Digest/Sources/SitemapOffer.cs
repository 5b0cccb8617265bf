using Bot.Digest.Reading;
using Bot.Digest.Reading.Feeds;

namespace Bot.Digest.Sources;

/// <summary>Sitemaps as a source.</summary>
public static class SitemapOffer
{
    /// <summary>The pages of all sitemaps of a source. A page that was modified is an item that changed.</summary>
    public static Offer Of(IReadOnlyList<Sitemap> sitemaps, DateTimeOffset readAt)
    {
        var pages = sitemaps.SelectMany(sitemap => sitemap.Pages).DistinctBy(page => page.Address)
            .OrderByDescending(page => page.Date ?? DateTimeOffset.MinValue)
            .ToList();
        return new Offer
        {
            Title = pages.Select(page => page.News?.Outlet).FirstOrDefault(outlet => outlet is not null),
            Items = [.. pages.Take(FeedReader.MostItems).Select(page => Offered(page, readAt))],
            LeftOut = sitemaps.Sum(sitemap => sitemap.LeftOut) + Math.Max(0, pages.Count - FeedReader.MostItems),
        };
    }

    private static OfferedItem Offered(SitemapEntry page, DateTimeOffset readAt) => new()
    {
        Marks = Marking.Of(null, page.Address, page.News?.Title ?? "", "") with { Said = $"{page.News?.Title} {page.Modified:O}" },
        Address = WebAddress.Canonical(page.Address.AbsoluteUri),
        Title = page.News?.Title ?? "",
        Date = ItemPage.Plausible(page.News?.Published, readAt),
    };
}
