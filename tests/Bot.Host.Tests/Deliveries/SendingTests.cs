using Bot.Digest.Chat;
using Bot.Digest.Deliveries;
using Bot.Digest.Ports;
using Bot.Host.Storage;
using Bot.Host.Tests.Storage.Deliveries;
using Bot.Host.Tests.Storage.Sqlite;
using Dapper;

namespace Bot.Host.Tests.Deliveries;

/// <summary>What becomes of messages between the ledger and a platform.</summary>
public sealed class SendingTests : LedgerContract
{
    private readonly List<Exception> _defects = [];

    [Fact]
    public async Task Everything_that_waits_is_posted_once_and_in_each_channel_in_turn()
    {
        for (var channel = 1; channel <= 20; channel++)
        {
            await ComposeAsync(channel, $"{channel} a", $"{channel} b", $"{channel} c");
        }

        var platform = new ScriptedPlatform((post, _) => new Posted(post.Body));
        await RunAsync(platform);

        Assert.Equal(60, platform.Posts.Count);
        Assert.All(
            platform.Posts.GroupBy(post => post.To),
            channel => Assert.Equal(channel.Select(post => post.Body).Order(StringComparer.Ordinal), channel.Select(post => post.Body)));
        Assert.Equal([(int)DeliveryState.Sent], await StatesAsync());
        Assert.InRange(platform.MostAtOnce, 2, 4);
    }

    [Fact]
    public async Task A_lost_answer_is_never_followed_by_a_second_try_where_the_platform_knows_no_keys()
    {
        await ComposeAsync(1, "a", "b");

        var platform = new ScriptedPlatform((post, _) => post.Body == "a" ? new PostUnclear() : new Posted("m"));
        await RunAsync(platform);

        Assert.Equal(["a", "b"], platform.Posts.Select(post => post.Body));
        Assert.Equal([(int)DeliveryState.Sent, (int)DeliveryState.Uncertain], await StatesAsync());
    }

    [Fact]
    public async Task A_message_that_the_platform_put_off_comes_again_under_its_key_and_the_next_of_the_channel_waits_for_it()
    {
        await ComposeAsync(1, "a", "b");

        var platform = new ScriptedPlatform((post, tries) =>
            post.Body == "a" && tries < 3 ? new PostLater(TimeSpan.FromMilliseconds(1), IsForAll: false) : new Posted("m"));
        await RunAsync(platform);

        Assert.Equal(["a", "a", "a", "b"], platform.Posts.Select(post => post.Body));
        Assert.Equal(2, platform.Posts.Select(post => post.Key).Distinct().Count());
    }

    [Fact]
    public async Task A_defect_of_a_platform_is_told_and_the_other_channels_go_on()
    {
        await ComposeAsync(1, "a");
        await ComposeAsync(2, "b");

        var platform = new ScriptedPlatform((post, _) => post.Body == "a" ? throw new InvalidOperationException("broken") : new Posted("m"));
        await RunAsync(platform);

        Assert.Equal("broken", Assert.Single(_defects).Message);
        Assert.Equal([(int)DeliveryState.Sent, (int)DeliveryState.Uncertain], await StatesAsync());
    }

    [Fact]
    public async Task Told_to_stop_it_begins_nothing_new_and_waits_for_what_is_on_its_way()
    {
        await ComposeAsync(1, "a", "b");
        using var stop = new CancellationTokenSource();
        var gate = new TaskCompletionSource();
        var platform = new ScriptedPlatform((_, _) => new Posted("m")) { Gate = gate.Task };

        var running = Of(platform).RunAsync(CancellationToken.None, stop.Token);
        await platform.FirstCame.Task;
        await stop.CancelAsync();
        gate.SetResult();
        await running;

        Assert.Equal(["a"], platform.Posts.Select(post => post.Body));
        Assert.Equal([(int)DeliveryState.Pending, (int)DeliveryState.Sent], await StatesAsync());
    }

