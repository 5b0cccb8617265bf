using System.Data.Common;
using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using Bot.Host.Storage.Corrections;
using Dapper;

namespace Bot.Host.Storage.Deliveries;

/// <summary>Due digests: planned, then composed into messages or settled without.</summary>
public sealed class StoredSlots(IDatabase database, TimeProvider clock) : IDigestSlots
{
    private static readonly string Failed =
        $"(p.state in ({(int)SlotState.Uncertain}, {(int)SlotState.Undeliverable}) or (p.state = {(int)SlotState.Skipped} and p.reason = {(int)SkipReason.TooOld}))";

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

    public Task<Hits<DigestReport>> HistoryAsync(CommunityId asker, bool failed, int skip, int take, CancellationToken ct) => database.ReadAsync(
        async connection =>
        {
            var from = $"""
                from slots p
                join subscriptions s on s.id = p.subscription_id
                join channels c on c.id = s.channel_id
                left join follows f on f.subscription_id = s.id
                where c.community_id = @Asker and (not @Failed or {Failed})
                """;
            var values = new { Asker = asker.Value, Failed = failed, Skip = skip, Take = take };
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

    public Task<int> SendAgainAsync(Editor editor, SlotId slot, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            // Under a new number, and so under a new key: the old one may stand for a message that is there.
            var values = new { Slot = slot.Value, Community = editor.Community.Value, Now = Stored.Moment(clock.GetUtcNow()) };
            var again = await connection.ExecuteAsync(new CommandDefinition(
                $"""
                insert into deliveries (channel_id, slot_id, part, body, is_silent, state, made_at)
                select d.channel_id, d.slot_id, d.part, d.body, d.is_silent, {(int)DeliveryState.Pending}, @Now
                from deliveries d
                join channels c on c.id = d.channel_id
                where d.slot_id = @Slot and d.state = {(int)DeliveryState.Uncertain} and c.community_id = @Community
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
