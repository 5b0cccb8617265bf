using Bot.WebStandIn;

namespace Bot.Resilience;

/// <summary>Healthy sources that are due one after the other, without enemies and with enemies that are all due at the first moment.</summary>
internal sealed class RefreshHostile(int hostile, int healthy)
{
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    private static readonly Reply[] Enemies =
    [
        Replies.Stalling(""),
        Replies.Stalling("HTTP/1.1 200 Said\r\nContent-Type: text/xml\r\n\r\n<rss>"),
        Replies.Dripping("HTTP/1.1 200 Said\r\nX-Slow: ", TimeSpan.FromSeconds(1), TimeProvider.System),
        Replies.Dripping("HTTP/1.1 200 Said\r\nContent-Type: text/xml\r\n\r\n<rss>", TimeSpan.FromSeconds(1), TimeProvider.System),
        Replies.Endless,
        Replies.Bomb("gzip", 64),
        Replies.Reset,
        Replies.Redirect(301, "/feed"),
        Replies.Text(string.Concat(Enumerable.Repeat("<rss><channel><item>", 50_000)), "Content-Type: text/xml"),
        Replies.Status(500),
    ];

    public async Task<RunReport> RunAsync()
    {
        var alone = await DelaysAsync(0);
        var among = await DelaysAsync(hostile);
        var added = among.Zip(alone, (one, other) => one - other).Max();
        return new RunReport(added <= 5 && among.Count == healthy, new Dictionary<string, object>
        {
            ["healthy"] = healthy,
            ["hostile"] = hostile,
            ["healthy asked"] = among.Count,
            ["longest delay alone, s"] = Math.Round(alone.Max(), 2),
            ["longest delay among hostile, s"] = Math.Round(among.Max(), 2),
            ["mean delay alone, s"] = Math.Round(alone.Average(), 2),
            ["mean delay among hostile, s"] = Math.Round(among.Average(), 2),
            ["most added to one, s"] = Math.Round(added, 2),
        });
    }

    /// <summary>How long after its time each healthy source was asked, in seconds, in their order.</summary>
    private async Task<IReadOnlyList<double>> DelaysAsync(int enemies)
    {
        await using var server = new StandIn();
        server.On("/feed", AnswerAsync);
        foreach (var enemy in Enumerable.Range(healthy, enemies))
        {
            server.On($"{FollowedFeeds.Host(enemy)}/feed", Enemies[enemy % Enemies.Length]);
        }

        await using var feeds = await FollowedFeeds.MakeAsync(healthy + enemies);
        var first = TimeProvider.System.GetUtcNow() + Start;
        var each = Time / healthy;
        await feeds.VisitedBeforeAsync();
        await feeds.WriteAsync(
            "update source_visits set due_at = case when source_id <= @Healthy then @First + (source_id - 1) * @Each else @First end",
            new { Healthy = healthy, First = first.ToUnixTimeMilliseconds(), Each = each.TotalMilliseconds });
        using var visiting = VisitingProcess.Start(feeds.Folder, server.Port);
        await Task.Delay(Start + Time + Rest);
        await visiting.KillAsync();
        return [.. server.Requests.Where(request => request.Path == "/feed").Select(request => (Feed: FollowedFeeds.FeedOf(request.Host), request.At))
            .Where(asked => asked.Feed < healthy)
            .OrderBy(asked => asked.Feed)
            .Select(asked => (asked.At - first - (each * asked.Feed)).TotalSeconds)];
    }

    private static Task AnswerAsync(Exchange exchange, CancellationToken ct) => exchange.AnswerAsync(304, default, [$"ETag: {FollowedFeeds.Seen}"], ct);
}
