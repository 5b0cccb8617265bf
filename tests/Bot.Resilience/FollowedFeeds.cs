using System.Globalization;
using System.Net;
using Bot.Digest.Ports;
using Bot.Host.Storage;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Resilience;

/// <summary>An archive in a folder of its own that follows many feeds, a host each.</summary>
internal sealed class FollowedFeeds : IAsyncDisposable
{
    /// <summary>What the copies of <see cref="VisitedBeforeAsync"/> are named by.</summary>
    public const string Seen = "\"0\"";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("resilience-");
    private readonly ServiceProvider _services;

    private FollowedFeeds() => _services = VisitingProcess.Services(_folder.FullName, new Bot.Host.Fetching.SystemNetwork());

    public string Folder => _folder.FullName;

    public IDatabase Database => _services.GetRequiredService<IDatabase>();

    /// <summary>The host of a feed.</summary>
    public static string Host(int feed) => string.Create(CultureInfo.InvariantCulture, $"paper{feed}.norrmark-press.com");

    /// <summary>Which feed a host has.</summary>
    public static int FeedOf(string host) => int.Parse(host.Split('.')[0]["paper".Length..], CultureInfo.InvariantCulture);

    public static async Task<FollowedFeeds> MakeAsync(int count)
    {
        var feeds = new FollowedFeeds();
        await feeds._services.GetRequiredService<Migrator>().MigrateAsync(default);
        await feeds._services.GetRequiredService<ISources>().ImportAsync(
            new Editor(CommunityId.DefaultSet, "resilience"),
            [.. Enumerable.Range(0, count).Select(feed => new NewSource(new Uri($"http://{Host(feed)}/feed"), SourceKind.Feed, Host(feed)))],
            default);
        return feeds;
    }

    /// <summary>Makes it as if all had been visited an hour ago.</summary>
    public Task<int> VisitedBeforeAsync() => WriteAsync(
        "update source_visits set etag = @Seen, visited_at = @Before, succeeded_at = @Before, asked_whole_at = @Before, items_offered = 20",
        new { Seen, Before = (TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(1)).ToUnixTimeMilliseconds() });

    public Task<int> WriteAsync(string sql, object? values = null) => Database.WriteAsync(connection => connection.ExecuteAsync(sql, values), default);

    public async Task<IReadOnlyList<T>> ReadAsync<T>(string sql) => (await Database.ReadAsync(connection => connection.QueryAsync<T>(sql), default)).AsList();

    /// <summary>An RSS feed with items of those numbers.</summary>
    /// <param name="isWhole">Whether the items carry their texts, or one must ask for their pages.</param>
    public static string Rss(int feed, IEnumerable<int> items, bool isWhole) =>
        $"<rss version=\"2.0\"><channel><title>Paper {feed}</title>{string.Concat(items.Select(item =>
            $"<item><title>Pier {feed} is repaired for the {item}th time</title><link>http://{Host(feed)}/{item}</link><guid isPermaLink=\"false\">{feed}-{item}</guid>"
            + $"<description>{WebUtility.HtmlEncode(isWhole ? Text(feed, item) : "Read more.")}</description></item>"))}</channel></rss>";

    /// <summary>The page of an item.</summary>
    public static string Page(int feed, int item) => $"<html><body><article><h1>Pier {feed} is repaired for the {item}th time</h1>{Text(feed, item)}</article></body></html>";

    private static string Text(int feed, int item) => string.Concat(Enumerable.Range(1, 6).Select(part =>
        $"<p>“We will not close pier {feed} before winter {item}.{part},” said Ilse Varga, the harbour minister, on Monday. The council of Norrmark met {item * part} times about it, and hall {feed} opens in June.</p>"));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
