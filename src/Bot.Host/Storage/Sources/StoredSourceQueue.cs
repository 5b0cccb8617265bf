using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Sources;

/// <summary>Which sources are due and what visits brought, in the tables.</summary>
public sealed class StoredSourceQueue(IDatabase database, ArchiveWriter writer, TimeProvider clock) : ISourceQueue
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(28);

    /// <summary>A shorter time says nothing: few outlets print by night.</summary>
    private static readonly TimeSpan ShortestKnown = TimeSpan.FromDays(1);

    public Task<IReadOnlyList<ClaimedSource>> ClaimDueAsync(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken ct) => ClaimAsync(
        """
        update source_visits set leased_until = @LeasedUntil
        where source_id in (
            select source_id from source_visits
            where due_at <= @Now and leased_until < @Now
            order by due_at, source_id
            limit @Limit)
        returning source_id
        """,
        new { Now = Stored.Moment(now), LeasedUntil = Stored.Moment(now + lease), Limit = limit },
        now + lease,
        ct);

    public async Task<ClaimedSource?> ClaimAsync(SourceId source, DateTimeOffset now, TimeSpan lease, CancellationToken ct) => (await ClaimAsync(
        "update source_visits set leased_until = @LeasedUntil where source_id = @Source and leased_until < @Now returning source_id",
        new { Source = source.Value, Now = Stored.Moment(now), LeasedUntil = Stored.Moment(now + lease) },
        now + lease,
        ct)).SingleOrDefault();

    public Task<IReadOnlyList<KnownItem?>> RecogniseAsync(SourceId source, IReadOnlyList<ItemMarks> items, CancellationToken ct) =>
        database.ReadAsync(connection => new ItemRows(connection, database, source).RecogniseAsync(items, ct), ct);

    public Task<IReadOnlyList<OwedPage>> OwedPagesAsync(SourceId source, int limit, CancellationToken ct) =>
        database.ReadAsync(connection => new ItemRows(connection, database, source).OwedAsync(limit, ct), ct);

    public async Task<IReadOnlyList<AddOutcome>?> CompleteAsync(ClaimedSource source, VisitOutcome outcome, CancellationToken ct)
    {
        var closing = new VisitClosing(database, source, outcome, clock.GetUtcNow());
        var stored = await writer.Portions.StoreAsync(source.Id, closing.Articles, closing.Steps(ct), ct);
        return stored is null ? null : [.. stored.Select(article => article.Outcome).Take(closing.ItemArticles)];
    }

    public Task ReleaseAsync(ClaimedSource source, CancellationToken ct) => database.WriteAsync(
        connection => connection.ExecuteAsync(new CommandDefinition(
            "update source_visits set leased_until = 0 where source_id = @Source and leased_until = @Lease",
            new { Source = source.Id.Value, Lease = Stored.Moment(source.LeasedUntil) },
            cancellationToken: ct)),
        ct);

    public Task<IReadOnlyList<BroughtArticle>> NewestAsync(SourceId source, int take, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<BroughtArticle>>(
            async connection => [.. (await connection.QueryAsync<(long Id, string Title, long Published, string? Address)>(new CommandDefinition(
                """
                select id, title, published_at, address
                from articles
                where source_id = @Source
                order by published_at desc, id desc
                limit @Take
                """,
                new { Source = source.Value, Take = take },
                cancellationToken: ct))).Select(row => new BroughtArticle(
                    new ArticleId(row.Id), row.Title, Stored.Moment(row.Published), row.Address is null ? null : new Uri(row.Address)))],
            ct);

    private Task<IReadOnlyList<ClaimedSource>> ClaimAsync(string claim, object values, DateTimeOffset until, CancellationToken ct) =>
        database.WriteAsync<IReadOnlyList<ClaimedSource>>(
            async connection =>
            {
                var claimed = (await connection.QueryAsync<long>(new CommandDefinition(claim, values, cancellationToken: ct))).AsList();
                var now = clock.GetUtcNow();
                var rows = await connection.QueryAsync<ClaimedRow>(new CommandDefinition(
                    $"""
                    select s.id as Source, s.name as Name, s.kind as Kind, s.address as Address, {VisitRow.Columns},
                        (select count(*) from community_sources c where c.source_id = s.id and c.paused_at is null) as Followers,
                        (select count(*) from articles a where a.source_id = s.id and a.published_at >= @Lately) as ItemsLately,
                        (select min(a.published_at) from articles a where a.source_id = s.id) as FirstItem
                    from source_visits v
                    join sources s on s.id = v.source_id
                    where v.source_id in ({database.Each("@Claimed")}) and s.address is not null
                    order by v.due_at, s.id
                    """,
                    new { Claimed = Numbers.List(claimed), Lately = Stored.Moment(now - Lately) },
                    cancellationToken: ct));
                return [.. rows.Select(row => row.ToClaimed(now, until))];
            },
            ct);

    private sealed class ClaimedRow : VisitRow
    {
        public long Source { get; init; }

        public string Name { get; init; } = "";

        public long Kind { get; init; }

        public string Address { get; init; } = "";

        public long Followers { get; init; }

        public long ItemsLately { get; init; }

        public long? FirstItem { get; init; }

        public ClaimedSource ToClaimed(DateTimeOffset now, DateTimeOffset until) => new(
            new SourceId(Source), Name, (SourceKind)Kind, new Uri(Address), (int)Followers, SucceededAt is null ? null : ItemsAWeek(now), until, ToMemory());

        // A feed holds its newest items only: of one that was just added, counting from before the oldest of them makes a busy hour look like a quiet month.
        private double ItemsAWeek(DateTimeOffset now)
        {
            var known = FirstItem is { } first ? now - Stored.Moment(first) : Lately;
            return ItemsLately * TimeSpan.FromDays(7) / TimeSpan.FromTicks(Math.Clamp(known.Ticks, ShortestKnown.Ticks, Lately.Ticks));
        }
    }
}
