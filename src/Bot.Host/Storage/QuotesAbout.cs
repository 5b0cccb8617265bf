using System.Data.Common;
using Bot.Digest.Ports;
using Bot.Host.Storage.Corrections;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>
/// What a person said about a topic: quotes with its words in their paragraph, in the one before, or in the article's title.
/// The word index finds the articles; the paragraphs decide.
/// </summary>
internal sealed class QuotesAbout(IDatabase database, DbConnection connection, CommunityId asker, QuoteFilter filter, SearchWords topic)
{
    // Newest articles looked into: some hundred quotes, read and compared in a few milliseconds. Who spoke of it more often is counted to there.
    private const int MostArticles = 100;

    public async Task<Hits<QuoteHit>> FindAsync(PersonId person, int skip, int take, CancellationToken ct)
    {
        var articles = new ArticleFilter { Person = person, Since = filter.Since, Before = filter.Before };
        var found = await new ArticleSearch(database, connection, asker, articles).NewestAsync(topic, ct);

        // The plus keeps the index of the person's quotes out: it would be walked whole for each article.
        var ids = (await connection.QueryAsync<long>(new CommandDefinition(
            $"""
            select q.id
            from articles a
            cross join quotes q
            where a.id in ({database.Each("@Articles")}) and q.id >= a.first_quote and q.id < a.first_quote + a.quote_count
                and +q.person_id = @Person and q.shown = @Shown and {MarkedQuotes.Unmarked("q.id")}
            order by q.published_at / 86400000 desc, q.place, q.published_at desc, q.source_id desc, q.kind, q.id
            """,
            new
            {
                Articles = Numbers.List(found.Take(MostArticles).Select(article => article.Id)),
                Asker = asker.Value,
                Person = person.Value,
                Shown = !filter.Possible,
            },
            cancellationToken: ct))).AsList();

        var hits = await QuoteHits.ReadAsync(database, connection, asker, ids, ct);
        var about = Printings.EachOnce(hits.Where(hit => IsAbout(topic, hit)));
        return new Hits<QuoteHit>(
            await Printings.TellAsync(database, connection, asker, [.. about.Skip(skip).Take(take)], ct), about.Count, IsMore: found.Count > MostArticles);
    }

    /// <summary>Whether a quote is about a topic.</summary>
    public static bool IsAbout(SearchWords topic, QuoteHit hit) =>
        topic.AllIn($"{hit.Citation.Title}\n{hit.Before}\n{hit.Paragraph}");
}
