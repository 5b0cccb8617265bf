using System.Data.Common;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Sources;

/// <summary>What is known of the items of one source: a row for each thing that an item is known again by.</summary>
internal sealed class ItemRows(DbConnection connection, IDatabase database, SourceId source)
{
    public async Task<IReadOnlyList<KnownItem?>> RecogniseAsync(IReadOnlyList<ItemMarks> items, CancellationToken ct)
    {
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
            select item as Item, known_by as KnownBy, article_id as Article, said as Said, page_tries as PageTries, seen_at as SeenAt
            from source_items
            where source_id = @Source and item in ({database.Each("@Items")})
            """,
            new { Source = source.Value, Items = Numbers.List(items.SelectMany(Keys).Select(key => key.Item).Distinct()) },
            cancellationToken: ct))).ToDictionary(row => row.Item);
        return [.. items.Select(item => Keys(item)
            .Select(key => rows.GetValueOrDefault(key.Item))
            .FirstOrDefault(row => row is not null)?.ToKnown(Stored.ShortHash(item.Said)))];
    }

    /// <summary>Remembers what an item is known by, and the article that it became.</summary>
    public async Task RememberAsync(VisitedItem item, ArticleId? article, DateTimeOffset now, CancellationToken ct)
    {
        var rows = Keys(item.Marks).Select(key => new
        {
            Source = source.Value,
            key.Item,
            KnownBy = (long)key.By,
            Article = article?.Value,
            Said = Stored.ShortHash(item.Marks.Said),
            Now = Stored.Moment(now),
            Tries = key.By == KnownBy.Identity ? item.PageTries : 0,
        });
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into source_items (source_id, item, known_by, article_id, said, seen_at, page_tries)
            values (@Source, @Item, @KnownBy, @Article, @Said, @Now, @Tries)
            on conflict (source_id, item) do update
            set article_id = coalesce(excluded.article_id, source_items.article_id), said = excluded.said, seen_at = excluded.seen_at,
                page_tries = case when excluded.known_by = 0 then excluded.page_tries else source_items.page_tries end
            """,
            rows,
            cancellationToken: ct));
    }

    public async Task<IReadOnlyList<OwedPage>> OwedAsync(int limit, CancellationToken ct) =>
        [.. (await connection.QueryAsync<(long Article, string Title, long Published, string Address, long Tries)>(new CommandDefinition(
            """
            select i.article_id, a.title, a.published_at, a.address, i.page_tries
            from source_items i
            join articles a on a.id = i.article_id
            where i.source_id = @Source and i.page_tries > 0 and a.address is not null and a.withdrawn_at is null
            order by i.seen_at, i.article_id
            limit @Limit
            """,
            new { Source = source.Value, Limit = limit },
            cancellationToken: ct))).Select(row => new OwedPage(
                new ArticleId(row.Article), row.Title, Stored.Moment(row.Published), new Uri(row.Address), (int)row.Tries))];

    /// <summary>Notes how often the page of an article may still be tried.</summary>
    public Task<int> OweAsync(OwedPage page, int tries, CancellationToken ct) => connection.ExecuteAsync(new CommandDefinition(
        "update source_items set page_tries = @Tries where source_id = @Source and article_id = @Article and page_tries > 0",
        new { Source = source.Value, Article = page.Article.Value, Tries = tries },
        cancellationToken: ct));

    /// <summary>Forgets what was passed over, or lost its article, and did not come again for long.</summary>
    public Task<int> ForgetAsync(DateTimeOffset before, CancellationToken ct) => connection.ExecuteAsync(new CommandDefinition(
        "delete from source_items where source_id = @Source and article_id is null and seen_at < @Before",
        new { Source = source.Value, Before = Stored.Moment(before) },
        cancellationToken: ct));

    // The kinds are told apart, as an identity is often the address.
    private static IEnumerable<(long Item, KnownBy By)> Keys(ItemMarks marks)
    {
        yield return (Stored.ShortHash($"identity {marks.Identity}"), KnownBy.Identity);
        foreach (var address in marks.Addresses)
        {
            yield return (Stored.ShortHash($"address {address}"), KnownBy.Address);
        }

        if (marks.Words is { } words)
        {
            yield return (Stored.ShortHash($"words {words}"), KnownBy.Words);
        }
    }

    private sealed class Row
    {
        public long Item { get; init; }

        public long KnownBy { get; init; }

        public long? Article { get; init; }

        public long Said { get; init; }

        public long PageTries { get; init; }

        public long SeenAt { get; init; }

        public KnownItem ToKnown(long said) => new(
            (KnownBy)KnownBy, Article is { } article ? new ArticleId(article) : null, Said == said, (int)PageTries, Stored.Moment(SeenAt));
    }
}
