using System.Data.Common;
using Bot.Digest.Articles;
using Bot.Digest.Ports;
using Bot.Host.Storage.Corrections;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Reads found articles out for a list: citation, summary, and the paragraph that answers best.</summary>
internal static class ArticleHits
{
    // A paragraph of an article as one number: no text that is taken in has more paragraphs.
    private const int NumberBits = 24;

    /// <summary>The hits of <paramref name="articles"/>, in that order; passages only where <paramref name="words"/> are given.</summary>
    public static async Task<IReadOnlyList<ArticleHit>> ReadAsync(
        IDatabase database, DbConnection connection, CommunityId asker, List<long> articles, SearchWords? words, CancellationToken ct)
    {
        if (articles.Count == 0)
        {
            return [];
        }

        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
            select {CitationRow.Columns}, a.summary as Summary
            from articles a
            join sources s on s.id = a.source_id
            where a.id in ({database.Each("@Articles")})
            """,
            new { Articles = Numbers.List(articles), Asker = asker.Value },
            cancellationToken: ct))).ToDictionary(row => row.Article);
        // A summary needs a few paragraphs, a passage is chosen from all of them.
        var summaries = rows.Values.SelectMany(row => Numbers.Read(row.Summary).Chunk(3).Select(sentence => (row.Article << NumberBits) | (uint)sentence[0])).Distinct();
        var paragraphs = (await connection.QueryAsync<ParagraphRow>(new CommandDefinition(
            $"""
            select p.article_id as Article, p.number as Number, p.text as Text
            from {(words is null
                ? $"({database.Each("@Summaries")}) w cross join paragraphs p on p.article_id = w.value >> {NumberBits} and p.number = w.value & {(1 << NumberBits) - 1}"
                : $"paragraphs p where p.article_id in ({database.Each("@Articles")})")}
            order by p.article_id, p.number
            """,
            new { Articles = Numbers.List(articles), Summaries = Numbers.List(summaries) },
            cancellationToken: ct))).ToLookup(row => row.Article);

        var hidden = await HiddenWords.OfAsync(database, connection, asker, articles, ct);
        return [.. articles.Select(article => ToHit(rows[article], [.. paragraphs[article]], words, hidden))];
    }

    private static ArticleHit ToHit(Row row, List<ParagraphRow> paragraphs, SearchWords? words, HiddenWords hidden)
    {
        var summary = Sentences(row, paragraphs, hidden);
        var open = words is null || words.IsEmpty ? [] : paragraphs.FindAll(paragraph => !hidden.StandIn(row.Article, paragraph.Number, 0, int.MaxValue));
        if (words is null || open.Count == 0)
        {
            return new ArticleHit(row.ToCitation(), summary, null, []);
        }

        var passage = open.MaxBy(paragraph => words.CountIn(paragraph.Text))!.Text;
        return new ArticleHit(row.ToCitation(), summary, passage, words.FindIn(passage));
    }

    private static List<string> Sentences(Row row, List<ParagraphRow> paragraphs, HiddenWords hidden)
    {
        var texts = paragraphs.ToDictionary(paragraph => paragraph.Number, paragraph => paragraph.Text);
        return [.. Numbers.Read(row.Summary).Chunk(3)
            .Where(sentence => texts.TryGetValue(sentence[0], out var text) && sentence[2] <= text.Length
                && !hidden.StandIn(row.Article, sentence[0], sentence[1], sentence[2]))
            .Select(sentence => new TextSpan(sentence[1], sentence[2]).In(texts[sentence[0]]))];
    }

    private sealed class Row : CitationRow
    {
        public string Summary { get; init; } = "";
    }
}
