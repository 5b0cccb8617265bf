using System.Data.Common;
using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Deliveries;

/// <summary>The messages that have to be posted, in the archive's database.</summary>
public sealed class StoredDeliveries(IDatabase database, TimeProvider clock) : IDeliveryLedger
{
    /// <summary>
    /// The open messages d, each with its channel c. Crossed, so that SQLite begins at the messages (sqlite.org/optoverview.html#crossjoin): from the
    /// channels on it would read all that was ever posted.
    /// </summary>
    internal const string WithChannel = "from deliveries d cross join channels c where c.id = d.channel_id";

    /// <summary>Nothing of its channel that came before it waits or is on its way.</summary>
    private static readonly string IsNext = $"""
        not exists (
            select 1
            from deliveries e
            where e.channel_id = d.channel_id and e.id < d.id and e.state in ({(int)DeliveryState.Pending}, {(int)DeliveryState.Sending}))
        """;

    /// <summary>Its time has come, or the clock was put back since it was put off.</summary>
    private const string IsDue = "(d.not_before <= @Now or d.put_off_at > @Now)";

    public Task<IReadOnlyList<OutgoingDelivery>> TakeAsync(
        string platform, TimeSpan? keyLife, IReadOnlyCollection<ChannelId> resting, bool isRestShared, int most, CancellationToken ct) =>
        database.WriteAsync<IReadOnlyList<OutgoingDelivery>>(
            async connection =>
            {
                var now = clock.GetUtcNow();
                await new DoubtfulMessages(connection, platform, keyLife, now).ExpireAsync(ct);
                await GiveUpAsync(connection, ct);
                var rows = await connection.QueryAsync<TakenRow>(new CommandDefinition(
                    $"""
                    update deliveries
                    set state = {(int)DeliveryState.Sending}, attempts = attempts + 1,
                        first_sent_at = case when is_doubtful then first_sent_at else @Now end
                    where id in (
                        select d.id
                        {WithChannel} and d.state = {(int)DeliveryState.Pending} and {IsDue} and c.platform = @Platform
                            and {(isRestShared ? $"c.chat not in (select r.chat from channels r where r.id in ({database.Each("@Resting")}))" : $"d.channel_id not in ({database.Each("@Resting")})")}
                            and {IsNext}
                        order by d.id
                        limit @Most)
                    returning id as Id, channel_id as Channel, body as Body, is_silent as IsSilent, attempts as Attempt, first_sent_at as FirstSent,
                        (select o.message from deliveries o where o.id = deliveries.edits) as Edits
                    """,
                    new
                    {
                        Platform = platform,
                        Resting = Numbers.List(resting.Select(channel => channel.Value)),
                        Most = most,
                        Now = Stored.Moment(now),
                    },
                    cancellationToken: ct));
                var taken = rows.OrderBy(row => row.Id).ToList();
                var addresses = await AddressesAsync(connection, taken.Select(row => row.Channel), ct);
                return taken.ConvertAll(row => row.ToDelivery(addresses[row.Channel]));
            },
            ct);

    public Task EndAsync(DeliveryId delivery, DeliveryEnd end, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            var ending = new DeliveryEnding(connection, Stored.Moment(clock.GetUtcNow()));
            await ending.EndAsync(delivery.Value, end, ct);
            return 0;
        },
        ct);

    public Task<(int Again, int Uncertain)> RecoverAsync(string platform, TimeSpan? keyLife, CancellationToken ct) => database.WriteAsync(
        connection => new DoubtfulMessages(connection, platform, keyLife, clock.GetUtcNow()).RecoverAsync(ct), ct);

    public Task<DateTimeOffset?> NextAsync(string platform, CancellationToken ct) => database.ReadAsync<DateTimeOffset?>(
        async connection =>
        {
            var next = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
                $"""
                select min(case when {IsDue} then @Now else d.not_before end)
                {WithChannel} and d.state = {(int)DeliveryState.Pending} and c.platform = @Platform and {IsNext}
                """,
                new { Platform = platform, Now = Stored.Moment(clock.GetUtcNow()) },
                cancellationToken: ct));
            return next is { } moment ? Stored.Moment(moment) : null;
        },
        ct);

    public Task<IReadOnlyList<SentMessage>> SentAsync(ChatAddress channel, int take, CancellationToken ct) => database.ReadAsync<IReadOnlyList<SentMessage>>(
        async connection =>
        {
            var rows = await connection.QueryAsync<(long Id, string Body, long At)>(new CommandDefinition(
                $"""
                select d.id, d.body, d.ended_at
                from channels c
                join deliveries d on d.channel_id = c.id
                where c.platform = @Platform and c.chat = @Chat and c.channel = @Channel and d.state = {(int)DeliveryState.Sent} and d.edits is null
                order by d.id desc
                limit @Take
                """,
                new { channel.Platform, Chat = channel.Community, channel.Channel, Take = take },
                cancellationToken: ct));
            return [.. rows.Select(row => new SentMessage(new DeliveryId(row.Id), row.Body, Stored.Moment(row.At)))];
        },
        ct);

    /// <summary>What did not arrive cannot be edited.</summary>
    private Task<int> GiveUpAsync(DbConnection connection, CancellationToken ct) => connection.ExecuteAsync(new CommandDefinition(
        $"""
        update deliveries
        set state = {(int)DeliveryState.Undeliverable}, reason = {(int)DeliveryReason.AnswerLost}, ended_at = @Now
        where state = {(int)DeliveryState.Pending} and edits is not null and not exists (
            select 1
            from deliveries o
            where o.id = deliveries.edits
                and (o.message is not null or o.state in ({(int)DeliveryState.Pending}, {(int)DeliveryState.Sending})))
        """,
        new { Now = Stored.Moment(clock.GetUtcNow()) },
        cancellationToken: ct));

    private async Task<Dictionary<long, ChatAddress>> AddressesAsync(DbConnection connection, IEnumerable<long> channels, CancellationToken ct)
    {
        var rows = await connection.QueryAsync<ChannelRow>(new CommandDefinition(
            $"select id as Id, platform as Platform, chat as Chat, channel as Channel from channels where id in ({database.Each("@Channels")})",
            new { Channels = Numbers.List(channels) },
            cancellationToken: ct));
        return rows.ToDictionary(row => row.Id, row => new ChatAddress(row.Platform, row.Chat, row.Channel));
    }

    private sealed class ChannelRow
    {
        public long Id { get; init; }

        public string Platform { get; init; } = "";

        public string Chat { get; init; } = "";

        public string Channel { get; init; } = "";
    }

    private sealed class TakenRow
    {
        public long Id { get; init; }

        public long Channel { get; init; }

        public string Body { get; init; } = "";

        public bool IsSilent { get; init; }

        public long Attempt { get; init; }

        public long FirstSent { get; init; }

        public string? Edits { get; init; }

        // The number is the key: given once, and of the same message at every try.
        public OutgoingDelivery ToDelivery(ChatAddress to) => new(
            new DeliveryId(Id),
            new ChannelId(Channel),
            new Post(to, Body, Id.ToString(CultureInfo.InvariantCulture), IsSilent),
            (int)Attempt,
            Stored.Moment(FirstSent))
        {
            Edits = Edits,
        };
    }
}
