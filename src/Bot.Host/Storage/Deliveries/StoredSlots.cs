using System.Data.Common;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using Bot.Host.Storage.Corrections;
using Dapper;

namespace Bot.Host.Storage.Deliveries;

/// <summary>Due digests: planned, then composed into messages or settled without.</summary>
public sealed class StoredSlots(IDatabase database) : IDigestSlots
{
    public async Task<IReadOnlyList<Subscription>> DueAsync(DateTimeOffset now, int most, CancellationToken ct) => await database.ReadAsync(
        async connection => (await connection.QueryAsync<SubscriptionRow>(new CommandDefinition(
            $"""
            select {SubscriptionRow.Columns}
            from subscriptions s
            join channels c on c.id = s.channel_id
            where s.due_at <= @Now and {StoredFollows.IsDigest}
            order by s.due_at, s.id
            limit @Most
            """,
            new { Now = Stored.Moment(now), Most = most },
            cancellationToken: ct))).Select(row => row.ToSubscription()).ToList(),
        ct);

    public Task PlanAsync(IReadOnlyList<SlotsToPlan> plans, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            foreach (var plan in plans)
            {
                await AddAsync(connection, plan, ct);
            }

            return 0;
        },
        ct);

    public async Task<IReadOnlyList<WaitingChannel>> WaitingAsync(IReadOnlyCollection<string> platforms, DateTimeOffset now, int most, CancellationToken ct) => await database.ReadAsync(
        async connection =>
        {
            var rows = (await connection.QueryAsync<SlotRow>(new CommandDefinition(
                $"""
                select p.id as Id, p.subscription_id as Subscription, p.local_date as LocalDate, p.number as Number, p.due_at as DueAt, s.channel_id as Channel,
                    {Visible.Reader("c.community_id")} as Reader
                from slots p
                join subscriptions s on s.id = p.subscription_id
                join channels c on c.id = s.channel_id
                where p.state = {(int)SlotState.Planned} and p.due_at <= @Now and s.channel_id in (
                    select w.channel_id
                    from slots q
                    join subscriptions w on w.id = q.subscription_id
                    join channels k on k.id = w.channel_id
                    where q.state = {(int)SlotState.Planned} and q.due_at <= @Now and k.platform in @Platforms and not exists (
                        select 1
                        from deliveries d
                        where d.channel_id = w.channel_id and d.state in ({(int)DeliveryState.Pending}, {(int)DeliveryState.Sending}))
                    group by w.channel_id
                    order by min(q.due_at), w.channel_id
                    limit @Most)
                order by p.due_at, p.id
                """,
                new { Platforms = platforms, Now = Stored.Moment(now), Most = most },
                cancellationToken: ct))).AsList();
            var subscriptions = (await connection.QueryAsync<SubscriptionRow>(new CommandDefinition(
                $"""
                select {SubscriptionRow.Columns}
                from subscriptions s
                join channels c on c.id = s.channel_id
                where s.id in ({database.Each("@Subscriptions")})
                """,
                new { Subscriptions = Numbers.List(rows.Select(row => row.Subscription).Distinct()) },
                cancellationToken: ct))).ToLookup(row => row.ChannelId, row => row.ToSubscription());
            var corrections = await UntoldCorrections.OfAsync(database, connection, rows.Select(row => row.Channel).Distinct(), ct);
            return rows.GroupBy(row => row.Channel)
                .Select(channel => new WaitingChannel(
                    new ChannelId(channel.Key),
                    new CommunityId(channel.First().Reader),
                    [.. subscriptions[channel.Key]],
                    [.. channel.Select(row => row.ToPlanned())])
                {
                    Corrections = [.. corrections[channel.Key]],
                })
                .ToList();
        },
        ct);

    public Task ComposeAsync(IReadOnlyList<ComposedDigest> digests, DateTimeOffset composedAt, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            await new EditionRows(connection, Stored.Moment(composedAt)).ForgetAsync(ct);
            var writing = new ComposedRows(connection, Stored.Moment(composedAt));
            foreach (var digest in digests)
            {
                await writing.AddAsync(digest, ct);
            }

            return 0;
        },
        ct);

    public Task<ILookup<ChannelId, EditionId>> ToldAsync(IReadOnlyList<ChannelId> channels, DateTimeOffset since, CancellationToken ct) =>
        database.ReadAsync(
            async connection => (await connection.QueryAsync<(long Channel, long Edition)>(new CommandDefinition(
                $"""
                select distinct s.channel_id, p.edition_id
                from subscriptions s
                join slots p on p.subscription_id = s.id
                where s.channel_id in ({database.Each("@Channels")}) and p.due_at >= @Since and p.edition_id is not null
                    and p.state <> {(int)SlotState.Undeliverable}
                order by s.channel_id, p.edition_id
                """,
                new { Channels = Numbers.List(channels.Select(channel => channel.Value)), Since = Stored.Moment(since) },
                cancellationToken: ct))).ToLookup(row => new ChannelId(row.Channel), row => new EditionId(row.Edition)),
            ct);

    public Task<IReadOnlyList<ToldArticles>> ToldInAsync(IReadOnlyList<EditionId> editions, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<ToldArticles>>(
            async connection => [.. (await connection.QueryAsync<(long Story, long Article)>(new CommandDefinition(
                $"""
                select distinct story_id, article_id
                from edition_articles
                where edition_id in ({database.Each("@Editions")})
                order by story_id, article_id
                """,
                new { Editions = Numbers.List(editions.Select(edition => edition.Value)) },
                cancellationToken: ct)))
                .GroupBy(row => row.Story)
                .Select(story => new ToldArticles(new StoryId(story.Key), [.. story.Select(row => new ArticleId(row.Article))]))],
            ct);

    /// <summary>The slots of one subscription; each that stands there already is passed over, and all when the subscription was changed since it was read.</summary>
    private static async Task AddAsync(DbConnection connection, SlotsToPlan plan, CancellationToken ct)
    {
        var last = plan.Slots is [.., var latest] ? latest : null;
        var isUnchanged = await connection.ExecuteAsync(new CommandDefinition(
            $"""
            update subscriptions
            set due_at = @Next, last_day = coalesce(@Day, last_day), last_number = coalesce(@Number, last_number), last_due = coalesce(@Due, last_due)
            where id = @Subscription and standing = {(int)SubscriptionStanding.Active} and due_at = @Look
            """,
            new
            {
                Subscription = plan.Subscription.Value,
                Look = plan.Look is { } look ? Stored.Moment(look) : (long?)null,
                Next = plan.Next is { } next ? Stored.Moment(next) : (long?)null,
                Day = last is null ? (long?)null : Stored.Day(last.Day),
                Number = (long?)last?.Number,
                Due = last is null ? (long?)null : Stored.Moment(last.Due),
            },
            cancellationToken: ct)) > 0;
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            insert into slots (subscription_id, local_date, number, due_at, state) values (@Subscription, @Day, @Number, @Due, {(int)SlotState.Planned})
            on conflict (subscription_id, local_date, number) do nothing
            """,
            isUnchanged ? plan.Slots.Select(slot => new { Subscription = plan.Subscription.Value, Day = Stored.Day(slot.Day), slot.Number, Due = Stored.Moment(slot.Due) }) : [],
            cancellationToken: ct));
    }

    private sealed class SlotRow
    {
        public long Id { get; init; }

        public long Subscription { get; init; }

        public long LocalDate { get; init; }

        public long Number { get; init; }

        public long DueAt { get; init; }

        public long Channel { get; init; }

        public long Reader { get; init; }

        public PlannedSlot ToPlanned() => new(
            new SubscriptionId(Subscription), new Slot(Stored.Day(LocalDate), (int)Number, Stored.Moment(DueAt)));
    }
}
