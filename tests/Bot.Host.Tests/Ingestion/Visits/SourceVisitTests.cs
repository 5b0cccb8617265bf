using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Tests.Ingestion.Visits;

/// <summary>What a visit of a source does, from the answer of its server to the archive.</summary>
public sealed class SourceVisitTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_feed_with_whole_texts_is_archived_without_asking_for_a_page()
    {
        using var paper = await VisitedPaper.OpenAsync();
        paper.Web.On(Papers.Feed, Papers.Rss([2, 1]));

        var report = await paper.VisitAsync();

        Assert.Equal((2, 0, 0), (report.New, report.Revised, report.LeftOut));
        Assert.Equal(["Pier 2 stays open", "Pier 1 stays open"], report.Newest.Select(article => article.Title));
        Assert.Single(paper.Web.Requests);
        Assert.Equal("Norrmark Post", (await paper.FollowedAsync()).Name);
    }

    [Fact]
    public async Task The_page_is_read_where_the_feed_carries_only_an_excerpt()
    {
        using var paper = await VisitedPaper.OpenAsync();
        paper.Web.On(Papers.Feed, Papers.Rss([1], says: _ => "Read more.")).On(Papers.Address(1), Papers.Page(1));

        await paper.VisitAsync();

        var found = await paper.Articles.SearchAsync(VisitedPaper.Harbour, "\"planks is open\"", new ArticleFilter(), 0, 5, Ct);
        Assert.Equal("Pier 1 stays open", Assert.Single(found.Items).Citation.Title);
    }

    [Fact]
    public async Task Validators_are_sent_back_and_an_unchanged_feed_is_no_new_articles()
    {
        using var paper = await VisitedPaper.OpenAsync();
        paper.Web.On(Papers.Feed, ScriptedFetcher.Document(Papers.Feed, Papers.Rss([1]), "\"a\""));

        await paper.VisitAsync();
        var report = await paper.VisitAsync();

        Assert.Equal("\"a\"", paper.Web.Requests.Last().Known?.ETag);
        Assert.Equal((0, 1, (FetchFailure?)null), (report.New, report.Known, report.Failure));
    }

    [Fact]
    public async Task Once_a_week_the_whole_document_is_asked_for()
    {
        using var paper = await VisitedPaper.OpenAsync();
        paper.Web.On(Papers.Feed, ScriptedFetcher.Document(Papers.Feed, Papers.Rss([1]), "\"a\""));

        await paper.VisitAsync();
        await paper.VisitAsync(TimeSpan.FromDays(6));
        await paper.VisitAsync(TimeSpan.FromDays(2));
        await paper.VisitAsync(TimeSpan.FromDays(2));

        Assert.Equal([false, true, false, true], paper.Web.Requests.Select(request => request.Known is not null));
    }

    [Fact]
    public async Task An_item_is_the_same_article_under_a_new_address_and_under_a_new_identity()
    {
        using var paper = await VisitedPaper.OpenAsync();
        paper.Web.On(
            Papers.Feed,
            ScriptedFetcher.Document(Papers.Feed, Papers.Rss([9, 1, 2, 3, 4])),
            ScriptedFetcher.Document(Papers.Feed, Papers.Rss([9, 1, 2, 3, 4], address: number => number == 1 ? "https://norrmarkpost.com/new/1" : Papers.Address(number))),
            ScriptedFetcher.Document(Papers.Feed, Papers.Rss([9, 1, 2, 3, 4], guid: number => number == 2 ? "other" : $"post-{number}")));

        await paper.VisitAsync();
        await paper.VisitAsync();
        var report = await paper.VisitAsync();

        Assert.Equal((0, 5), (report.New, report.Known));
        Assert.Equal(5, await paper.Articles.CountAsync(VisitedPaper.Harbour, Ct));
    }

    [Fact]
    public async Task What_the_publisher_changed_is_a_revision()
    {
        using var paper = await VisitedPaper.OpenAsync();
        paper.Web.On(
            Papers.Feed,
            ScriptedFetcher.Document(Papers.Feed, Papers.Rss([1], says: _ => "The pier stays.")),
            ScriptedFetcher.Document(Papers.Feed, Papers.Rss([1], says: _ => "Correction: the pier closes.")));
        paper.Web.On(
            Papers.Address(1),
            ScriptedFetcher.Document(Papers.Address(1), Papers.Page(1)),
            ScriptedFetcher.Document(Papers.Address(1), Papers.Page(1, Papers.Text(1).Replace("repaired", "closed", StringComparison.Ordinal))));

        await paper.VisitAsync();
        var report = await paper.VisitAsync();

        Assert.Equal((0, 1), (report.New, report.Revised));
        Assert.Equal(2, (await paper.Articles.FindAsync(VisitedPaper.Harbour, report.Newest[0].Id, Ct))!.Revisions);
    }

    [Fact]
    public async Task Of_many_new_items_the_fifty_newest_are_taken_and_the_rest_is_counted_once()
    {
        using var paper = await VisitedPaper.OpenAsync();
        paper.Web.On(
            Papers.Feed,
            ScriptedFetcher.Document(Papers.Feed, Papers.Rss(Enumerable.Range(1, 80))),
            ScriptedFetcher.Document(Papers.Feed, Papers.Rss(Enumerable.Range(1, 81))));

        var first = await paper.VisitAsync();
        var second = await paper.VisitAsync();

        Assert.Equal((50, 30), (first.New, first.LeftOut));
        Assert.Equal("Pier 80 stays open", first.Newest[0].Title);
        Assert.Equal((1, 0), (second.New, second.LeftOut));
        Assert.Equal(30, (await paper.FollowedAsync()).Health.LeftOut);
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_leaves_the_excerpt_and_is_tried_again_three_times()
    {
        using var paper = await VisitedPaper.OpenAsync();
        paper.Web.On(Papers.Feed, ScriptedFetcher.Document(Papers.Feed, Papers.Rss([1], says: _ => "The pier stays open."), "\"a\""))
            .On(Papers.Address(1), ScriptedFetcher.Fails(FetchFailure.ServerError));

        for (var visit = 0; visit < 6; visit++)
        {
            await paper.VisitAsync();
        }

        Assert.Equal(4, paper.Web.Requests.Count(request => request.Address.AbsoluteUri == Papers.Address(1)));
        Assert.Equal(["Pier 1 stays open"], await paper.TitlesAsync());
    }

    [Fact]
    public async Task A_page_that_comes_back_takes_the_place_of_the_excerpt()
    {
        using var paper = await VisitedPaper.OpenAsync();
        paper.Web.On(Papers.Feed, ScriptedFetcher.Document(Papers.Feed, Papers.Rss([1], says: _ => "The pier stays open."), "\"a\""))
            .On(Papers.Address(1), ScriptedFetcher.Fails(FetchFailure.TooSlow), ScriptedFetcher.Document(Papers.Address(1), Papers.Page(1)));

        await paper.VisitAsync();
        await paper.VisitAsync();

        Assert.Single((await paper.Articles.SearchAsync(VisitedPaper.Harbour, "planks", new ArticleFilter(), 0, 5, Ct)).Items);
        Assert.Equal(["Pier 1 stays open"], await paper.TitlesAsync());
    }

    [Fact]
    public async Task An_article_whose_page_is_gone_when_it_is_read_again_is_withdrawn()
    {
        using var paper = await VisitedPaper.OpenAsync();
        paper.Web.On(
            Papers.Feed,
            ScriptedFetcher.Document(Papers.Feed, Papers.Rss([1], says: _ => "The pier stays.")),
            ScriptedFetcher.Document(Papers.Feed, Papers.Rss([1], says: _ => "This article was withdrawn.")));
        paper.Web.On(Papers.Address(1), ScriptedFetcher.Document(Papers.Address(1), Papers.Page(1)), ScriptedFetcher.Fails(FetchFailure.Gone));

        await paper.VisitAsync();
        await paper.VisitAsync();

        Assert.Equal(1, await WithdrawnAsync(paper));
    }

    [Fact]
    public async Task An_article_that_the_feed_takes_back_is_withdrawn_and_stays_so()
    {
        const string Entry = "<entry><id>tag:1</id><title>Pier 1</title><link href='https://norrmarkpost.com/1'/><updated>2026-05-01T00:00:00Z</updated><content>The pier stays open.</content></entry>";
        const string Tombstone = "<at:deleted-entry ref='tag:1' when='2026-05-02T00:00:00Z'/>";
        static string Atom(string inside) =>
            $"<feed xmlns='http://www.w3.org/2005/Atom' xmlns:at='http://purl.org/atompub/tombstones/1.0'><title>Post</title><id>x</id>{inside}</feed>";
        using var paper = await VisitedPaper.OpenAsync();
        paper.Web.On(Papers.Feed, ScriptedFetcher.Document(Papers.Feed, Atom(Entry)), ScriptedFetcher.Document(Papers.Feed, Atom(Tombstone)));

        await paper.VisitAsync();
        await paper.VisitAsync();
        await paper.VisitAsync();

        Assert.Equal(1, await WithdrawnAsync(paper));
        Assert.Equal(["Pier 1"], await paper.TitlesAsync());
    }

    [Fact]
    public async Task A_source_that_is_gone_is_visited_no_more_and_its_community_is_told()
    {
        using var paper = await VisitedPaper.OpenAsync();
        paper.Web.On(Papers.Feed, ScriptedFetcher.Fails(FetchFailure.Gone));

        await paper.VisitAsync();

        var health = (await paper.FollowedAsync()).Health;
        Assert.Equal((null, true), (health.NextVisit, health.IsGone));
        Assert.True(Assert.Single((await paper.Notices.TakeAsync(VisitedPaper.Harbour, channel: null, Ct)).Sources).IsGone);
    }

    [Fact]
    public async Task Failures_make_visits_rarer_down_to_one_a_day_and_a_busy_host_is_no_failure()
    {
        using var paper = await VisitedPaper.OpenAsync();
        paper.Web.On(Papers.Feed, ScriptedFetcher.Fails(FetchFailure.NotFound));

        for (var visit = 0; visit < 10; visit++)
        {
            await paper.VisitAsync(TimeSpan.FromDays(1));
        }

        var health = (await paper.FollowedAsync()).Health;
        Assert.InRange(health.NextVisit!.Value - paper.Clock.GetUtcNow(), TimeSpan.FromHours(21), TimeSpan.FromHours(27));
        Assert.Equal((10, FetchFailure.NotFound), (health.Failures, health.LastFailure));
        paper.Web.On(Papers.Feed, ScriptedFetcher.Fails(FetchFailure.HostBusy, TimeSpan.FromMinutes(30)));
        await paper.VisitAsync();
        health = (await paper.FollowedAsync()).Health;
        Assert.Equal((10, paper.Clock.GetUtcNow() + TimeSpan.FromMinutes(30)), (health.Failures, health.NextVisit));
    }

    private static Task<long> WithdrawnAsync(VisitedPaper paper) => paper.Database.ReadAsync(
        connection => connection.ExecuteScalarAsync<long>("select count(*) from articles where withdrawn_at is not null"), Ct);
}
