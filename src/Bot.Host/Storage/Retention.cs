using Bot.Digest.Ports;
using Bot.Host.Storage.Deliveries;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>How long what is no use any more is kept. A stopped clean-up goes on with the next one.</summary>
public sealed class Retention(IDatabase database, IForgetting forgetting, TimeProvider clock)
{
    /// <summary>A community whose bot was removed, and a digest that the platform refuses: time enough to come back.</summary>
    public static readonly TimeSpan OfHeld = TimeSpan.FromDays(30);

    /// <summary>Buttons of old messages still work for a season.</summary>
    public static readonly TimeSpan OfButtons = TimeSpan.FromDays(90);

    /// <summary>What was posted and changed.</summary>
    public static readonly TimeSpan OfRecords = TimeSpan.FromDays(180);

    /// <summary>Rows of one transaction, so that nobody waits for long.</summary>
    private const int Portion = 500;

    private static readonly string Ended =
        $"state in ({(int)DeliveryState.Sent}, {(int)DeliveryState.Uncertain}, {(int)DeliveryState.Undeliverable})";

    /// <summary>Old rows, each statement taking a portion of them. What points at others goes before them.</summary>
    private static readonly (string Sql, TimeSpan Age)[] Old =
    [
        ("delete from button_commands where key in (select b.key from button_commands b where b.used_at < @Before limit @Portion)", OfButtons),
        ("delete from changes where id in (select h.id from changes h where h.made_at < @Before limit @Portion)", OfRecords),
        ("delete from reports where id in (select r.id from reports r where r.made_at < @Before limit @Portion)", OfRecords),
        ($"delete from deliveries where id in (select d.id from deliveries d where d.ended_at < @Before and {Ended} limit @Portion)", OfRecords),
        ("""
         delete from slots
         where id in (
             select p.id
             from slots p
             where p.settled_at < @Before
                 and not exists (select 1 from deliveries d where d.slot_id = p.id)
                 and not exists (select 1 from slots m where m.merged_into = p.id)
                 and not exists (select 1 from corrections k where k.told_slot_id = p.id)
             limit @Portion)
         """, OfRecords),
    ];

    /// <summary>A name that the operator took away lives on nowhere: not with what was followed once either.</summary>
    private static readonly string[] NamesTakenAway =
    [
        $"""
        update follows set words = '', person_key = null
        where kind = {(int)FollowKind.Person} and person_key is not null
            and exists (select 1 from subscriptions s where s.id = follows.subscription_id and s.standing = {(int)SubscriptionStanding.Ended})
            and not exists (select 1 from persons p where p.id = follows.target_id and p.key = follows.person_key)
        """,
    ];

    private static readonly string[] Held =
    [
        "delete from corrections where told_slot_id in (select p.id from slots p where p.subscription_id = @Subscription)",
        "delete from deliveries where slot_id in (select p.id from slots p where p.subscription_id = @Subscription)",
        "update slots set merged_into = null where merged_into in (select p.id from slots p where p.subscription_id = @Subscription)",
        "delete from slots where subscription_id = @Subscription",
        "delete from follows where subscription_id = @Subscription",
        "delete from subscriptions where id = @Subscription",
        """
        delete from channels
        where not exists (select 1 from subscriptions s where s.channel_id = channels.id)
            and not exists (select 1 from deliveries d where d.channel_id = channels.id)
            and not exists (select 1 from corrections k where k.channel_id = channels.id)
        """,
    ];

    /// <summary>Takes out everything that is older than it may become.</summary>
    public async Task CleanAsync(CancellationToken ct)
    {
        foreach (var community in await LongLeftAsync(ct))
        {
            await forgetting.ForgetCommunityAsync(community, ct);
        }

        await DropHeldAsync(ct);
        foreach (var (sql, age) in Old)
        {
            var values = new { Before = Before(age), Portion };
            while (await database.WriteAsync(connection => connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: ct)), ct) == Portion)
            {
                ct.ThrowIfCancellationRequested();
            }
        }

        await RunAsync(EditionRows.Untold, subscription: null, ct);
        await RunAsync(NamesTakenAway, subscription: null, ct);
        await ArticleRemoval.PurgeAsync(database, ct);
    }

    private async Task<IReadOnlyList<CommunityId>> LongLeftAsync(CancellationToken ct) => await database.ReadAsync(
        async connection => (await connection.QueryAsync<long>(new CommandDefinition(
            "select id from communities where left_at < @Before", new { Before = Before(OfHeld) }, cancellationToken: ct))).Select(id => new CommunityId(id)).ToList(),
        ct);

    /// <summary>One after the other: what each has in the ledger goes with it.</summary>
    private async Task DropHeldAsync(CancellationToken ct)
    {
        var held = await database.ReadAsync(
            connection => connection.QueryAsync<long>(new CommandDefinition(
                $"select id from subscriptions where standing = {(int)SubscriptionStanding.Held} and standing_since < @Before",
                new { Before = Before(OfHeld) },
                cancellationToken: ct)),
            ct);
        foreach (var subscription in held)
        {
            await RunAsync(Held, subscription, ct);
        }
    }

    private Task<int> RunAsync(IReadOnlyList<string> statements, long? subscription, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            foreach (var sql in statements)
            {
                await connection.ExecuteAsync(new CommandDefinition(sql, new { Subscription = subscription }, cancellationToken: ct));
            }

            return 0;
        },
        ct);

    private long Before(TimeSpan age) => Stored.Moment(clock.GetUtcNow() - age);
}
