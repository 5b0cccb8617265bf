using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Deliveries;

/// <summary>What became of due digests.</summary>
public sealed class StoredDigestHistory(IDatabase database, TimeProvider clock) : IDigestHistory
{
    private static readonly string Failed =
        $"(p.state in ({(int)SlotState.Uncertain}, {(int)SlotState.Undeliverable}) or (p.state = {(int)SlotState.Skipped} and p.reason = {(int)SkipReason.TooOld}))";

    public Task<Hits<DigestReport>> HistoryAsync(CommunityId asker, ChatAddress? channel, bool failed, int skip, int take, CancellationToken ct) => database.ReadAsync(
        async connection =>
        {
            var from = $"""
                from slots p
                join subscriptions s on s.id = p.subscription_id
                join channels c on c.id = s.channel_id
                left join follows f on f.subscription_id = s.id
                where c.community_id = @Asker and {Channels.IsWanted} and (not @Failed or {Failed})
                """;
            var values = new { Asker = asker.Value, channel?.Platform, Chat = channel?.Community, channel?.Channel, Failed = failed, Skip = skip, Take = take };
            var total = await connection.ExecuteScalarAsync<int>(new CommandDefinition($"select count(*) {from}", values, cancellationToken: ct));
            var rows = await connection.QueryAsync<ReportRow>(new CommandDefinition(
                $"""
                select p.id as Id, c.platform as Platform, c.chat as Chat, c.channel as Channel, s.number as Number, p.due_at as DueAt, f.words as Follow,
                    p.state as State, p.reason as Skip, p.settled_at as SettledAt,
                    (select max(d.reason) from deliveries d where d.slot_id = p.id) as Reason
                {from}
                order by p.due_at desc, p.id desc
                limit @Take offset @Skip
                """,
                values,
                cancellationToken: ct));
            return new Hits<DigestReport>([.. rows.Select(row => row.ToReport())], total);
        },
        ct);

    public Task<int> SendAgainAsync(Editor editor, ChatAddress? channel, SlotId slot, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            // Under a new number, and so under a new key: the old one may stand for a message that is there. The day on which it was made stays its name; it waits since now.
            var values = new
            {
                Slot = slot.Value,
                Community = editor.Community.Value,
                channel?.Platform,
                Chat = channel?.Community,
                channel?.Channel,
                Now = Stored.Moment(clock.GetUtcNow()),
            };
            var again = await connection.ExecuteAsync(new CommandDefinition(
                $"""
                insert into deliveries (channel_id, slot_id, part, body, is_silent, state, made_at, not_before, put_off_at)
                select d.channel_id, d.slot_id, d.part, d.body, d.is_silent, {(int)DeliveryState.Pending}, d.made_at, @Now, @Now
                from deliveries d
                join channels c on c.id = d.channel_id
                where d.slot_id = @Slot and d.state = {(int)DeliveryState.Uncertain} and c.community_id = @Community and {Channels.IsWanted}
                order by d.part
                """,
                values,
                cancellationToken: ct));
            if (again > 0)
            {
                await connection.ExecuteAsync(new CommandDefinition(
                    $"delete from deliveries where slot_id = @Slot and state = {(int)DeliveryState.Uncertain}", values, cancellationToken: ct));
                await connection.ExecuteAsync(new CommandDefinition(
                    $"update slots set state = {(int)SlotState.Composed}, settled_at = null where id = @Slot", values, cancellationToken: ct));
                await ChangeLog.AddAsync(
                    connection, editor, ChangeKind.DigestSentAgain, slot.Value.ToString(CultureInfo.InvariantCulture), became: null, clock.GetUtcNow(), ct);
            }

            return again;
        },
        ct);

    private sealed class ReportRow
    {
        public long Id { get; init; }

        public string Platform { get; init; } = "";

        public string Chat { get; init; } = "";

        public string Channel { get; init; } = "";

        public long Number { get; init; }

        public long DueAt { get; init; }

        public long State { get; init; }

        public long? Skip { get; init; }

        public long? Reason { get; init; }

        public long? SettledAt { get; init; }

        public string? Follow { get; init; }

        public DigestReport ToReport() => new(
            new SlotId(Id),
            new ChatAddress(Platform, Chat, Channel),
            (int)Number,
            Stored.Moment(DueAt),
            (SlotState)State,
            (SkipReason?)Skip,
            (DeliveryReason?)Reason,
            SettledAt is { } settled ? Stored.Moment(settled) : null)
        {
            Follow = Follow,
        };
    }
}
