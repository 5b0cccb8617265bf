using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Host.Storage.Communities;
using Dapper;

namespace Bot.Host.Storage.Deliveries;

/// <summary>Held digests, and whom they were told to.</summary>
public sealed class StoredHeldDigests(IDatabase database, TimeProvider clock) : IHeldDigests
{
    /// <summary>Condition that somebody was not told since the digest of subscription s was held: the column says when they were.</summary>
    internal static string IsUntold(string column) =>
        $"s.standing = {(int)SubscriptionStanding.Held} and coalesce(s.{column}, 0) < s.standing_since and {StoredFollows.IsDigest}";

    public Task<IReadOnlyList<HeldDigest>> UntoldAsync(IReadOnlyCollection<string> platforms, int most, CancellationToken ct) => database.ReadAsync<IReadOnlyList<HeldDigest>>(
        async connection =>
        {
            // A platform whose private chats have the id of their user is one where the maker can be found.
            var rows = await connection.QueryAsync<SubscriptionRow, Row, HeldDigest>(new CommandDefinition(
                $"""
                select {SubscriptionRow.Columns}, m.name as Name, p.platform as Platform, p.chat as Chat
                from subscriptions s
                join channels c on c.id = s.channel_id
                join communities m on m.id = c.community_id
                join communities p on p.platform = c.platform and p.chat <> '' and p.chat = substr(s.made_by, length(c.platform) + 2)
                where {IsUntold("maker_told_at")} and c.platform in @Platforms and p.id <> c.community_id and p.left_at is null and p.standing = {(int)CommunityStanding.Served}
                order by s.standing_since, s.id
                limit @Most
                """,
                new { Platforms = platforms, Most = most },
                cancellationToken: ct),
                (subscription, row) => new HeldDigest(subscription.ToSubscription(), row.Name, new ChatAddress(row.Platform, row.Chat, row.Chat)),
                splitOn: "Name");
            return [.. rows];
        },
        ct);

    public Task TellAsync(HeldDigest held, IReadOnlyList<string> messages, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            var now = Stored.Moment(clock.GetUtcNow());
            var isUntold = await connection.ExecuteAsync(new CommandDefinition(
                $"update subscriptions as s set maker_told_at = @Now where id = @Id and {IsUntold("maker_told_at")}",
                new { Id = held.Subscription.Id.Value, Now = now },
                cancellationToken: ct)) > 0;
            if (isUntold && await CommunityMove.FindAsync(connection, held.Maker.Platform, held.Maker.Community, ct) is { } community)
            {
                var channel = await Channels.EnterAsync(connection, new CommunityId(community), held.Maker, ct);
                await connection.ExecuteAsync(new CommandDefinition(
                    $"""
                    insert into deliveries (channel_id, slot_id, part, body, is_silent, state, made_at)
                    values (@Channel, null, @Part, @Body, 0, {(int)DeliveryState.Pending}, @Now)
                    """,
                    messages.Select((body, part) => new { Channel = channel, Part = part + 1, Body = body, Now = now }),
                    cancellationToken: ct));
            }

            return 0;
        },
        ct);

    private sealed class Row
    {
        public string Name { get; init; } = "";

        public string Platform { get; init; } = "";

        public string Chat { get; init; } = "";
    }
}
