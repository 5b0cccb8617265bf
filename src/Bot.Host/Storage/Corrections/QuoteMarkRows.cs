using System.Data.Common;
using Dapper;

namespace Bot.Host.Storage.Corrections;

/// <summary>Finds the stored quotes that admins' marks are about, in the transaction that stores the quotes or the marks.</summary>
internal static class QuoteMarkRows
{
    private const string Quotes = """
        from articles a
        join sources s on s.id = a.source_id
        join quotes q on q.id >= a.first_quote and q.id < a.first_quote + a.quote_count
        join paragraphs p on p.article_id = a.id and p.number = q.paragraph
        """;

    /// <summary>Marks the quotes of articles that were just stored, and what repeats a marked statement in them.</summary>
    public static async Task EnterAsync(IDatabase database, DbConnection connection, IReadOnlyCollection<long> articles, CancellationToken ct)
    {
        if (articles.Count == 0 || !await connection.ExecuteScalarAsync<bool>(new CommandDefinition("select exists (select 1 from quote_marks)", cancellationToken: ct)))
        {
            return;
        }

        await ApplyAsync(database, connection, articles, ct);
        var repeated = await connection.ExecuteAsync(new CommandDefinition(
            $"""
            insert into quote_marks (community_id, source_name, article_key, hash, paragraph_hash, span_start, span_end, mark)
            select m.community_id, s.search_name, a.key, q.hash, p.hash, q.span_start, q.span_end, min(m.mark)
            {Quotes}
            join quotes o on o.person_id = q.person_id and o.statement_id = q.statement_id and o.id <> q.id
            join marked_quotes m on m.quote_id = o.id
            where a.id in ({database.Each("@Articles")})
            group by m.community_id, s.search_name, a.key, q.hash
            on conflict (community_id, source_name, article_key, hash) do nothing
            """,
            new { Articles = Numbers.List(articles) },
            cancellationToken: ct));
        if (repeated > 0)
        {
            await ApplyAsync(database, connection, articles, ct);
        }
    }

    /// <summary>Writes down anew which quotes of some articles are marked.</summary>
    public static async Task ApplyAsync(IDatabase database, DbConnection connection, IReadOnlyCollection<long> articles, CancellationToken ct)
    {
        var values = new { Articles = Numbers.List(articles) };
        await connection.ExecuteAsync(new CommandDefinition(
            $"delete from marked_quotes where quote_id in (select q.id {Quotes} where a.id in ({database.Each("@Articles")}))", values, cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            insert into marked_quotes (community_id, quote_id, mark)
            select k.community_id, q.id, min(k.mark)
            {Quotes}
            join quote_marks k on k.source_name = s.search_name and k.article_key = a.key
            where a.id in ({database.Each("@Articles")})
                and (k.hash = q.hash or (k.paragraph_hash = p.hash and k.span_start < q.span_end and k.span_end > q.span_start))
            group by k.community_id, q.id
            """,
            values,
            cancellationToken: ct));
    }
}
