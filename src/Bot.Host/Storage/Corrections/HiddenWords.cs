using System.Data.Common;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Corrections;

/// <summary>Where the words of hidden quotes stand in some articles, so that no summary or passage shows them.</summary>
internal sealed class HiddenWords
{
    private readonly ILookup<long, Row> _rows;

    private HiddenWords(IEnumerable<Row> rows) => _rows = rows.ToLookup(row => row.Article);

    /// <summary>Reads what is hidden from a community.</summary>
    public static async Task<HiddenWords> OfAsync(
        IDatabase database, DbConnection connection, CommunityId asker, IEnumerable<long> articles, CancellationToken ct) => new(
        await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
            select q.article_id as Article, q.paragraph as Paragraph, q.last_paragraph as Last, q.span_start as Start, q.span_end as End
            from marked_quotes m
            join quotes q on q.id = m.quote_id
            where m.community_id in (@Asker, 1) and m.mark = {(int)QuoteMark.Hidden} and q.article_id in ({database.Each("@Articles")})
            """,
            new { Asker = asker.Value, Articles = Numbers.List(articles) },
            cancellationToken: ct)));

    /// <summary>Whether a range of a paragraph holds some of them.</summary>
    public bool StandIn(long article, long paragraph, int start, int end) => _rows[article].Any(row =>
        (row.Paragraph == paragraph && row.Start < end && row.End > start) || (paragraph > row.Paragraph && paragraph <= row.Last));

    private sealed class Row
    {
        public long Article { get; init; }

        public long Paragraph { get; init; }

        public long Last { get; init; }

        public long Start { get; init; }

        public long End { get; init; }
    }
}
