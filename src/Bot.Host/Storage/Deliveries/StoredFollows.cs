using System.Data.Common;
using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using Bot.Host.Storage.Corrections;
using Dapper;

namespace Bot.Host.Storage.Deliveries;

/// <summary>What channels follow, and the posts of it.</summary>
public sealed class StoredFollows(IDatabase database, TimeProvider clock) : IFollows
{
    /// <summary>Condition that a subscription s is one of digests.</summary>
    public const string IsDigest = "not exists (select 1 from follows f where f.subscription_id = s.id)";

    // A merged person is followed on the card that shows what is said of them.
    private static readonly string Selected = $"""
        select {SubscriptionRow.Columns}, f.kind as Kind, coalesce(m.id, f.target_id) as TargetId, f.words as Words, f.every_minutes as EveryMinutes,
            coalesce(m.slug, p.slug) as Slug, {Visible.Reader("c.community_id")} as Reader
        from follows f
        join subscriptions s on s.id = f.subscription_id
        join channels c on c.id = s.channel_id
        left join persons p on f.kind = {(int)FollowKind.Person} and p.id = f.target_id and p.key = f.person_key
        left join persons m on m.id = p.merged_into
        """;

    public Task<IReadOnlyList<Follow>> ListAsync(CommunityId asker, ChatAddress channel, CancellationToken ct) => database.ReadAsync<IReadOnlyList<Follow>>(
        async connection => [.. (await OfChannelAsync(connection, asker, channel, ct)).Select(row => row.ToFollow())], ct);

