using Bot.Digest.Ports;
using Bot.Host.Storage.Deliveries;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Counts what tells how the service fares. Everything is read from small tables or the few open rows of big ones.</summary>
public sealed class StoredServiceNumbers(IDatabase database) : IServiceNumbers
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public Task<ServiceNumbers> CountAsync(IReadOnlyCollection<string> platforms, DateTimeOffset now, CancellationToken ct) => database.ReadAsync(
        async connection =>
        {
            var values = new { Now = Stored.Moment(now), Day = Stored.Moment(now - Day), Platforms = platforms };
            var row = await connection.QuerySingleAsync<NumbersRow>(new CommandDefinition(Numbers, values, cancellationToken: ct));
            var rows = await connection.QueryAsync<PlatformRow>(new CommandDefinition(OfPlatforms, values, cancellationToken: ct));
            return row.ToNumbers([.. rows.Select(platform => platform.ToNumbers())]);
        },
        ct);

    private static readonly string Open = $"({(int)DeliveryState.Pending}, {(int)DeliveryState.Sending})";

    // A digest whose channel still waits for the one before is sending's matter. One that is due and not planned has no slot yet.
    private static readonly string Due = $"""
        select p.due_at as due_at, c.platform as platform
        from slots p
        join subscriptions s on s.id = p.subscription_id
        join channels c on c.id = s.channel_id
        where p.state = {(int)SlotState.Planned} and p.due_at <= @Now
            and not exists (select 1 from deliveries d where d.channel_id = s.channel_id and d.state in {Open})
        union all
        select s.due_at, c.platform
        from subscriptions s
        join channels c on c.id = s.channel_id
        where s.due_at <= @Now and {StoredFollows.IsDigest}
        """;

    private static readonly string Numbers = $"""
        with due as ({Due})
        select (select coalesce(sum(article_count), 0) from sources) as Articles,
            (select count(*) from source_visits where due_at is not null) as Sources,
            (select count(*) from source_visits where due_at is not null and (failures > 0 or doubt is not null)) as FailingSources,
            (select max(visited_at) from source_visits) as LastVisit,
            (select count(*) from subscriptions s where s.standing = {(int)SubscriptionStanding.Active} and {StoredFollows.IsDigest}) as Subscriptions,
            (select count(*) from follows f join subscriptions s on s.id = f.subscription_id where s.standing = {(int)SubscriptionStanding.Active}) as Follows,
            (select count(*) from due) as Due,
            (select min(due_at) from due where platform in @Platforms) as OldestDue,
            (select count(*) from deliveries where state = {(int)DeliveryState.Uncertain} and ended_at >= @Day) as Uncertain,
            (select count(*) from deliveries where state = {(int)DeliveryState.Undeliverable} and ended_at >= @Day) as Undeliverable
        """;

    private static readonly string OfPlatforms = $"""
        select c.platform as Platform, sum(d.state in {Open}) as Waiting,
            min(case when d.state = {(int)DeliveryState.Sending} or (d.state = {(int)DeliveryState.Pending} and d.not_before <= @Now)
                then max(d.made_at, d.not_before) end) as Oldest,
            max(d.ended_at) as LastEnded
        from (
            select channel_id, state, not_before, made_at, ended_at from deliveries where state in {Open}
            union all
            select channel_id, state, not_before, made_at, ended_at from deliveries where ended_at >= @Day) d
        join channels c on c.id = d.channel_id
        where c.platform in @Platforms
        group by c.platform
        order by c.platform
        """;

    private sealed class NumbersRow
    {
        public long Articles { get; init; }

        public long Sources { get; init; }

        public long FailingSources { get; init; }

        public long? LastVisit { get; init; }

        public long Subscriptions { get; init; }

        public long Follows { get; init; }

        public long Due { get; init; }

        public long? OldestDue { get; init; }

        public long Uncertain { get; init; }

        public long Undeliverable { get; init; }

        public ServiceNumbers ToNumbers(IReadOnlyList<PlatformNumbers> platforms) => new(
            (int)Articles, (int)Sources, (int)FailingSources, Moment(LastVisit), (int)Subscriptions, (int)Follows, (int)Due, Moment(OldestDue),
            (int)Uncertain, (int)Undeliverable, platforms);
    }

    private sealed class PlatformRow
    {
        public string Platform { get; init; } = "";

        public long Waiting { get; init; }

        public long? Oldest { get; init; }

        public long? LastEnded { get; init; }

        public PlatformNumbers ToNumbers() => new(Platform, (int)Waiting, Moment(Oldest), Moment(LastEnded));
    }

    private static DateTimeOffset? Moment(long? stored) => stored is { } moment ? Stored.Moment(moment) : null;
}
