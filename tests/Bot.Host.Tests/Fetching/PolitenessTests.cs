using Bot.Digest.Ports;
using Bot.Host.Configuration;
using Bot.WebStandIn;

namespace Bot.Host.Tests.Fetching;

public sealed class PolitenessTests
{
    private static readonly FetchingOptions Usual = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_host_is_asked_by_one_at_a_time_in_the_order_of_asking_with_a_pause_between()
    {
        await using var web = new Web(Usual);
        web.Server.On("/a", Replies.Text("a")).On("/b", Replies.Text("b")).On("/c", Replies.Text("c"));

        var all = Task.WhenAll(web.FetchAsync("http://norrmarkpost.com/a"), web.FetchAsync("http://norrmarkpost.com/b"), web.FetchAsync("http://norrmarkpost.com/c"));
        await web.Server.NextAsync(Ct);
        await web.PassTimeAsync(all);

        var seen = web.Server.Requests;
        Assert.Equal(["/a", "/b", "/c"], seen.Select(request => request.Path));
        Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= Usual.HostGap));
        Assert.Empty(web.Server.AskedTwiceAtOnce);
    }

    [Fact]
    public async Task A_host_that_does_not_answer_holds_up_no_other()
    {
        await using var web = new Web(new FetchingOptions { AtOnce = 2 });
        web.Server.On("/silent", Replies.Stalling("")).On("/feed", Replies.Text("<rss/>"));
        var silent = Enumerable.Range(0, 20).Select(number => web.FailAsync($"http://silent{number}.com/silent")).ToList();
        var healthy = web.FetchAsync("http://norrmarkpost.com/feed");

        // Two at a time find no answer and are moved aside after 0.3 seconds: 20 of them take 3 seconds.
        var before = web.Clock.GetUtcNow();
        await web.PassTimeAsync(healthy);

        Assert.IsType<Fetched>(await healthy);
        Assert.True(web.Clock.GetUtcNow() - before < TimeSpan.FromSeconds(30));
        Assert.DoesNotContain(silent.Take(18), fetch => fetch.IsCompleted && web.Clock.GetUtcNow() - before < TimeSpan.FromSeconds(10));
        await web.PassTimeAsync(Task.WhenAll(silent));
    }

    [Fact]
    public async Task A_clock_that_is_put_back_lengthens_no_pause()
    {
        await using var web = new Web(Usual);
        web.Server.On("/a", Replies.Text("<rss/>")).On("/b", Replies.Text("<rss/>"));
        await web.PassTimeAsync(web.FetchAsync("http://norrmarkpost.com/a"));
        web.Clock.AdjustTime(web.Clock.GetUtcNow() - TimeSpan.FromHours(2));

        var before = web.Clock.GetUtcNow();
        await web.PassTimeAsync(web.FetchAsync("http://norrmarkpost.com/b"));

        Assert.True(web.Clock.GetUtcNow() - before < TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Whoever_comes_when_too_many_wait_is_told_when_to_come_back()
    {
        await using var web = new Web(Usual);
        web.Server.On("/feed", Replies.Text("<rss/>"));
        var waiting = Enumerable.Range(0, 51).Select(_ => web.FetchAsync("http://norrmarkpost.com/feed")).ToList();

        var late = await web.FailAsync("http://norrmarkpost.com/feed");

        Assert.Equal(new FetchFailed(FetchFailure.HostBusy, RetryAfter: TimeSpan.FromSeconds(75)), late);
        Assert.All(await web.PassTimeAsync(Task.WhenAll(waiting)), result => Assert.IsType<Fetched>(result));
    }

    [Theory]
    [InlineData(429, "3600")]
    [InlineData(503, "Wed, 20 May 2026 09:00:00 GMT")]
    public async Task A_rest_holds_for_the_whole_host_and_outlives_a_restart(int status, string retryAfter)
    {
        var rests = new MemoryHostRests();
        await using var web = new Web(new FetchingOptions { HostGap = TimeSpan.Zero }, rests);
        web.Server.On("/feed", Replies.Status(status, $"Retry-After: {retryAfter}")).On("/other", Replies.Text("<rss/>"));

        Assert.Equal(new FetchFailed(FetchFailure.Throttled, status, TimeSpan.FromHours(1)), await web.FailAsync("http://norrmarkpost.com/feed"));
        Assert.Equal(new FetchFailed(FetchFailure.HostBusy, RetryAfter: TimeSpan.FromHours(1)), await web.FailAsync("http://norrmarkpost.com/other"));
        using (var restarted = new StandInFetcher(web.Network, web.Clock, rests))
        {
            web.Clock.Advance(TimeSpan.FromMinutes(59));
            Assert.IsType<FetchFailed>(await restarted.FetchAsync(new(new("http://norrmarkpost.com/other"), FetchKind.Feed), Ct));
            Assert.Single(web.Server.Requests);

            web.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.IsType<Fetched>(await restarted.FetchAsync(new(new("http://norrmarkpost.com/other"), FetchKind.Feed), Ct));
        }

        Assert.IsType<Fetched>(await web.FetchAsync("http://coastwire.com/other"));
    }

    [Fact]
    public async Task Too_many_requests_without_a_time_is_a_quarter_of_an_hour_and_a_year_is_a_week()
    {
        await using var web = new Web(new FetchingOptions { HostGap = TimeSpan.Zero });
        web.Server.On("/a", Replies.Status(429)).On("/b", Replies.Status(429, "Retry-After: 31536000")).On("/c", Replies.Status(503));

        Assert.Equal(TimeSpan.FromMinutes(15), (await web.FailAsync("http://a.com/a")).RetryAfter);
        Assert.Equal(TimeSpan.FromDays(7), (await web.FailAsync("http://b.com/b")).RetryAfter);
        Assert.Null((await web.FailAsync("http://c.com/c")).RetryAfter);
    }

    [Fact]
    public async Task Pages_and_sitemaps_obey_robots_and_feeds_that_were_given_do_not()
    {
        await using var web = new Web(new FetchingOptions { HostGap = TimeSpan.Zero });
        web.Server.On("/robots.txt", Replies.Text("User-agent: *\nDisallow: /private\n")).On("/private/a", Replies.Text("a")).On("/b", Replies.Text("b"));

        Assert.Equal(FetchFailure.RefusedByRobots, (await web.FailAsync("http://norrmarkpost.com/private/a", FetchKind.Page)).Reason);
        Assert.Equal(FetchFailure.RefusedByRobots, (await web.FailAsync("http://norrmarkpost.com/private/a", FetchKind.Sitemap)).Reason);
        Assert.IsType<Fetched>(await web.FetchAsync("http://norrmarkpost.com/b", FetchKind.Page));
        Assert.IsType<Fetched>(await web.FetchAsync("http://norrmarkpost.com/private/a"));
        Assert.Equal(["/robots.txt", "/b", "/private/a"], web.Server.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task A_redirect_to_a_page_that_robots_refuse_is_not_followed()
    {
        await using var web = new Web(new FetchingOptions { HostGap = TimeSpan.Zero });
        web.Server.On("coastwire.com/robots.txt", Replies.Text("User-agent: DigestBot\nDisallow: /\n")).On("/a", Replies.Redirect(302, "http://coastwire.com/b")).On("/b", Replies.Text("b"));

        Assert.Equal(FetchFailure.RefusedByRobots, (await web.FailAsync("http://norrmarkpost.com/a", FetchKind.Page)).Reason);
        Assert.DoesNotContain(web.Server.Requests, request => request.Path == "/b");
    }

    [Theory]
    [InlineData(404, null)]
    [InlineData(403, null)]
    [InlineData(500, FetchFailure.ServerError)]
    [InlineData(503, FetchFailure.Throttled)]
    public async Task Without_robots_a_page_may_be_fetched_and_with_unreadable_ones_not(int status, FetchFailure? reason)
    {
        await using var web = new Web(new FetchingOptions { HostGap = TimeSpan.Zero });
        web.Server.On("/robots.txt", Replies.Status(status)).On("/a", Replies.Text("a"));

        var result = await web.FetchAsync("http://norrmarkpost.com/a", FetchKind.Page);

        Assert.Equal(reason, (result as FetchFailed)?.Reason);
    }

    [Fact]
    public async Task Robots_are_asked_once_a_day()
    {
        await using var web = new Web(new FetchingOptions { HostGap = TimeSpan.Zero });
        web.Server.On("/robots.txt", Replies.Text("")).On("/a", Replies.Text("a"));
        int Asked() => web.Server.Requests.Count(request => request.Path == "/robots.txt");

        await Task.WhenAll(web.FetchAsync("http://norrmarkpost.com/a", FetchKind.Page), web.FetchAsync("http://norrmarkpost.com/a", FetchKind.Page));
        web.Clock.Advance(TimeSpan.FromHours(23));
        await web.FetchAsync("http://norrmarkpost.com/a", FetchKind.Page);
        Assert.Equal(1, Asked());

        web.Clock.Advance(TimeSpan.FromHours(1));
        await web.FetchAsync("http://norrmarkpost.com/a", FetchKind.Page);
        Assert.Equal(2, Asked());
    }

    [Fact]
    public async Task A_rest_that_keeps_robots_from_being_read_is_over_when_it_is_over()
    {
        var rests = new MemoryHostRests();
        await using var web = new Web(new FetchingOptions { HostGap = TimeSpan.Zero }, rests);
        web.Server.On("/robots.txt", Replies.Text("")).On("/a", Replies.Text("a"));
        await rests.RestAsync("norrmarkpost.com", web.Clock.GetUtcNow() + TimeSpan.FromMinutes(1), Ct);

        Assert.Equal(new FetchFailed(FetchFailure.HostBusy, RetryAfter: TimeSpan.FromMinutes(1)), await web.FetchAsync("http://norrmarkpost.com/a", FetchKind.Page));
        web.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.IsType<Fetched>(await web.FetchAsync("http://norrmarkpost.com/a", FetchKind.Page));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0.1", 1.5)]
    [InlineData("3600", 30)]
    public async Task A_pause_that_a_site_asks_for_is_kept_within_reason(string delay, double seconds)
    {
        await using var web = new Web(Usual);
        web.Server.On("/robots.txt", Replies.Text($"User-agent: *\nCrawl-delay: {delay}\n")).On("/a", Replies.Text("a"));

        await web.PassTimeAsync(web.FetchAsync("http://norrmarkpost.com/a", FetchKind.Page));

        var pause = web.Server.Requests[1].At - web.Server.Requests[0].At;
        Assert.InRange(pause.TotalSeconds, seconds, seconds + 3);
    }
}
