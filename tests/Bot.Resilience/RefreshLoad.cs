using System.Text;
using Bot.WebStandIn;

namespace Bot.Resilience;

/// <summary>
/// Many sources that are due one after the other. Seven of ten answer "not modified" and three bring a new article, as feeds do that are visited hourly.
/// In the middle the process is killed and started again.
/// </summary>
internal sealed class RefreshLoad(int sources, TimeSpan time)
{
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    public async Task<RunReport> RunAsync()
    {
        await using var server = new StandIn();
        server.On("/feed", AnswerAsync);
        await using var feeds = await FollowedFeeds.MakeAsync(sources);
        await SpreadAsync(feeds);

        var first = VisitingProcess.Start(feeds.Folder, server.Port);
        await Task.Delay(Start + (time / 2));
        await first.KillAsync();
        first.Dispose();
        var before = server.Requests.Count;
        using var second = VisitingProcess.Start(feeds.Folder, server.Port);
        await Task.Delay((time / 2) + Rest);
        var usage = await second.StopAsync();

        var hosts = server.Requests.GroupBy(request => request.Host).ToList();
        var twice = hosts.Count(host => host.Count(request => request.Path == "/feed") > 1);
        var articles = (await feeds.ReadAsync<long>("select count(*) from articles"))[0];
        var after = server.Requests.Count - before;
        return new RunReport(twice == 0 && server.AskedTwiceAtOnce.IsEmpty && usage.PeakMegabytes < 300, new Dictionary<string, object>
        {
            ["sources"] = sources,
            ["due over seconds"] = time.TotalSeconds,
            ["asked"] = hosts.Count,
            ["under way when it was killed, and not asked again before their time"] = sources - hosts.Count + (await UnfinishedAsync(feeds)),
            ["asked more than once"] = twice,
            ["hosts with two requests at once"] = server.AskedTwiceAtOnce.Count,
            ["articles stored"] = articles,
            ["requests a second while due"] = Math.Round(after / (time / 2).TotalSeconds, 1),
            ["processor seconds a request"] = Math.Round(usage.ProcessorSeconds / after, 4),
            ["processor share of one core at that pace"] = Math.Round(usage.ProcessorSeconds / usage.Seconds, 3),
            ["processor share of one core over an hour"] = Math.Round(usage.ProcessorSeconds / after * sources / 3600, 3),
            ["peak megabytes"] = Math.Round(usage.PeakMegabytes, 1),
        });
    }

    private static async Task<long> UnfinishedAsync(FollowedFeeds feeds) =>
        (await feeds.ReadAsync<long>("select count(*) from source_visits where leased_until > 0"))[0];

    /// <summary>As if all had been visited before, and each due at its own moment.</summary>
    private async Task SpreadAsync(FollowedFeeds feeds)
    {
        await feeds.VisitedBeforeAsync();
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        await feeds.WriteAsync(
            "update source_visits set due_at = @First + (source_id - 1) * @Each",
            new { First = now + (long)Start.TotalMilliseconds, Each = time.TotalMilliseconds / sources });
    }

    private static Task AnswerAsync(Exchange exchange, CancellationToken ct)
    {
        var feed = FollowedFeeds.FeedOf(exchange.Request.Host);
        return feed % 10 < 7
            ? exchange.AnswerAsync(304, default, [$"ETag: {FollowedFeeds.Seen}"], ct)
            : exchange.AnswerAsync(200, Encoding.UTF8.GetBytes(FollowedFeeds.Rss(feed, [1], isWhole: true)), ["ETag: \"1\"", "Content-Type: text/xml"], ct);
    }
}
