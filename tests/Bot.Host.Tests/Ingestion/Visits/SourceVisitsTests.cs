using Bot.Digest.Ports;
using Bot.Host.Storage;

namespace Bot.Host.Tests.Ingestion.Visits;

/// <summary>Visits on demand keep the rules of visits that are due.</summary>
public sealed class SourceVisitsTests
{
    private const string Page = "https://norrmarkpost.com/news/2026/pier-1-will-stay-open";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_source_that_was_visited_a_moment_ago_is_not_asked_again_and_tells_what_is_stored()
    {
        using var paper = await VisitedPaper.OpenAsync();
        paper.Web.On(Papers.Feed, Papers.Rss([1]));

        var first = await paper.Visits.VisitAsync(paper.Source, Ct);
        paper.Clock.Advance(TimeSpan.FromMinutes(14));
        var second = await paper.Visits.VisitAsync(paper.Source, Ct);
        paper.Clock.Advance(TimeSpan.FromMinutes(2));
        await paper.Visits.VisitAsync(paper.Source, Ct);

        Assert.Equal((1, 0), (first.New, second.New));
        Assert.Equal(first.Newest, second.Newest);
        Assert.Equal(2, paper.Web.Requests.Count);
    }

    [Fact]
    public async Task A_source_that_is_being_visited_is_not_asked_a_second_time()
    {
        using var paper = await VisitedPaper.OpenAsync();
        await paper.Queue.ClaimDueAsync(paper.Clock.GetUtcNow(), TimeSpan.FromMinutes(15), 5, Ct);

        var report = await paper.Visits.VisitAsync(paper.Source, Ct);

        Assert.Empty(report.Newest);
        Assert.Empty(paper.Web.Requests);
    }

    [Fact]
    public async Task A_page_is_read_into_the_archive_of_the_community_that_asked_and_of_no_other()
    {
        using var paper = await VisitedPaper.OpenAsync();
        paper.Web.On(Page, Papers.Page(1));

        var (article, failure) = await paper.Visits.ReadPageAsync(VisitedPaper.Harbour, new Uri(Page), Ct);

        Assert.Null(failure);
        Assert.Equal("Pier 1", (await paper.Articles.FindAsync(VisitedPaper.Harbour, article!.Value, Ct))!.Citation.Title);
        Assert.Null(await paper.Articles.FindAsync(new CommunityId(30), article.Value, Ct));
    }

    [Fact]
    public async Task A_page_that_calls_itself_like_a_source_of_others_does_not_get_into_that_source()
    {
        using var paper = await VisitedPaper.OpenAsync();
        var valley = new CommunityId(30);
        await paper.Sources.AddAsync(new Editor(valley, "Ben"), new NewSource(new Uri(Papers.Feed), SourceKind.Feed, null), Ct);
        paper.Web.On(Papers.Feed, Papers.Rss([2]))
            .On("https://liar.com/a", Papers.Page(1).Replace("<head>", "<head><meta property='og:site_name' content='Norrmark Post'>", StringComparison.Ordinal));
        await paper.VisitAsync();

        var (article, _) = await paper.Visits.ReadPageAsync(VisitedPaper.Harbour, new Uri("https://liar.com/a"), Ct);

        Assert.NotNull(article);
        Assert.Equal(1, await new StoredArticles(paper.Database).CountAsync(valley, Ct));
    }

    [Theory]
    [InlineData(FetchFailure.Unreachable)]
    [InlineData(FetchFailure.RefusedByRobots)]
    public async Task A_page_that_cannot_be_fetched_says_why(FetchFailure reason)
    {
        using var paper = await VisitedPaper.OpenAsync();
        paper.Web.On(Page, ScriptedFetcher.Fails(reason));

        Assert.Equal((null, reason), await paper.Visits.ReadPageAsync(VisitedPaper.Harbour, new Uri(Page), Ct));
    }

    [Fact]
    public async Task A_page_without_an_article_is_neither_an_article_nor_a_failure()
    {
        using var paper = await VisitedPaper.OpenAsync();
        paper.Web.On(Page, "<html><body></body></html>");

        Assert.Equal((null, null), await paper.Visits.ReadPageAsync(VisitedPaper.Harbour, new Uri(Page), Ct));
    }
}