    [Fact]
    public async Task What_does_not_end_in_time_is_uncertain_and_said_so()
    {
        await ComposeAsync(1, "a");
        using var stop = new CancellationTokenSource();
        var platform = new ScriptedPlatform((_, _) => new Posted("m")) { Gate = new TaskCompletionSource().Task };

        var running = Of(platform).RunAsync(stop.Token, stop.Token);
        await platform.FirstCame.Task;
        await stop.CancelAsync();
        await running;

        Assert.Equal([(int)DeliveryState.Uncertain], await StatesAsync());
    }

    [Fact]
    public async Task What_the_archive_could_not_write_down_is_written_down_later_and_not_sent_again()
    {
        await ComposeAsync(1, "a");
        var platform = new ScriptedPlatform((_, _) => new Posted("m"));

        await PassAsync(platform, new StumblingLedger(Ledger, failures: 2), TimeSpan.FromMinutes(1));

        Assert.Equal(2, _defects.Count);
        Assert.Single(platform.Posts);
        Assert.Equal([(int)DeliveryState.Sent], await StatesAsync());
    }

    [Fact]
    public async Task An_end_that_is_written_down_is_not_written_again_when_the_platforms_rest_is()
    {
        await ComposeAsync(1, "a");
        var ledger = new StumblingLedger(Ledger, failures: 0);
        var platform = new ScriptedPlatform((_, tries) => tries == 1 ? new PostLater(TimeSpan.FromSeconds(10), IsForAll: true) : new Posted("m"));

        await PassAsync(platform, ledger, TimeSpan.FromMinutes(1), rest: new LongRest(Platform, new StumblingState(), Clock));

        Assert.Equal(2, platform.Posts.Count);
        Assert.Equal([typeof(DeliveryEnd.Again), typeof(DeliveryEnd.Sent)], ledger.Ends.Select(end => end.GetType()));
    }