    public Task<Follow?> AddAsync(Editor editor, ChatAddress channel, FollowTarget target, FollowTerms terms, int most, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            var before = (await OfChannelAsync(connection, editor.Community, channel, ct))
                .FirstOrDefault(row => row.Kind == (int)target.Kind && (target.Id is null ? row.Words == target.Words : row.TargetId == target.Id));
            if (before is null && await CountAsync(connection, editor.Community, ct) >= most)
            {
                return null;
            }

            var id = before?.Id ?? await InsertAsync(connection, editor, channel, target, terms, ct);
            await connection.ExecuteAsync(new CommandDefinition(
                $"""
                update follows set every_minutes = @Every where subscription_id = @Id;
                update subscriptions set standing = {(int)SubscriptionStanding.Active}, held_for = null where id = @Id;
                """,
                new { Id = id, Every = (long)terms.Every.TotalMinutes },
                cancellationToken: ct));
            var follow = (await OfChannelAsync(connection, editor.Community, channel, ct)).Single(row => row.Id == id).ToFollow();
            await LogAsync(connection, editor, ChangeKind.Followed, follow.Order.Number, follow.Order.Id, ct);
            return follow;
        },
        ct);

    public Task<bool> EndAsync(Editor editor, SubscriptionId follow, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            var number = await connection.ExecuteScalarAsync<int?>(new CommandDefinition(
                $"""
                select s.number
                from follows f
                join subscriptions s on s.id = f.subscription_id
                join channels c on c.id = s.channel_id
                where s.id = @Id and c.community_id = @Community and s.standing <> {(int)SubscriptionStanding.Ended}
                """,
                new { Id = follow.Value, Community = editor.Community.Value },
                cancellationToken: ct));
            if (number is not { } ended)
            {
                return false;
            }

            await EndAsync(connection, follow, ct);
            await LogAsync(connection, editor, ChangeKind.Unfollowed, ended, follow, ct);
            return true;
        },
        ct);

    public Task EndGoneAsync(SubscriptionId follow, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            await EndAsync(connection, follow, ct);

            // A name that the operator took away lives on nowhere.
            return await connection.ExecuteAsync(new CommandDefinition(
                "update follows set words = '', person_key = null where subscription_id = @Id", new { Id = follow.Value }, cancellationToken: ct));
        },
        ct);

    public Task<IReadOnlyList<WaitingFollow>> WaitingAsync(DateTimeOffset now, CancellationToken ct) => database.ReadAsync<IReadOnlyList<WaitingFollow>>(
        async connection => [.. (await connection.QueryAsync<FollowRow>(new CommandDefinition(
            $"""
            {Selected}
            where s.standing = {(int)SubscriptionStanding.Active} and (coalesce(s.composed_at, 0) + f.every_minutes * 60000 <= @Now or s.composed_at > @Now) and not exists (
                select 1
                from deliveries d
                where d.channel_id = s.channel_id and d.state in ({(int)DeliveryState.Pending}, {(int)DeliveryState.Sending}))
            order by s.id
            """,
            new { Now = Stored.Moment(now) },
            cancellationToken: ct))).Select(row => new WaitingFollow(row.ToFollow(), new CommunityId(row.Reader)))],
        ct);

    public Task<IReadOnlyList<UntoldCorrection>> UntoldAsync(ChannelId channel, CancellationToken ct) => database.ReadAsync<IReadOnlyList<UntoldCorrection>>(
        async connection => [.. (await UntoldCorrections.OfAsync(database, connection, [channel.Value], ct))[channel.Value]], ct);

    public Task PostAsync(FollowPost post, DateTimeOffset composedAt, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            var order = post.Follow.Order;
            var slot = new Slot(DateOnly.FromDateTime(composedAt.UtcDateTime), (int)composedAt.UtcDateTime.TimeOfDay.TotalMinutes, composedAt);
            var isNext = await connection.ExecuteAsync(new CommandDefinition(
                $"""
                insert into slots (subscription_id, local_date, number, due_at, state)
                select s.id, @Day, @Number, @Due, {(int)SlotState.Planned}
                from subscriptions s
                where s.id = @Id and s.standing = {(int)SubscriptionStanding.Active} and coalesce(s.composed_at, 0) = @Before
                on conflict (subscription_id, local_date, number) do nothing
                """,
                new
                {
                    Id = order.Id.Value,
                    Day = Stored.Day(slot.Day),
                    slot.Number,
                    Due = Stored.Moment(composedAt),
                    Before = order.LastDigest is { } last ? Stored.Moment(last) : 0,
                },
                cancellationToken: ct)) > 0;
            if (isNext)
            {
                await new ComposedRows(connection, Stored.Moment(composedAt)).AddAsync(
                    new ComposedDigest(order.Channel, new PlannedSlot(order.Id, slot), post.Messages, Skip: null, IsSilent: false, [], [], post.Edition)
                    {
                        Shown = post.Shown,
                        Corrections = post.Corrections,
                    },
                    ct);
            }

            return 0;
        },
        ct);

    private static async Task<List<FollowRow>> OfChannelAsync(DbConnection connection, CommunityId community, ChatAddress channel, CancellationToken ct) =>
        (await connection.QueryAsync<FollowRow>(new CommandDefinition(
            $"""
            {Selected}
            where c.community_id = @Community and c.platform = @Platform and c.chat = @Chat and c.channel = @Channel
                and s.standing <> {(int)SubscriptionStanding.Ended}
            order by s.number
            """,
            new { Community = community.Value, channel.Platform, Chat = channel.Community, channel.Channel },
            cancellationToken: ct))).AsList();

    private static Task<int> CountAsync(DbConnection connection, CommunityId community, CancellationToken ct) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(
            $"""
            select count(*)
            from follows f
            join subscriptions s on s.id = f.subscription_id
            join channels c on c.id = s.channel_id
            where c.community_id = @Community and s.standing <> {(int)SubscriptionStanding.Ended}
            """,
            new { Community = community.Value },
            cancellationToken: ct));

    private static Task<int> EndAsync(DbConnection connection, SubscriptionId follow, CancellationToken ct) => connection.ExecuteAsync(new CommandDefinition(
        $"update subscriptions set standing = {(int)SubscriptionStanding.Ended}, held_for = null where id = @Id", new { Id = follow.Value }, cancellationToken: ct));

    /// <summary>Without the name, which the audit finds as long as it is known: it is kept when a name is taken away.</summary>
    private Task<long> LogAsync(DbConnection connection, Editor editor, ChangeKind kind, int number, SubscriptionId follow, CancellationToken ct) => ChangeLog.AddAsync(
        connection, editor, kind, number.ToString(CultureInfo.InvariantCulture), follow.Value.ToString(CultureInfo.InvariantCulture), clock.GetUtcNow(), ct);

    private async Task<long> InsertAsync(DbConnection connection, Editor editor, ChatAddress channel, FollowTarget target, FollowTerms terms, CancellationToken ct)
    {
        var (now, channelId) = (clock.GetUtcNow(), await Channels.EnterAsync(connection, editor.Community, channel, ct));
        var schedule = new Schedule { Cadence = Cadence.Default, Zone = terms.Zone, Quiet = terms.Quiet, ValidFrom = now };
        var id = await SubscriptionRow.InsertAsync(
            connection, channelId, editor, schedule, new DigestWish("", null, null, null, null, terms.Language), dueAt: null, now, ct);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into follows (subscription_id, kind, target_id, person_key, words, every_minutes)
            values (@Id, @Kind, @Target, (select key from persons where @IsPerson and id = @Target), @Words, @Every)
            """,
            new { Id = id, Kind = (int)target.Kind, Target = target.Id, IsPerson = target.Kind == FollowKind.Person, target.Words, Every = (long)terms.Every.TotalMinutes },
            cancellationToken: ct));
        return id;
    }

    private sealed class FollowRow : SubscriptionRow
    {
        public long Kind { get; init; }

        public long? TargetId { get; init; }

        public string Words { get; init; } = "";

        public long EveryMinutes { get; init; }

        public string? Slug { get; init; }

        public long Reader { get; init; }

        public Follow ToFollow() => new(
            ToSubscription(), new FollowTarget((FollowKind)Kind, TargetId, Words), TimeSpan.FromMinutes(EveryMinutes), Slug);
    }
}
