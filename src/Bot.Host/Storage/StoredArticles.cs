using System.Data.Common;
using Bot.Digest.Language;
using Bot.Digest.Ports;
using Bot.Host.Storage.Filtering;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Articles as the asking community may see them.</summary>
public sealed class StoredArticles(IDatabase database) : IArticles
{
    private const int MostCounted = 1000;

    public Task<Hits<ArticleHit>> SearchAsync(
        CommunityId asker, string words, ArticleFilter filter, int skip, int take, CancellationToken ct) =>
        SelectAsync(
            asker,
            words,
            filter,
            (skip, take),
            async (connection, asked) =>
            {
                var found = await new ArticleSearch(database, connection, asker, filter).RankedAsync(asked, ct);
                var listed = await StoryFold.ReadAsync(database, connection, found, ct);
                var page = listed.Skip(skip).Take(take).ToList();
                var hits = await ArticleHits.ReadAsync(database, connection, asker, page.ConvertAll(one => one.Article), asked, ct);
                return new Hits<ArticleHit>([.. hits.Zip(page, (hit, one) => hit with { Story = one.Story })], listed.Count, IsMore: found.Count == ArticleSearch.Window)
                {
                    Behind = found.Count - listed.Count,
                };
            },
            ct);

    public Task<Hits<ArticleHit>> LatestAsync(
        CommunityId asker, string? topic, ArticleFilter filter, int skip, int take, CancellationToken ct) =>
        SelectAsync(
            asker,
            topic,
            filter,
            (skip, take),
            async (connection, asked) =>
            {
                var found = await new ArticleSearch(database, connection, asker, filter).NewestAsync(asked, ct);
                var page = found.Skip(skip).Take(take).Select(article => article.Id).ToList();
                return new Hits<ArticleHit>(await ArticleHits.ReadAsync(database, connection, asker, page, null, ct), found.Count, IsMore: found.Count == ArticleSearch.Window);
            },
            ct);

    public Task<ArticleDetail?> FindAsync(CommunityId asker, ArticleId article, CancellationToken ct) =>
        DetailAsync(asker, "a.id = @Article", new { Asker = asker.Value, Article = article.Value }, ct);

    public Task<ArticleDetail?> FindAsync(CommunityId asker, Uri address, CancellationToken ct) =>
        DetailAsync(asker, "a.key = @Key", new { Asker = asker.Value, Key = address.AbsoluteUri }, ct);

    public Task<int> CountAsync(CommunityId asker, CancellationToken ct) => database.ReadAsync(
        connection => connection.ExecuteScalarAsync<int>(new CommandDefinition(
            $"select coalesce(sum(article_count), 0) from sources where id in {Visible.Sources}",
            new { Asker = asker.Value },
            cancellationToken: ct)),
        ct);

    public Task<IReadOnlyList<LanguageCount>> LanguagesAsync(CommunityId asker, CancellationToken ct) => database.ReadAsync<IReadOnlyList<LanguageCount>>(
        async connection =>
        {
            var rows = await connection.QueryAsync<(string Tag, long Articles)>(new CommandDefinition(
                $"select language, count(*) from articles where source_id in {Visible.Sources} and language is not null group by language",
                new { Asker = asker.Value },
                cancellationToken: ct));

            // An earlier program stored what a page stated, "de-AT" beside "de".
            return [.. rows
                .Select(row => (Language: Languages.PrimaryOf(row.Tag), row.Articles))
                .Where(row => row.Language is not null)
                .GroupBy(row => row.Language!, row => row.Articles)
                .Select(language => new LanguageCount(language.Key, (int)language.Sum()))
                .OrderByDescending(language => language.Articles)
                .ThenBy(language => language.Language, StringComparer.Ordinal)];
        },
        ct);

