using Bot.Digest.Ports;
using Bot.Host.Configuration;
using Bot.Host.Storage;
using Bot.Host.Storage.Sources;
using Bot.Host.Storage.Sqlite;
using Bot.Host.Tests.CommandLine;
using Bot.Host.Tests.Ingestion.Visits;
using Bot.WebStandIn;
using Dapper;
using Microsoft.Extensions.Options;

namespace Bot.Host.Tests.Jobs;

/// <summary>The service visits what is due by itself, and a kill at any moment of a visit loses no item and stores none twice.</summary>
public sealed class KilledRefreshTests : IAsyncDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly StandIn _web = new();
    private readonly SqliteDatabase _database;

    public KilledRefreshTests() => _database = new SqliteDatabase(Path.Combine(_data.Path, StorageSetup.FileName));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _database.Dispose();
        await _web.DisposeAsync();
        _data.Dispose();
    }

    [Theory]
    [InlineData("the feed is being sent")]
    [InlineData("a page is being sent")]
    [InlineData("the articles were stored")]
    public async Task No_item_is_lost_and_none_stored_twice_when_the_service_is_killed_while(string moment)
    {
        await FollowAsync();
        var page = Replies.Text(Papers.Page(1), "Content-Type: text/html");
        _web.On("/feed", moment == "the feed is being sent" ? Replies.InTurn(Replies.Stalling("HTTP/1.1 200 Said\r\n"), Feed) : Feed)
            .On("/pier/1", moment == "a page is being sent" ? Replies.InTurn(Replies.Stalling("HTTP/1.1 200 Said\r\n"), page) : page);

        await using (var service = Start())
        {
            await WaitForAsync(moment);
            await service.SignalAsync("KILL");
            await service.EndAsync();
        }

        await _database.WriteAsync(connection => connection.ExecuteAsync("update source_visits set due_at = 1, leased_until = 0"), Ct);
        await using (var again = Start())
        {
            await UntilAsync("select count(*) from source_visits where succeeded_at is not null and due_at > 1");
            await again.SignalAsync("TERM");
            Assert.Equal(0, (await again.EndAsync()).Code);
        }

        Assert.Equal(["Pier 1 stays open"], await _database.ReadAsync(connection => connection.QueryAsync<string>("select title from articles"), Ct));
    }

    private Reply Feed => Replies.Conditional(
        Papers.Rss([1], says: _ => "Read more.", address: number => LoopbackWeb.Address(_web, $"/pier/{number}")), "\"1\"", "Mon, 01 Jun 2026 07:00:00 GMT");

    private async Task FollowAsync()
    {
        await new Migrator(_database, TimeProvider.System).MigrateAsync(Ct);
        await new StoredSources(_database, Options.Create(new CommunitiesOptions()), TimeProvider.System).AddAsync(
            new Editor(CommunityId.DefaultSet, "terminal"), new NewSource(new Uri(LoopbackWeb.Address(_web, "/feed")), SourceKind.Feed, null), Ct);
    }

    private DigestBot Start() => DigestBot.Start(new Run("--data", _data.Path)
    {
        Variables = new(LoopbackWeb.Variables(_web)) { ["DIGESTBOT__Web__Address"] = FreePort.Address },
    });

    private Task WaitForAsync(string moment) => moment switch
    {
        "the feed is being sent" => RequestAsync("/feed"),
        "a page is being sent" => RequestAsync("/pier/1"),
        _ => UntilAsync("select count(*) from articles"),
    };

    private async Task RequestAsync(string path)
    {
        while ((await _web.NextAsync(Ct)).Path != path)
        {
        }
    }

    private async Task UntilAsync(string counted)
    {
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await _database.ReadAsync(connection => connection.ExecuteScalarAsync<long>(counted), Ct) == 0)
        {
            await poll.WaitForNextTickAsync(Ct);
        }
    }
}
