using System.Data.Common;
using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using Dapper;

namespace Bot.Host.Storage.Deliveries;

/// <summary>Who gets digests when.</summary>
public sealed class StoredSubscriptions(IDatabase database, TimeProvider clock) : ISubscriptions
{
    // @Platform is null for all channels of the community.
    private const string OfCommunity = $"""
        select {SubscriptionRow.Columns}
        from subscriptions s
        join channels c on c.id = s.channel_id
        where c.community_id = @Asker and {StoredFollows.IsDigest} and {Channels.IsWanted}
        """;

    public async Task<IReadOnlyList<Subscription>> ListAsync(CommunityId asker, ChatAddress? channel, CancellationToken ct) =>
        await database.ReadAsync(
            connection => SelectAsync(
                connection,
                $"{OfCommunity} and s.standing <> {(int)SubscriptionStanding.Ended} order by s.channel_id, s.number",
                Of(asker, channel),
                ct),
            ct);

    public async Task<Subscription?> EndedAsync(CommunityId asker, ChatAddress channel, CancellationToken ct) =>
        await database.ReadAsync(
            connection => SelectAsync(
                connection,
                $"{OfCommunity} and s.standing = {(int)SubscriptionStanding.Ended} order by s.standing_since desc, s.id desc limit 1",
                Of(asker, channel),
                ct),
            ct) is [var ended] ? ended : null;

    public Task<Subscription> AddAsync(Editor editor, ChatAddress channel, Schedule schedule, DigestWish wish, CancellationToken ct) =>
        database.WriteAsync(
            async connection =>
            {
                var channelId = await Channels.EnterAsync(connection, editor.Community, channel, ct);
                var now = clock.GetUtcNow();
                var id = await SubscriptionRow.InsertAsync(connection, channelId, editor, schedule, wish, dueAt: now, now, ct);
                return await LogAsync(connection, editor, ChangeKind.Subscribed, (await FindAsync(connection, editor.Community, id, ct))!, ct);
            },
            ct);

    public Task<Subscription?> ChangeAsync(
        Editor editor, SubscriptionId subscription, Schedule schedule, DigestWish wish, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            if (await FindAsync(connection, editor.Community, subscription.Value, ct) is not { } before)
            {
                return null;
            }

            var values = new DynamicParameters(SubscriptionRow.Values(schedule, wish));
            values.AddDynamicParams(new { Id = subscription.Value, Now = Now(), Offset = SubscriptionRow.OffsetOf(schedule.Zone, clock.GetUtcNow()) });
            await connection.ExecuteAsync(new CommandDefinition(
                $"""
                update subscriptions
                set times = @Times, days = @Days, zone = @Zone, zone_offset = coalesce(@Offset, zone_offset), quiet_from = @QuietFrom, quiet_to = @QuietTo,
                    valid_from = @ValidFrom, first_number = @FirstNumber, paused_until = @PausedUntil, style = @Style, most = @Most, topics = @Topics,
                    includes = @Includes, excludes = @Excludes, language = @Language, due_at = @Now,
                    standing_since = case when standing = {(int)SubscriptionStanding.Active} then standing_since else @Now end,
                    standing = {(int)SubscriptionStanding.Active}, held_for = null
                where id = @Id
                """,
                values,
                cancellationToken: ct));
            var after = (await FindAsync(connection, editor.Community, before.Id.Value, ct))!;
            return await LogAsync(connection, editor, KindOf(before, after), after, ct);
        },
        ct);

    public Task<bool> EndAsync(Editor editor, SubscriptionId subscription, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            if (await FindAsync(connection, editor.Community, subscription.Value, ct) is not { Standing: not SubscriptionStanding.Ended } before)
            {
                return false;
            }

            await connection.ExecuteAsync(new CommandDefinition(
                $"update subscriptions set standing = {(int)SubscriptionStanding.Ended}, standing_since = @Now, due_at = null, held_for = null where id = @Id",
                new { Id = subscription.Value, Now = Now() },
                cancellationToken: ct));
            await LogAsync(connection, editor, ChangeKind.Unsubscribed, before, ct);
            return true;
        },
        ct);

    private static ChangeKind KindOf(Subscription before, Subscription after) =>
        (after.Wish, after.Standing) != (before.Wish, before.Standing)
        || after.Schedule with { PausedUntil = null, ValidFrom = before.Schedule.ValidFrom } != before.Schedule with { PausedUntil = null }
            ? ChangeKind.SubscriptionChanged
            : after.Schedule.PausedUntil is not null ? ChangeKind.SubscriptionPaused
            : before.Schedule.PausedUntil is not null ? ChangeKind.SubscriptionResumed
            : ChangeKind.SubscriptionChanged;

    /// <summary>Names the digest by its number, and by its channel where that is one of several; what it became in times and zone, in no language.</summary>
    private async Task<Subscription> LogAsync(DbConnection connection, Editor editor, ChangeKind kind, Subscription changed, CancellationToken ct)
    {
        var number = changed.Number.ToString(CultureInfo.InvariantCulture);
        var times = changed.Schedule.Cadence.Times.Select(time => time.ToString("HH:mm", CultureInfo.InvariantCulture));
        await ChangeLog.AddAsync(
            connection, editor, kind, number + ChangeLog.Place(changed.Address),
            $"{string.Join(' ', times)} {changed.Schedule.Zone}", clock.GetUtcNow(), ct);
        return changed;
    }

    private static async Task<Subscription?> FindAsync(DbConnection connection, CommunityId community, long id, CancellationToken ct) =>
        await SelectAsync(
            connection,
            $"{OfCommunity} and s.id = @Id",
            new { Asker = community.Value, Platform = (string?)null, Chat = "", Channel = "", Id = id },
            ct) is [var found] ? found : null;

    private static async Task<IReadOnlyList<Subscription>> SelectAsync(DbConnection connection, string sql, object values, CancellationToken ct) =>
        [.. (await connection.QueryAsync<SubscriptionRow>(new CommandDefinition(sql, values, cancellationToken: ct))).Select(row => row.ToSubscription())];

    private static object Of(CommunityId asker, ChatAddress? channel) =>
        new { Asker = asker.Value, channel?.Platform, Chat = channel?.Community, channel?.Channel };

    private long Now() => Stored.Moment(clock.GetUtcNow());
}
