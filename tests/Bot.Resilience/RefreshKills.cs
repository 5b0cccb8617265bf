using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bot.Host.Storage;
using Bot.WebStandIn;

namespace Bot.Resilience;

/// <summary>
/// Kills a refresh at random moments, again and again, while the feeds grow; then lets it finish and counts: every item that a feed ever held must be
/// stored once.
/// </summary>
internal sealed class RefreshKills(int kills, int sources, int seed)
{
    /// <summary>A process that starts beside others on a busy machine.</summary>
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private int _items = 1;

    public async Task<RunReport> RunAsync()
    {
        await using var server = new StandIn();
        server.On("/feed", AnswerAsync);
        await using var feeds = await FollowedFeeds.MakeAsync(sources);
        for (var item = 0; item <= kills; item++)
        {
            server.On($"/{item.ToString(CultureInfo.InvariantCulture)}", PageAsync);
        }

        var whole = await UndisturbedAsync(feeds, server);
        var random = new Random(seed);
        for (var kill = 0; kill < kills; kill++)
        {
            _items++;
            await MakeDueAsync(feeds);
            using var visiting = VisitingProcess.Start(feeds.Folder, server.Port);
            await FirstRequestAsync(server);
            await Task.Delay(random.NextDouble() * whole, CancellationToken.None);
            await visiting.KillAsync();
        }

        var stored = (await feeds.ReadAsync<long>("select count(*) from articles"))[0];
        await UndisturbedAsync(feeds, server);
        return await CountAsync(feeds, server, stored);
    }

    /// <summary>Visits all that is due to the end.</summary>
    /// <returns>How long that took from the first request on: kills fall on any moment of it.</returns>
    private static async Task<TimeSpan> UndisturbedAsync(FollowedFeeds feeds, StandIn server)
    {
        await MakeDueAsync(feeds);
        using var visiting = VisitingProcess.Start(feeds.Folder, server.Port, rounds: 1);
        await FirstRequestAsync(server);
        var began = Stopwatch.GetTimestamp();
        await visiting.EndAsync();
        return Stopwatch.GetElapsedTime(began);
    }

    private static async Task FirstRequestAsync(StandIn server)
    {
        using var patience = new CancellationTokenSource(LongestStart);
        for (var seen = server.Requests.Count; server.Requests.Count == seen;)
        {
            await Task.Delay(10, patience.Token);
        }
    }

    private async Task<RunReport> CountAsync(FollowedFeeds feeds, StandIn server, long stored)
    {
        var titles = await feeds.ReadAsync<string>("select title from articles");
        var expected = Enumerable.Range(0, sources)
            .SelectMany(feed => Enumerable.Range(0, _items).Select(item => $"Pier {feed} is repaired for the {item}th time"))
            .ToHashSet(StringComparer.Ordinal);
        var leftOut = (await feeds.ReadAsync<long>("select sum(left_out) from source_visits"))[0];
        var problems = (await new ArchiveCheck(feeds.Database).RunAsync(default)).Problems;
        var (lost, twice) = (expected.Except(titles, StringComparer.Ordinal).Count(), titles.Count - titles.Distinct(StringComparer.Ordinal).Count());
        return new RunReport(lost == leftOut && twice == 0 && problems.Count == 0, new Dictionary<string, object>
        {
            ["kills"] = kills,
            ["sources"] = sources,
            ["requests"] = server.Requests.Count,
            ["items offered"] = expected.Count,
            ["articles stored"] = titles.Count,
            ["of these in rounds that were killed, and the first"] = stored,
            ["items passed over and said so"] = leftOut,
            ["items lost"] = lost - leftOut,
            ["stored twice"] = twice,
            ["problems of the archive"] = problems.Count,
        });
    }

    private static Task MakeDueAsync(FollowedFeeds feeds) => feeds.WriteAsync("update source_visits set due_at = 1, leased_until = 0, visited_at = null");

    private Task AnswerAsync(Exchange exchange, CancellationToken ct)
    {
        var count = _items;
        var etag = string.Create(CultureInfo.InvariantCulture, $"\"{count}\"");
        var feed = FollowedFeeds.FeedOf(exchange.Request.Host);
        return exchange.Request["If-None-Match"] == etag
            ? exchange.AnswerAsync(304, default, [$"ETag: {etag}"], ct)
            : exchange.AnswerAsync(200, Encoding.UTF8.GetBytes(FollowedFeeds.Rss(feed, Enumerable.Range(0, count), isWhole: feed % 2 == 0)), [$"ETag: {etag}", "Content-Type: text/xml"], ct);
    }

    private static Task PageAsync(Exchange exchange, CancellationToken ct) => exchange.AnswerAsync(
        200,
        Encoding.UTF8.GetBytes(FollowedFeeds.Page(FollowedFeeds.FeedOf(exchange.Request.Host), int.Parse(exchange.Request.Path[1..], CultureInfo.InvariantCulture))),
        ["Content-Type: text/html; charset=utf-8"],
        ct);
}
