using System.Data.Common;
using Bot.Digest.Ports;
using Bot.Digest.Quotes;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Reads quotes out of their paragraphs. What no longer agrees with its paragraph is left out: it is never shown.</summary>
internal static class QuoteHits
{
    /// <summary>Those of <paramref name="quotes"/> that still agree with their paragraphs, in that order, as the asker may see them.</summary>
    public static Task<IReadOnlyList<QuoteHit>> ReadAsync(
        IDatabase database, DbConnection connection, CommunityId asker, List<long> quotes, CancellationToken ct) =>
        ReadAsync(database, connection, asker, quotes, (row, paragraphs) => row.ToSeen(paragraphs), ct);

    /// <summary>The same whatever admins marked as wrong.</summary>
    public static Task<IReadOnlyList<QuoteHit>> AllAsync(
        IDatabase database, DbConnection connection, CommunityId asker, List<long> quotes, CancellationToken ct) =>
        ReadAsync(database, connection, asker, quotes, (row, paragraphs) => row.ToHit(paragraphs), ct);

    private static async Task<IReadOnlyList<QuoteHit>> ReadAsync(
        IDatabase database, DbConnection connection, CommunityId asker, List<long> quotes,
        Func<QuoteRow, IReadOnlyDictionary<long, ParagraphRow>, QuoteHit?> read, CancellationToken ct)
    {
        if (quotes.Count == 0)
        {
            return [];
        }

        var rows = (await connection.QueryAsync<QuoteRow>(new CommandDefinition(
            $"{QuoteRow.Select} where q.id in ({database.Each("@Quotes")})",
            new { Quotes = Numbers.List(quotes), Asker = asker.Value },
            cancellationToken: ct))).ToDictionary(row => row.Quote);
        // Each paragraph once: an article may hold thousands of quotes in one of them.
        var paragraphs = (await connection.QueryAsync<ParagraphRow>(new CommandDefinition(
            $"""
            with wanted as (
                select distinct p.article_id, p.number
                from quotes q
                join paragraphs p on p.article_id = q.article_id and p.number between q.paragraph - 1 and q.last_paragraph
                where q.id in ({database.Each("@Quotes")}))
            select p.article_id as Article, p.number as Number, p.hash as Hash, p.text as Text
            from wanted
            join paragraphs p on p.article_id = wanted.article_id and p.number = wanted.number
            """,
            new { Quotes = Numbers.List(quotes) },
            cancellationToken: ct)))
            .GroupBy(row => row.Article)
            .ToDictionary(article => article.Key, article => article.ToDictionary(row => row.Number));

        var together = await TogetherAsync(database, connection, [.. rows.Values.Where(row => row.Shared > 0).Select(row => row.Quote)], ct);
        return [.. quotes
            .Select(quote => rows[quote])
            .Select(row => paragraphs.TryGetValue(row.Article, out var its) ? read(row, its) : null)
            .OfType<QuoteHit>()
            .Select(hit => hit.Speaker is not null && together.Contains(hit.Id.Value) ? hit with { Together = [.. together[hit.Id.Value]] } : hit)];
    }

    /// <summary>By quote the names of those who say it together with its speaker: they have the numbers before and behind it.</summary>
    private static async Task<ILookup<long, string>> TogetherAsync(IDatabase database, DbConnection connection, IReadOnlyList<long> shared, CancellationToken ct)
    {
        var named = shared.Count == 0 ? [] : await connection.QueryAsync<(long Quote, string Name)>(new CommandDefinition(
            $"""
            select q.id, p.name
            from quotes q
            join quotes o on o.id between q.id - q.shared + 1 and q.id - q.shared + {SpeakerList.Most} and o.id <> q.id
                and o.article_id = q.article_id and o.span_start = q.span_start and o.paragraph = q.paragraph and o.shared = q.shared + o.id - q.id
            join persons p on p.id = o.person_id and p.is_removed = 0
            where q.id in ({database.Each("@Quotes")})
            order by q.id, o.id
            """,
            new { Quotes = Numbers.List(shared) },
            cancellationToken: ct));
        return named.ToLookup(one => one.Quote, one => one.Name);
    }
}
