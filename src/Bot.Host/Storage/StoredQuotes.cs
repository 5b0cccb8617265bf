using System.Data.Common;
using Bot.Digest.Ports;
using Bot.Host.Storage.Corrections;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Quotes as the asking community may see them; each is compared with its paragraph before it is given out.</summary>
public sealed class StoredQuotes(IDatabase database) : IQuotes
{
    private const int MostCounted = 1000;

    // A long article holds some dozen quotes; what holds thousands is no article that anybody reads to its end.
    private const int MostOfArticle = 500;

    public Task<Hits<QuoteHit>> OfPersonAsync(CommunityId asker, QuoteFilter filter, int skip, int take, CancellationToken ct)
    {
        var person = filter.By ?? throw new ArgumentException("Quotes of a person need a person.", nameof(filter));
        var topic = SearchWords.Parse(filter.About ?? "");
        return database.ReadAsync(
            connection => topic.IsEmpty
                ? NewestAsync(connection, asker, person, filter, (skip, take), ct)
                : new QuotesAbout(database, connection, asker, filter, topic).FindAsync(person, skip, take, ct),
            ct);
    }

    public Task<Hits<QuoteHit>> SaidAsync(
        CommunityId asker, string phrase, QuoteFilter filter, int skip, int take, CancellationToken ct) =>
        database.ReadAsync(
            connection => new PhraseSearch(database, connection, asker, filter).FindAsync(phrase, skip, take, ct),
            ct);

    public Task<IReadOnlyList<QuoteHit>> InArticlesAsync(
        CommunityId asker, IReadOnlyList<ArticleId> articles, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<QuoteHit>>(
            async connection =>
            {
                var ids = (await connection.QueryAsync<long>(new CommandDefinition(
                    $"""
                    select q.id
                    from articles a
                    cross join quotes q
                    where a.id in ({database.Each("@Articles")}) and q.id >= a.first_quote and q.id < a.first_quote + a.quote_count
                        and q.id < a.first_quote + @Most and q.shared <= 1 and a.source_id in {Visible.Sources}
                    order by q.article_id, q.paragraph, q.span_start, q.id
                    """,
                    new { Articles = Numbers.List(articles.Select(article => article.Value)), Asker = asker.Value, Most = MostOfArticle },
                    cancellationToken: ct))).AsList();
                var read = await QuoteHits.ReadAsync(database, connection, asker, ids, ct);
                var hits = (await Printings.CountAsync(database, connection, asker, read, ct)).ToLookup(hit => hit.Citation.Article);
                return [.. articles.Distinct().SelectMany(article => hits[article])];
            },
            ct);

    private async Task<Hits<QuoteHit>> NewestAsync(
        DbConnection connection, CommunityId asker, PersonId person, QuoteFilter filter, (int Skip, int Take) page, CancellationToken ct)
    {
        var which = $"""
            from quotes q
            where q.person_id = @Person and q.shown = @Shown and q.published_at >= @Since and q.published_at < @Before
                and q.published_at / 86400000 between @FirstDay and @LastDay and q.source_id in {Visible.Sources}
                and {MarkedQuotes.Unmarked("q.id")} and {Printings.IsEarliest}
            """;
        var arguments = new
        {
            Asker = asker.Value,
            Person = person.Value,
            Shown = !filter.Possible,
            Since = Stored.Since(filter.Since),
            Before = Stored.Before(filter.Before),
            FirstDay = Stored.Since(filter.Since) / 86_400_000,
            LastDay = Stored.Before(filter.Before) / 86_400_000,
            page.Skip,
            page.Take,
        };
        var ids = (await connection.QueryAsync<long>(new CommandDefinition(
            $"""
            select q.id {which}
            order by q.published_at / 86400000 desc, q.place, q.published_at desc, q.source_id desc, q.kind, q.id
            limit @Take offset @Skip
            """,
            arguments, cancellationToken: ct))).AsList();
        var total = await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            $"select count(*) from (select 1 {which} limit {MostCounted}) counted", arguments, cancellationToken: ct));

        var hits = await QuoteHits.ReadAsync(database, connection, asker, ids, ct);
        return new Hits<QuoteHit>(await Printings.TellAsync(database, connection, asker, hits, ct), total, IsMore: total == MostCounted);
    }
}
