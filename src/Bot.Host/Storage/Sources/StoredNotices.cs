using System.Data.Common;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Host.Storage.Deliveries;
using Dapper;

namespace Bot.Host.Storage.Sources;

/// <summary>What admins were not told yet, and what is in doubt now.</summary>
public sealed class StoredNotices(IDatabase database, TimeProvider clock) : INotices
{
    /// <summary>A source is silent when it could not be read for so long: two days bring a daily paper twice.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromDays(2);

    private const string Name = "coalesce(c.name, s.name)";

    private const string Untold = "community_id = @Community and told_at is null";

    private static readonly string Held = $"""
        from subscriptions s
        join channels c on c.id = s.channel_id
        where c.community_id = @Community and {Channels.IsWanted} and {StoredHeldDigests.IsUntold("admins_told_at")}
        """;

    public async Task<AdminNotices> TakeAsync(CommunityId community, ChatAddress? channel, CancellationToken ct)
    {
        var values = new { Community = community.Value, channel?.Platform, Chat = channel?.Community, channel?.Channel, Now = Stored.Moment(clock.GetUtcNow()) };

        // Asked with every answer to an admin and nearly always for nothing: nobody waits for the right to write for that.
        var hasNews = await database.ReadAsync(
            connection => connection.ExecuteScalarAsync<bool>(new CommandDefinition(
                $"select exists (select 1 from source_notices where {Untold}) or exists (select 1 {Held})",
                values,
                cancellationToken: ct)),
            ct);

        // Where nothing can be written, nobody could note that it was told, and it would stand under every answer.
        return hasNews && !database.IsReadOnly ? await database.WriteAsync(connection => MarkAsync(connection, values, ct), ct) : new AdminNotices([], []);
    }

    private static async Task<AdminNotices> MarkAsync(DbConnection connection, object values, CancellationToken ct)
    {
        var sources = await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
            select n.source_id as Source, {Name} as Name, n.doubt as Doubt, n.is_gone as IsGone, n.seen_at as SeenAt
            from source_notices n
            join sources s on s.id = n.source_id
            join community_sources c on c.source_id = n.source_id and c.community_id = n.community_id
            where n.community_id = @Community and n.told_at is null
            order by n.seen_at, n.source_id
            """,
            values,
            cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            $"update source_notices set told_at = @Now where {Untold}", values, cancellationToken: ct));
        var held = await connection.QueryAsync<SubscriptionRow>(new CommandDefinition(
            $"select {SubscriptionRow.Columns} {Held} order by s.standing_since, s.id", values, cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            $"update subscriptions set admins_told_at = @Now where id in (select s.id {Held})", values, cancellationToken: ct));
        return new AdminNotices([.. sources.Select(row => row.ToNotice())], [.. held.Select(row => row.ToSubscription())]);
    }

    public Task<IReadOnlyList<SourceNotice>> CurrentAsync(CommunityId asker, CancellationToken ct) => database.ReadAsync<IReadOnlyList<SourceNotice>>(
        async connection => [.. (await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
            select s.id as Source, {OutletName.Shown} as Name, v.doubt as Doubt, v.is_gone as IsGone,
                coalesce(v.doubt_since, case when v.is_gone then v.visited_at else v.succeeded_at end, s.added_at) as SeenAt
            from source_visits v
            join sources s on s.id = v.source_id
            where v.source_id in {Visible.Sources}
                and (v.doubt is not null or v.is_gone or (v.failures > 0 and coalesce(v.succeeded_at, s.added_at) < @Silent))
            order by SeenAt, s.id
            """,
            new { Asker = asker.Value, Silent = Stored.Moment(clock.GetUtcNow() - Silence) },
            cancellationToken: ct))).Select(row => row.ToNotice())],
        ct);

    private sealed class Row
    {
        public long Source { get; init; }

        public string Name { get; init; } = "";

        public long? Doubt { get; init; }

        public bool IsGone { get; init; }

        public long SeenAt { get; init; }

        public SourceNotice ToNotice() => new(new SourceId(Source), Name, (SourceDoubt?)Doubt, IsGone, Stored.Moment(SeenAt));
    }
}