    /// <summary>The newest articles where nothing selects them, else what <paramref name="selected"/> gives for the words.</summary>
    private Task<Hits<ArticleHit>> SelectAsync(
        CommunityId asker, string? typed, ArticleFilter filter, (int Skip, int Take) page,
        Func<DbConnection, SearchWords, Task<Hits<ArticleHit>>> selected, CancellationToken ct) =>
        database.ReadAsync(
            async connection =>
            {
                var words = SearchWords.Parse(typed ?? "");
                if (words.IsEmpty && !string.IsNullOrWhiteSpace(typed))
                {
                    // Signs without a letter or digit stand in no index.
                    return new Hits<ArticleHit>([], 0);
                }

                return words.IsEmpty && filter.Person is null
                    ? await NewestAsync(connection, asker, filter, page, ct)
                    : await selected(connection, words);
            },
            ct);

    private async Task<Hits<ArticleHit>> NewestAsync(
        DbConnection connection, CommunityId asker, ArticleFilter filter, (int Skip, int Take) page, CancellationToken ct)
    {
        var arguments = new
        {
            Asker = asker.Value,
            Source = Visible.NamePattern(filter.Source),
            Since = Stored.Since(filter.Since),
            Before = Stored.Before(filter.Before),
            Window = page.Skip + page.Take,
            page.Skip,
            page.Take,
        };
        var told = filter.OnlyTold ? await HiddenArticles.ToldAsync(connection, asker, "x.id", ct) : "";
        var isNarrow = await Visible.FewSourcesAsync(connection, asker, arguments.Source, ct) is not null;
        var ids = (await connection.QueryAsync<long>(new CommandDefinition(
            isNarrow ? NewestOfFewSources(told) : NewestOfAll(told), arguments, cancellationToken: ct))).AsList();
        var total = await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            $"""
            select count(*) from (
                select 1 from articles x
                where x.source_id in {Visible.NamedSources} and x.published_at >= @Since and x.published_at < @Before {told}
                limit {MostCounted}) counted
            """,
            arguments,
            cancellationToken: ct));

        return new Hits<ArticleHit>(await ArticleHits.ReadAsync(database, connection, asker, ids, null, ct), total, IsMore: total == MostCounted);
    }

    private static string NewestOfAll(string told) => $"""
        select x.id from articles x
        where x.published_at >= @Since and x.published_at < @Before and x.source_id in {Visible.NamedSources} {told}
        order by x.published_at desc, x.id desc
        limit @Take offset @Skip
        """;

    // Source by source, so that a community with few sources does not have to pass over the others' articles.
    private static string NewestOfFewSources(string told) => $"""
        select a.id
        from sources s
        cross join articles a
        where s.id in {Visible.NamedSources} and a.id in (
            select x.id from articles x
            where x.source_id = s.id and x.published_at >= @Since and x.published_at < @Before {told}
            order by x.published_at desc, x.id desc
            limit @Window)
        order by a.published_at desc, a.id desc
        limit @Take offset @Skip
        """;

    private Task<ArticleDetail?> DetailAsync(CommunityId asker, string which, object arguments, CancellationToken ct) =>
        database.ReadAsync(
            async connection =>
            {
                var row = await connection.QueryFirstOrDefaultAsync<DetailRow>(new CommandDefinition(
                    $"""
                    select {CitationRow.Columns}, a.author as Author, a.revision as Revision
                    from articles a
                    join sources s on s.id = a.source_id
                    where {which} and a.source_id in {Visible.Sources}
                    order by a.published_at desc, a.id desc
                    limit 1
                    """,
                    arguments,
                    cancellationToken: ct));
                if (row is null)
                {
                    return null;
                }

                var hit = (await ArticleHits.ReadAsync(database, connection, asker, [row.Article], null, ct)).Single();
                var people = await PersonQueries.OfArticleAsync(connection, asker, row.Article, ct);
                return new ArticleDetail(row.ToCitation(), row.Author, hit.Summary, people, (int)row.Revision);
            },
            ct);

    private sealed class DetailRow : CitationRow
    {
        public string? Author { get; init; }

        public long Revision { get; init; }
    }
}
