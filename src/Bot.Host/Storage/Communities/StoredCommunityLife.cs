using System.Data.Common;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Host.Storage.Deliveries;
using Dapper;

namespace Bot.Host.Storage.Communities;

/// <summary>What becomes of subscriptions when communities and channels come, go and move.</summary>
public sealed class StoredCommunityLife(IDatabase database, TimeProvider clock) : ICommunityLife
{
    public Task LeftAsync(string platform, string community, DeliveryReason why, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            if (await CommunityMove.FindAsync(connection, platform, community, ct) is not { } left)
            {
                return 0;
            }

            var now = Now();
            await connection.ExecuteAsync(new CommandDefinition(
                "update communities set left_at = coalesce(left_at, @Now) where id = @Community", new { Community = left, Now = now }, cancellationToken: ct));
            var channels = await connection.QueryAsync<long>(new CommandDefinition(
                "select id from channels where community_id = @Community", new { Community = left }, cancellationToken: ct));
            var ending = new DeliveryEnding(connection, now);
            foreach (var channel in channels)
            {
                await ending.HoldAsync(channel, why, ct);
            }

            return 0;
        },
        ct);

    public Task ClosedAsync(ChatAddress channel, DeliveryReason why, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            if (await Channels.FindAsync(connection, channel, ct) is { } closed)
            {
                await new DeliveryEnding(connection, Now()).HoldAsync(closed, why, ct);
            }

            return 0;
        },
        ct);

    public Task ReturnedAsync(string platform, string community, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            if (await CommunityMove.FindAsync(connection, platform, community, ct) is { } returned)
            {
                // A message is often refused before anybody tells that the bot was removed.
                await ResumeAsync(
                    connection,
                    $"""
                    channel_id in (select c.id from channels c where c.community_id = @Value)
                        and (held_for = {(int)DeliveryReason.Forbidden} or standing_since >= (select m.left_at from communities m where m.id = @Value))
                    """,
                    returned,
                    ct);
                await connection.ExecuteAsync(new CommandDefinition(
                    "update communities set left_at = null where id = @Community", new { Community = returned }, cancellationToken: ct));
            }

            return 0;
        },
        ct);

    public Task ReopenedAsync(ChatAddress channel, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            if (await Channels.FindAsync(connection, channel, ct) is { } reopened)
            {
                await ResumeAsync(connection, "channel_id = @Value", reopened, ct);
            }

            return 0;
        },
        ct);

    public Task<IReadOnlyList<SubscribedChannel>> ChannelsAsync(string platform, string community, CancellationToken ct) => database.ReadAsync<IReadOnlyList<SubscribedChannel>>(
        async connection => [.. (await connection.QueryAsync<(string Channel, bool IsHeld)>(new CommandDefinition(
            $"""
            select c.channel, max(case when s.standing = {(int)SubscriptionStanding.Held} then 1 else 0 end) = 1
            from channels c
            join subscriptions s on s.channel_id = c.id
            where c.platform = @Platform and c.chat = @Community and s.standing <> {(int)SubscriptionStanding.Ended}
            group by c.channel
            """,
            new { Platform = platform, Community = community },
            cancellationToken: ct))).Select(row => new SubscribedChannel(row.Channel, row.IsHeld))],
        ct);

    public Task MovedAsync(ChatAddress from, ChatAddress to, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            await new ChannelMove(connection).MoveAsync(from, to, ct);
            return 0;
        },
        ct);

    /// <summary>Held subscriptions go on as after a pause: what was due in the meantime is not told later.</summary>
    private Task<int> ResumeAsync(DbConnection connection, string which, long value, CancellationToken ct) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            update subscriptions
            set standing = {(int)SubscriptionStanding.Active}, standing_since = @Now, held_for = null, due_at = @Now,
                valid_from = case when valid_from > @Now then valid_from else @Now end
            where standing = {(int)SubscriptionStanding.Held} and {which}
            """,
            new { Value = value, Now = Now() },
            cancellationToken: ct));

    private long Now() => Stored.Moment(clock.GetUtcNow());
}
