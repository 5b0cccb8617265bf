using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Tests.Storage.Sources;

/// <summary>What every engine must do with a list of feeds that is too long for one transaction.</summary>
public abstract class ImportContract : StorageContract
{
    private static readonly Editor Anna = new(Harbour, "Anna");
    private static readonly Editor Ben = new(Valley, "Ben");
    private static readonly Editor Operator = new(CommunityId.DefaultSet, "terminal");

    [Fact]
    public async Task Others_write_while_an_import_is_under_way()
    {
        var seen = new List<int>();
        var clock = new PausingClock(Clock.GetUtcNow(), async () =>
        {
            await Sources.AddAsync(Ben, Feed($"ben{seen.Count}"), Ct);
            seen.Add((await Sources.ListAsync(Harbour, 0, 1, Ct)).Total);
        });

        var imported = await SourcesBy(clock).ImportAsync(Anna, Feeds(4), Ct);

        Assert.Equal([1, 2, 3, 4], seen);
        Assert.Equal(["feed0.example", "feed1.example", "feed2.example", "feed3.example"], imported.Select(followed => followed.Source!.Address!.Host));
        Assert.Equal(["4"], await AuditAsync());
    }

    [Fact]
    public async Task What_a_stopped_import_has_brought_stays_and_the_next_one_goes_on()
    {
        using var stop = new CancellationTokenSource();

        // A portion of one feed reads the clock when it begins, after the feed and at its end: this stops the third.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => SourcesBy(new HaltingClock(8, stop)).ImportAsync(Anna, Feeds(5), stop.Token));
        Assert.Equal(2, (await Sources.ListAsync(Harbour, 0, 1, Ct)).Total);
        var next = await Sources.ImportAsync(Anna, Feeds(5), Ct);

        Assert.Equal(
            [FollowOutcome.Known, FollowOutcome.Known, FollowOutcome.Added, FollowOutcome.Added, FollowOutcome.Added], next.Select(followed => followed.Outcome));
        Assert.Equal(["2", "3"], await AuditAsync());
    }

    [Fact]
    public async Task A_long_import_is_one_addition_even_as_the_last_of_the_day()
    {
        for (var number = 0; number < 19; number++)
        {
            await Sources.AddAsync(Anna, Feed($"one{number}"), Ct);
        }

        var imported = await Sources.ImportAsync(Anna, Feeds(70), Ct);
        var late = await Sources.ImportAsync(Anna, Feeds(71), Ct);

        Assert.All(imported, followed => Assert.Equal(FollowOutcome.Added, followed.Outcome));
        Assert.All(late.SkipLast(1), followed => Assert.Equal(FollowOutcome.Known, followed.Outcome));
        Assert.Equal(new Followed(FollowOutcome.TooManyToday, null, 20), late[^1]);
    }

    [Fact]
    public async Task Past_the_limit_of_a_community_what_it_follows_is_still_known()
    {
        await Sources.AddAsync(Anna, Feed("feed129"), Ct);

        var imported = await Sources.ImportAsync(Anna, Feeds(130), Ct);

        Assert.All(imported.Take(99), followed => Assert.Equal(FollowOutcome.Added, followed.Outcome));
        Assert.All(imported.Skip(99).SkipLast(1), followed => Assert.Equal(new Followed(FollowOutcome.TooMany, null, 100), followed));
        Assert.Equal((FollowOutcome.Known, "feed129.example"), (imported[^1].Outcome, imported[^1].Source!.Address!.Host));
    }

    [Fact]
    public async Task What_a_list_holds_twice_is_known_the_second_time()
    {
        var imported = await Sources.ImportAsync(Anna, [Feed("a"), Feed("b"), Feed("a")], Ct);

        Assert.Equal([FollowOutcome.Added, FollowOutcome.Added, FollowOutcome.Known], imported.Select(followed => followed.Outcome));
        Assert.Equal(imported[0].Source, imported[2].Source);
    }

    [Fact]
    public async Task New_sources_have_the_publisher_of_their_name()
    {
        await StoreAsync(CommunityId.DefaultSet, "Norrmark Post", new News("Pier", "It stays.").Address("https://norrmark-post.com/1"));

        await Sources.ImportAsync(Operator, [Named("a", "Norrmark Post"), Named("b", "Valley Letter"), Named("c", "Valley Letter"), Named("d", "Wire")], Ct);

        var owners = await Database.ReadAsync(
            connection => connection.QueryAsync<(string, string?)>(
                "select s.name, p.domain from sources s join publishers p on p.id = s.publisher_id and p.name = s.name order by s.id"),
            Ct);
        Assert.Equal(
            [("Norrmark Post", "norrmark-post.com"), ("Norrmark Post", "norrmark-post.com"), ("Valley Letter", null), ("Valley Letter", null), ("Wire", null)],
            owners);
        Assert.Equal(3, await Database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("select count(*) from publishers"), Ct));
    }

    private async Task<IEnumerable<string>> AuditAsync() => await Database.ReadAsync(
        connection => connection.QueryAsync<string>(
            "select became from changes where kind = @Kind order by id", new { Kind = (long)ChangeKind.SourcesImported }),
        Ct);

    private static NewSource[] Feeds(int count) => [.. Enumerable.Range(0, count).Select(number => Feed($"feed{number}"))];

    private static NewSource Feed(string host) => Named(host, title: null);

    private static NewSource Named(string host, string? title) => new(new Uri($"https://{host}.example/feed"), SourceKind.Feed, title);
}
