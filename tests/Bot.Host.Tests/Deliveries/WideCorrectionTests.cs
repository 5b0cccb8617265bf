using Bot.Digest.Chat;
using Bot.Digest.Deliveries;
using Bot.Digest.Ports;
using Bot.Host.Storage;
using Bot.Host.Storage.Corrections;
using Bot.Host.Storage.Sources;
using Bot.Host.Tests.Storage;
using Bot.Host.Tests.Storage.Deliveries;
using Bot.Host.Tests.Storage.Sqlite;
using Dapper;

namespace Bot.Host.Tests.Deliveries;

/// <summary>A digest of more channels than are put right together is put right in all of them.</summary>
public sealed class WideCorrectionTests : LedgerContract
{
    private const int Channels = 450;
    private const string Words = "“The ferries will run again before the summer holidays,”";

    private readonly ScriptedPlatform _platform = new((_, _) => new Posted("m"));

    [Fact]
    public async Task It_is_put_right_in_each_once_and_nothing_is_left_to_look_at()
    {
        await WriteAsync();
        var before = await WrongAsync();

        await CorrectAsync(Clock);
        await CorrectAsync(Clock);

        Assert.Equal((Channels, 0), (before, await WrongAsync()));
        Assert.Empty((await new StoredPostedDigests(Database, Clock).ChangedAsync(DateTimeOffset.MinValue, after: null, Ct)).Through);
    }

    [Fact]
    public async Task What_a_failure_left_is_put_right_the_next_time()
    {
        await WriteAsync();

        await Assert.ThrowsAsync<IOException>(() => CorrectAsync(new BreakingClock(Clock, readings: 2)));
        var left = await WrongAsync();
        await CorrectAsync(Clock);

        Assert.InRange(left, 1, Channels - 1);
        Assert.Equal(0, await WrongAsync());
    }

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();

    /// <summary>One digest for all channels, not sent yet, with a quote that is hidden afterwards.</summary>
    private async Task WriteAsync()
    {
        await SubscribeAsync(1);
        await Database.WriteAsync(
            async connection =>
            {
                var columns = string.Join(", ", await connection.QueryAsync<string>("select name from pragma_table_info('subscriptions') where name not in ('id', 'channel_id')"));
                return await connection.ExecuteAsync(
                    $"""
                    insert into channels (community_id, platform, chat, channel) select community_id, platform, @Chat, @Chat from channels where id = 1;
                    insert into subscriptions (channel_id, {columns}) select last_insert_rowid(), {columns} from subscriptions where id = 1;
                    """,
                    Enumerable.Range(2, Channels - 1).Select(channel => new { Chat = $"-100{channel}" }));
            },
            Ct);
        await StoreAsync(Harbour, "Norrmark Post", new News("Ferry strike begins", $"The strike began on Monday.\n{Words} Omar Feld told reporters.")
            .At(Clock.GetUtcNow()).Person("Omar Feld").Said(Words, "Omar Feld"));
        Clock.Advance(TimeSpan.FromDays(1));
        await new SlotPlanning(Slots, Clock, _ => Assert.Fail("a lost zone")).RunAsync(Ct);
        var desk = new NewsDesk(Stories, Quotes, new StoredNotices(Database, Clock), Slots);
        await new DigestWriting(Slots, desk, [_platform], Clock, (_, error) => throw error).RunAsync(Ct);
        var quote = Assert.Single(await Quotes.InArticlesAsync(Harbour, [new ArticleId(1)], Ct));
        await new StoredQuoteMarks(Database, Clock).MarkAsync(Admin, ItemReference.Of(quote), QuoteMark.Hidden, Ct);
    }

    private Task CorrectAsync(TimeProvider clock) =>
        new Correcting(new StoredPostedDigests(Database, clock), Quotes, [_platform], Clock, (_, error) => throw error).RunAsync(Ct);

    /// <summary>How many messages hold the quote.</summary>
    private Task<int> WrongAsync() => Database.ReadAsync(
        connection => connection.ExecuteScalarAsync<int>("select count(*) from deliveries where instr(body, 'before the summer holidays') > 0"), Ct);

    /// <summary>A clock that can be read so many times.</summary>
    private sealed class BreakingClock(TimeProvider clock, int readings) : TimeProvider
    {
        private int _left = readings;

        public override DateTimeOffset GetUtcNow() => _left-- > 0 ? clock.GetUtcNow() : throw new IOException("broken");
    }
}
