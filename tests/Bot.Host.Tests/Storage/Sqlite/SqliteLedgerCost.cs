using System.Data.Common;
using Bot.Host.Storage;
using Bot.Host.Storage.Communities;
using Bot.Host.Storage.Deliveries;
using Bot.Host.Tests.Storage.Deliveries;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bot.Host.Tests.Storage.Sqlite;

/// <summary>What comes each second, each minute or each day costs no more for all that was ever posted.</summary>
public sealed class SqliteLedgerCost : LedgerContract
{
    private const int Posted = 10_000;

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();

    [Fact]
    public async Task Thousands_of_digests_of_earlier_days_make_nothing_slower()
    {
        await ComposeAsync(1, "waits");
        await PlanAsync(await SubscribeAsync(2), -1);
        var before = await CostsAsync();
        await PostAsync(Posted);

        var after = await CostsAsync();

        // To read the least of each of them is more than this.
        Assert.All(before.Zip(after), cost => Assert.InRange(cost.Second.Steps, 0, cost.First.Steps + (Posted / 10)));
    }

    /// <summary>Digests that arrived ten days ago, in both channels.</summary>
    private Task PostAsync(int count) => Database.WriteAsync(
        connection => connection.ExecuteAsync(
            """
            insert into slots (subscription_id, local_date, number, due_at, state, settled_at)
            with recursive days (day) as (select 1 union all select day + 1 from days where day < @Count)
            select 1 + day % 2, day, 1, @At, 3, @At from days;
            insert into deliveries (channel_id, slot_id, part, body, is_silent, state, made_at, ended_at)
            select s.channel_id, p.id, 1, 'a digest', 0, 3, @At, @At from slots p join subscriptions s on s.id = p.subscription_id where p.state = 3;
            """,
            new { Count = count, At = Clock.GetUtcNow().AddDays(-10).ToUnixTimeMilliseconds() }),
        Ct);

    private async Task<IReadOnlyList<(string What, int Steps)>> CostsAsync()
    {
        var database = new CountingDatabase(Database);
        var (ledger, now) = (new StoredDeliveries(database, Clock), Clock.GetUtcNow());
        (string What, Func<Task> Do)[] works =
        [
            ("take", () => ledger.TakeAsync(Platform, TimeSpan.FromMinutes(5), [], isRestShared: false, 10, Ct)),
            ("when is the next", () => ledger.NextAsync(Platform, Ct)),
            ("recover", () => ledger.RecoverAsync(Platform, TimeSpan.FromMinutes(5), Ct)),
            ("which channels wait", () => new StoredSlots(database).WaitingAsync([Platform], now, 500, Ct)),
            ("which follows wait", () => new StoredFollows(database, Clock).WaitingAsync(now, Ct)),
            ("whom to tell of held ones", () => new StoredHeldDigests(database, Clock).UntoldAsync([Platform], 100, Ct)),
            ("watch", () => new StoredServiceNumbers(database).CountAsync([Platform], now, Ct)),
            ("clean up", () => new Retention(database, new StoredForgetting(database), Clock).CleanAsync(Ct)),
        ];
        var costs = new List<(string, int)>();
        foreach (var (what, work) in works)
        {
            database.Steps = 0;
            await work();
            costs.Add((what, database.Steps));
        }

        return costs;
    }

    /// <summary>Counts the steps that SQLite takes, in tens.</summary>
    private sealed class CountingDatabase(IDatabase inner) : IDatabase
    {
        public int Steps { get; set; }

        public IReadOnlyList<Migration> Migrations => inner.Migrations;

        public bool IsReadOnly => inner.IsReadOnly;

        public string CountTables => inner.CountTables;

        public string WordsRow => inner.WordsRow;

        public string AddArticleWords => inner.AddArticleWords;

        public string AddQuoteWords => inner.AddQuoteWords;

        public string ArticleRank => inner.ArticleRank;

        public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken ct) => inner.ReadAsync(connection => CountAsync(connection, work), ct);

        public Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken ct) => inner.WriteAsync(connection => CountAsync(connection, work), ct);

        public string Answers(string index) => inner.Answers(index);

        public string Each(string parameter) => inner.Each(parameter);

        public string Render(WordQuery query) => inner.Render(query);

        public Task<IReadOnlyList<string>> InspectAsync(CancellationToken ct) => inner.InspectAsync(ct);

        private async Task<T> CountAsync<T>(DbConnection connection, Func<DbConnection, Task<T>> work)
        {
            var handle = ((SqliteConnection)connection).Handle;
            raw.sqlite3_progress_handler(handle, 10, _ => Count(), null);
            try
            {
                return await work(connection);
            }
            finally
            {
                raw.sqlite3_progress_handler(handle, 0, null, null);
            }
        }

        private int Count()
        {
            Steps++;
            return 0;
        }
    }
}
