using Bot.Digest.Ports;

namespace Bot.Host.Tests.Ingestion.Visits;

/// <summary>Sitemaps and pages of links as sources.</summary>
public sealed class OtherSourcesTests
{
    private const string Sitemap = "https://norrmarkpost.com/sitemap.xml";

    [Fact]
    public async Task A_sitemap_brings_the_pages_that_it_and_its_inner_sitemaps_list()
    {
        using var paper = await VisitedPaper.OpenAsync(Sitemap, SourceKind.Sitemap);
        paper.Web.On(Sitemap, "<sitemapindex><sitemap><loc>https://norrmarkpost.com/news.xml</loc></sitemap><sitemap><loc>https://norrmarkpost.com/sitemap.xml</loc></sitemap></sitemapindex>")
            .On("https://norrmarkpost.com/news.xml", $"<urlset><url><loc>{Papers.Address(1)}</loc></url><url><loc>{Papers.Address(2)}</loc></url></urlset>")
            .On(Papers.Address(1), Papers.Page(1))
            .On(Papers.Address(2), Papers.Page(2));

        var report = await paper.VisitAsync();

        Assert.Equal(2, report.New);
        Assert.Equal(["Pier 1", "Pier 2"], (await paper.TitlesAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(4, paper.Web.Requests.Count);
    }

    [Fact]
    public async Task A_page_of_links_brings_the_articles_that_it_leads_to_and_each_once()
    {
        const string Front = "https://norrmarkpost.com/news";
        using var paper = await VisitedPaper.OpenAsync(Front, SourceKind.Page);
        string Links(params int[] numbers) => $"<html><body><main>{string.Concat(numbers.Select(number => $"<a href='{Papers.Address(number)}'>Pier {number} will stay open</a>"))}</main></body></html>";
        paper.Web.On(Front, ScriptedFetcher.Document(Front, Links(1)), ScriptedFetcher.Document(Front, Links(2, 1)))
            .On(Papers.Address(1), Papers.Page(1))
            .On(Papers.Address(2), Papers.Page(2));

        var first = await paper.VisitAsync();
        var second = await paper.VisitAsync();

        Assert.Equal((1, 1, 1), (first.New, second.New, second.Known));
        Assert.Equal(4, paper.Web.Requests.Count);
    }

    [Fact]
    public async Task A_moved_feed_is_visited_at_its_new_address_after_three_visits_over_two_days()
    {
        const string New = "https://norrmarkpost.com/new-feed";
        using var paper = await VisitedPaper.OpenAsync();
        paper.Web.On(Papers.Feed, ScriptedFetcher.Document(Papers.Feed, Papers.Rss([1]), movedTo: New));

        for (var visit = 0; visit < 3; visit++)
        {
            Assert.Equal(Papers.Feed, (await paper.FollowedAsync()).Address!.AbsoluteUri);
            await paper.VisitAsync(TimeSpan.FromDays(1.1));
        }

        Assert.Equal(New, (await paper.FollowedAsync()).Address!.AbsoluteUri);
    }
}
