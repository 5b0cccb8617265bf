using System.Data.Common;
using Dapper;

namespace Bot.Host.Storage.Editing;

/// <summary>Enters an article and its quotes into the word indexes again, with the tags of the people they have now.</summary>
internal sealed class TagRows(DbConnection connection, IDatabase database)
{
    // An index without texts changes a row by taking it out and putting it in again.
    public async Task RewriteAsync(long article, long place, long source, IEnumerable<long> quotes, CancellationToken ct)
    {
        var paragraphs = (await connection.QueryAsync<(long Number, string Text)>(new CommandDefinition(
            "select number, text from paragraphs where article_id = @Article order by number", new { Article = article }, cancellationToken: ct))).AsList();
        var title = await connection.ExecuteScalarAsync<string>(new CommandDefinition(
            "select title from articles where id = @Article", new { Article = article }, cancellationToken: ct));
        var people = await connection.QueryAsync<long>(new CommandDefinition(
            "select person_id from mentions where article_id = @Article", new { Article = article }, cancellationToken: ct));
        var tags = string.Join(' ', people.Select(Tags.Person).Prepend(Tags.Source(source)));
        await connection.ExecuteAsync(new CommandDefinition(
            $"delete from article_words where {database.WordsRow} = @Place", new { Place = place }, cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            database.AddArticleWords,
            WordRows.Article(place, title!, string.Join('\n', paragraphs.Select(paragraph => paragraph.Text)), tags),
            cancellationToken: ct));
        await RewriteQuotesAsync(paragraphs.ToDictionary(row => row.Number, row => row.Text), source, [.. quotes.Distinct()], ct);
    }

    private async Task RewriteQuotesAsync(Dictionary<long, string> paragraphs, long source, IReadOnlyList<long> quotes, CancellationToken ct)
    {
        var rows = (await connection.QueryAsync<QuoteSpan>(new CommandDefinition(
            """
            select id as Id, paragraph as First, last_paragraph as Last, span_start as Start, span_end as End, person_id as Person
            from quotes
            where id in @Quotes
            order by id
            """,
            new { Quotes = quotes },
            cancellationToken: ct))).AsList();
        await connection.ExecuteAsync(new CommandDefinition(
            $"delete from quote_words where {database.WordsRow} = @Id", rows, cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            database.AddQuoteWords,
            rows.Select(row => WordRows.Quote(row.Id, row.Said(paragraphs), row.Person is { } person ? $"{Tags.Source(source)} {Tags.Person(person)}" : Tags.Source(source))),
            cancellationToken: ct));
    }

    private sealed class QuoteSpan
    {
        public long Id { get; init; }

        public long First { get; init; }

        public long Last { get; init; }

        public int Start { get; init; }

        public int End { get; init; }

        public long? Person { get; init; }

        public string Said(Dictionary<long, string> paragraphs)
        {
            var text = string.Join('\n', Enumerable.Range((int)First, (int)(Last - First + 1)).Select(number => paragraphs[number]));
            return text[Start..End];
        }
    }
}