    [Fact]
    public async Task While_as_many_messages_are_on_their_way_as_may_be_the_archive_is_left_alone()
    {
        await ComposeAsync(1, "a");
        await ComposeAsync(2, "b");
        var gate = new TaskCompletionSource();
        var ledger = new StumblingLedger(Ledger, failures: 0);
        var platform = new ScriptedPlatform((_, _) => new Posted("m")) { Gate = gate.Task, Terms = new PostingTerms { MessagesASecond = 100_000, MostOnTheirWay = 1 } };

        var passing = PassAsync(platform, ledger, TimeSpan.FromSeconds(60));
        await platform.FirstCame.Task;
        var looks = ledger.Looks;
        for (var second = 0; second < 9; second++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        var meanwhile = ledger.Looks - looks;
        gate.SetResult();
        await passing;

        Assert.InRange(meanwhile, 0, 3);
        Assert.Equal(2, platform.Posts.Count);
    }

    [Fact]
    public async Task A_turn_that_comes_within_a_millisecond_is_waited_for_without_asking_the_archive_over_and_over()
    {
        await ComposeAsync(1, "a");
        await ComposeAsync(2, "b");
        var looks = 0;
        var ledger = new StumblingLedger(Ledger, failures: 0)
        {
            OnLook = () => Assert.InRange(++looks, 1, 20),
        };
        var platform = new ScriptedPlatform((_, _) => new Posted("m"));

        await PassAsync(platform, ledger, TimeSpan.FromSeconds(60));

        Assert.Equal(2, platform.Posts.Count);
    }

    [Fact]
    public async Task Other_channels_do_not_wait_for_one_that_was_put_off_however_slow_the_archive_is()
    {
        for (var channel = 1; channel <= 9; channel++)
        {
            await ComposeAsync(channel, $"{channel}");
        }

        var ledger = new StumblingLedger(Ledger, failures: 0) { OnLook = () => Clock.Advance(TimeSpan.FromMilliseconds(50)) };
        var platform = new ScriptedPlatform((post, _) => post.Body == "1" ? new PostLater(TimeSpan.FromHours(1), IsForAll: false) : new Posted("m"))
        {
            Terms = new PostingTerms { MessagesASecond = 20, MostOnTheirWay = 16 },
        };

        await PassAsync(platform, ledger, TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(10));

        Assert.Equal(9, platform.Posts.Count);
    }

    [Fact]
    public async Task A_platform_that_wants_to_hear_nothing_for_long_is_left_alone_through_a_restart()
    {
        await ComposeAsync(1, "a");
        var platform = new ScriptedPlatform((_, tries) => tries == 1 ? new PostLater(TimeSpan.FromMinutes(10), IsForAll: true) : new Posted("m"));
        await PassAsync(platform, Ledger, TimeSpan.FromSeconds(20));
        await ComposeAsync(2, "b");

        await PassAsync(platform, Ledger, TimeSpan.FromMinutes(9));
        var early = platform.Posts.Count;
        await PassAsync(platform, Ledger, TimeSpan.FromMinutes(2));

        Assert.Equal(1, early);
        Assert.Equal(3, platform.Posts.Count);
    }

    [Fact]
    public async Task Topics_of_one_group_take_turns_in_its_pace_and_another_group_does_not_wait_for_them()
    {
        await ComposeAsync(Topic(1, 11), "1 a", "1 b");
        await ComposeAsync(Topic(1, 12), "2 a", "2 b");
        await ComposeAsync(Topic(2, 11), "3 a", "3 b");
        var ledger = new StumblingLedger(Ledger, failures: 0) { Clock = Clock };
        var platform = new ScriptedPlatform((_, _) => new Posted("m"))
        {
            Terms = new PostingTerms { MessagesASecond = 25, ChannelGap = _ => TimeSpan.FromSeconds(3), IsGapShared = true, MostOnTheirWay = 16 },
        };

        await PassAsync(platform, ledger, TimeSpan.FromMinutes(1));

        Assert.Equal(6, platform.Posts.Count);
        Assert.All(
            ledger.Taken.GroupBy(one => one.Post.To.Community),
            group => Assert.All(group.Zip(group.Skip(1)), two => Assert.InRange(two.Second.At - two.First.At, TimeSpan.FromSeconds(3), TimeSpan.MaxValue)));
        Assert.All(
            ledger.Taken.GroupBy(one => one.Post.To),
            topic => Assert.Equal(topic.Select(one => one.Post.Body).Order(StringComparer.Ordinal), topic.Select(one => one.Post.Body)));
        Assert.Equal(Channel(1).Community, ledger.Taken[^1].Post.To.Community);
    }

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();

    private Task RunAsync(ScriptedPlatform platform) => Of(platform).RunAsync(CancellationToken.None, Ct);

    // The real clock: what is put off here is put off by a moment.
    private Sending Of(ScriptedPlatform platform) => new(
        platform, new Host.Storage.Deliveries.StoredDeliveries(Database, TimeProvider.System), Rest, TimeProvider.System, (_, error) => _defects.Add(error));

    /// <summary>Runs with the fake clock, which goes on by itself, in steps.</summary>
    private async Task PassAsync(ScriptedPlatform platform, IDeliveryLedger ledger, TimeSpan atMost, TimeSpan? step = null, LongRest? rest = null)
    {
        using var stop = new CancellationTokenSource();
        var running = new Sending(platform, ledger, rest ?? Rest, Clock, (_, error) => _defects.Add(error)).RunAsync(CancellationToken.None, stop.Token);
        await Clock.PassAsync(running, step ?? TimeSpan.FromMilliseconds(250), atMost);
        await stop.CancelAsync();
        await running;
    }

    private async Task<List<int>> StatesAsync() => await Database.ReadAsync(
        async connection => (await connection.QueryAsync<int>("select distinct state from deliveries order by state")).ToList(), Ct);

    /// <summary>A state that cannot be written the first time.</summary>
    private sealed class StumblingState : IPlatformState
    {
        private bool _hasFailed;

        public Task<string?> ReadAsync(string platform, string name, CancellationToken ct) => Task.FromResult<string?>(null);

        public Task WriteAsync(string platform, string name, string value, CancellationToken ct)
        {
            if (_hasFailed)
            {
                return Task.CompletedTask;
            }

            _hasFailed = true;
            throw new StorageException("The disk is full.");
        }
    }
}
