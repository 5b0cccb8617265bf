using Bot.Digest.Ports;

namespace Bot.Host.Tests.Ingestion.Visits;

/// <summary>Sources that turn bad are noticed, not believed, and believed again when they recover.</summary>
public sealed class DisbelievedVisitTests
{
    private const string LoginPage = "<!doctype html><html><head><title>Sign in</title></head><body><form><input name=user></form></body></html>";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(LoginPage)]
    [InlineData("")]
    [InlineData("\u0000\u0001\u0002garbage")]
    [InlineData("<rss version='2.0'><channel><title>Norrmark Post</title></channel></rss>")]
    public async Task A_login_page_garbage_or_nothing_is_told_once_after_three_visits_and_over_when_the_feed_is_back(string body)
    {
        using var paper = await VisitedPaper.OpenAsync();
        var (good, bad) = (ScriptedFetcher.Document(Papers.Feed, Papers.Rss([1]), "\"a\""), ScriptedFetcher.Document(Papers.Feed, body, "\"b\""));
        paper.Web.On(Papers.Feed, good, bad, bad, bad, bad, good);
        await paper.VisitAsync();

        await paper.VisitAsync();
        await paper.VisitAsync();
        Assert.Empty((await paper.Notices.TakeAsync(VisitedPaper.Harbour, channel: null, Ct)).Sources);
        await paper.VisitAsync();
        await paper.VisitAsync();

        Assert.Equal(SourceDoubt.NoItems, Assert.Single((await paper.Notices.TakeAsync(VisitedPaper.Harbour, channel: null, Ct)).Sources).Doubt);
        Assert.Equal(SourceDoubt.NoItems, Assert.Single(await paper.Notices.CurrentAsync(VisitedPaper.Harbour, Ct)).Doubt);
        Assert.Equal(["Pier 1 stays open"], await paper.TitlesAsync());
        await paper.VisitAsync();
        Assert.Empty(await paper.Notices.CurrentAsync(VisitedPaper.Harbour, Ct));
    }

    [Fact]
    public async Task Known_articles_under_ever_new_identities_are_not_stored_again_and_told_once()
    {
        using var paper = await VisitedPaper.OpenAsync();
        paper.Web.On(Papers.Feed, [.. Enumerable.Range(0, 6).Select(visit => ScriptedFetcher.Document(
            Papers.Feed, Papers.Rss([1, 2, 3, 4, 5], guid: number => $"{visit}-{number}", address: number => $"https://norrmarkpost.com/{visit}/{number}")))]);

        for (var visit = 0; visit < 5; visit++)
        {
            await paper.VisitAsync();
        }

        Assert.Equal(5, await paper.Articles.CountAsync(VisitedPaper.Harbour, Ct));
        Assert.Equal(SourceDoubt.RenamedItems, Assert.Single((await paper.Notices.TakeAsync(VisitedPaper.Harbour, channel: null, Ct)).Sources).Doubt);
    }

    [Fact]
    public async Task A_site_that_renames_everything_once_is_believed_again_at_the_next_visit()
    {
        using var paper = await VisitedPaper.OpenAsync();
        paper.Web.On(
            Papers.Feed,
            ScriptedFetcher.Document(Papers.Feed, Papers.Rss([1, 2, 3, 4])),
            ScriptedFetcher.Document(Papers.Feed, Papers.Rss([1, 2, 3, 4], guid: number => $"new-{number}")),
            ScriptedFetcher.Document(Papers.Feed, Papers.Rss([1, 2, 3, 4, 5], guid: number => $"new-{number}")));

        await paper.VisitAsync();
        await paper.VisitAsync();
        var report = await paper.VisitAsync();

        Assert.Equal((1, null), (report.New, report.Failure));
        Assert.Equal(5, await paper.Articles.CountAsync(VisitedPaper.Harbour, Ct));
    }

    [Fact]
    public async Task A_flood_brings_five_hundred_a_day_and_then_nothing_until_it_ends()
    {
        using var paper = await VisitedPaper.OpenAsync();
        paper.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 2, 0, 0, 0, TimeSpan.Zero));
        paper.Web.On(Papers.Feed, [.. Enumerable.Range(0, 15).Select(visit => ScriptedFetcher.Document(
            Papers.Feed, Papers.Rss(Enumerable.Range(visit * 60, 60), says: number => Papers.Text(number), address: number => $"https://norrmarkpost.com/{number}")))]);

        for (var visit = 0; visit < 14; visit++)
        {
            await paper.VisitAsync();
        }

        Assert.Equal(500, await paper.Articles.CountAsync(VisitedPaper.Harbour, Ct));
        Assert.Equal(SourceDoubt.Flood, Assert.Single((await paper.Notices.TakeAsync(VisitedPaper.Harbour, channel: null, Ct)).Sources).Doubt);
        paper.Web.On(Papers.Feed, Papers.Rss([9_001, 9_002]));
        Assert.Equal(2, (await paper.VisitAsync(TimeSpan.FromDays(1))).New);
    }
}
