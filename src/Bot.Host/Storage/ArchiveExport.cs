using System.Data.Common;
using System.Runtime.CompilerServices;
using Bot.Digest.Articles;
using Bot.Digest.Ports;
using Bot.Digest.Timelines;
using Bot.Host.Storage.Corrections;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Reads the archive out a few articles at a time, so that its size does not matter and nobody waits for it.</summary>
public sealed class ArchiveExport(IDatabase database, IPeople people) : IArchiveExport
{
    private const int AtOnce = 50;

    public IAsyncEnumerable<ExportedArticle> ArticlesAsync(CommunityId asker, CancellationToken ct) =>
        EachAsync(asker, (connection, texts) => ReadArticlesAsync(connection, asker, texts, ct), ct);

    public IAsyncEnumerable<ExportedQuote> QuotesAsync(CommunityId asker, CancellationToken ct) =>
        EachAsync(asker, (connection, texts) => ReadQuotesAsync(connection, asker, texts, ct), ct);

    public IAsyncEnumerable<ExportedEvent> EventsAsync(CommunityId asker, CancellationToken ct) =>
        EachAsync(asker, (connection, texts) => ReadEventsAsync(connection, asker, texts, ct), ct);

    public async IAsyncEnumerable<PersonCard> PeopleAsync(CommunityId asker, [EnumeratorCancellation] CancellationToken ct)
    {
        var last = "";
        while (true)
        {
            var page = await database.ReadAsync(
                connection => connection.QueryAsync<PersonRow>(new CommandDefinition(
                    "select id as Id, slug as Slug from persons where slug > @Last order by slug limit @Limit",
                    new { Last = last, Limit = AtOnce },
                    cancellationToken: ct)),
                ct);
            var rows = page.AsList();
            foreach (var row in rows)
            {
                if (await people.CardAsync(asker, new PersonId(row.Id), ct) is { } card)
                {
                    yield return card;
                }
            }

            if (rows.Count == 0)
            {
                yield break;
            }

            last = rows[^1].Slug;
        }
    }

    private async IAsyncEnumerable<T> EachAsync<T>(
        CommunityId asker, Func<DbConnection, Dictionary<long, ExportedText>, Task<List<T>>> read,
        [EnumeratorCancellation] CancellationToken ct)
    {
        long last = 0;
        while (true)
        {
            var (items, next) = await database.ReadAsync(
                async connection =>
                {
                    var ids = (await connection.QueryAsync<long>(new CommandDefinition(
                        $"select id from articles where id > @Last and source_id in {Visible.Sources} order by id limit {AtOnce}",
                        new { Asker = asker.Value, Last = last },
                        cancellationToken: ct))).AsList();
                    var texts = await ExportedText.ReadAsync(connection, ids, ct);
                    return (await read(connection, texts), ids.Count == 0 ? long.MaxValue : ids[^1]);
                },
                ct);
            foreach (var item in items)
            {
                yield return item;
            }

            if (next == long.MaxValue)
            {
                yield break;
            }

            last = next;
        }
    }

    private async Task<List<ExportedArticle>> ReadArticlesAsync(
        DbConnection connection, CommunityId asker, Dictionary<long, ExportedText> texts, CancellationToken ct)
    {
        var rows = await connection.QueryAsync<ArticleRow>(new CommandDefinition(
            $"""
            select {CitationRow.Columns}, a.author as Author, a.language as Language, a.revision as Revision, a.hash as Hash, a.summary as Summary
            from articles a
            join sources s on s.id = a.source_id
            where a.id in @Articles
            order by a.id
            """,
            new { Articles = texts.Keys, Asker = asker.Value },
            cancellationToken: ct));

        var hidden = await HiddenWords.OfAsync(database, connection, asker, texts.Keys, ct);
        return [.. rows.Select(row => new ExportedArticle(
            new ArticleId(row.Article), row.Title, texts[row.Article].Text, row.Hash, row.Outlet, Stored.Moment(row.Published),
            row.ToCitation().Address, row.Author, row.Language, (int)row.Revision,
            [.. Numbers.Read(row.Summary).Chunk(3)
                .Where(sentence => !hidden.StandIn(row.Article, sentence[0], sentence[1], sentence[2]))
                .Select(sentence => texts[row.Article].Words(sentence[0], new TextSpan(sentence[1], sentence[2])).Text)]))];
    }

    private static async Task<List<ExportedQuote>> ReadQuotesAsync(
        DbConnection connection, CommunityId asker, Dictionary<long, ExportedText> texts, CancellationToken ct)
    {
        var rows = await connection.QueryAsync<QuoteRow>(new CommandDefinition(
            $"{QuoteRow.SelectOfArticles} where a.id in @Articles order by q.article_id, q.paragraph, q.span_start, q.id",
            new { Articles = texts.Keys, Asker = asker.Value },
            cancellationToken: ct));
        var quotes = new List<ExportedQuote>();
        foreach (var row in rows)
        {
            var text = texts[row.Article];
            if (row.ToSeen(text.Paragraphs) is not { } hit)
            {
                continue;
            }

            ExportedWords Words(TextSpan span) => text.Words((int)row.Paragraph, new TextSpan(row.Start + span.Start, row.Start + span.End));
            quotes.Add(new ExportedQuote(
                hit.Citation.Article, hit.Id, hit.Statement, Words(new TextSpan(0, hit.Text.Length)), hit.Kind, [.. hit.Pieces.Select(Words)],
                [.. hit.Verbatim.Select(Words)], hit.Speaker, hit.SpeakerSlug, hit.Via, hit.Translated, row.Floating, hit.Confidence, hit.Shown));
        }

        return quotes;
    }

    private static async Task<List<ExportedEvent>> ReadEventsAsync(
        DbConnection connection, CommunityId asker, Dictionary<long, ExportedText> texts, CancellationToken ct)
    {
        var rows = await connection.QueryAsync<EventRow>(new CommandDefinition(
            $"""
            select article_id as Article, paragraph as Paragraph, sentence_start as Start, sentence_end as "End",
                expression_start as ExpressionStart, expression_end as ExpressionEnd, from_day as FromDay, to_day as ToDay,
                precision as Precision, rule as Rule, planned as Planned, weight as Weight
            from events
            where article_id in @Articles and {MarkedQuotes.HoldsNone("events.article_id", "events.paragraph", "events.sentence_start", "events.sentence_end")}
            order by article_id, number
            """,
            new { Articles = texts.Keys, Asker = asker.Value },
            cancellationToken: ct));

        return [.. rows.Select(row => new ExportedEvent(
            new ArticleId(row.Article), texts[row.Article].Words(row.Paragraph, new TextSpan(row.Start, row.End)),
            texts[row.Article].Words(row.Paragraph, new TextSpan(row.ExpressionStart, row.ExpressionEnd)).Text,
            Stored.Day(row.FromDay), Stored.Day(row.ToDay), (DatePrecision)row.Precision, row.Rule, row.Planned, Stored.Share(row.Weight)))];
    }

    private sealed class PersonRow
    {
        public long Id { get; init; }

        public string Slug { get; init; } = "";
    }

    private sealed class ArticleRow : CitationRow
    {
        public string? Author { get; init; }

        public string? Language { get; init; }

        public long Revision { get; init; }

        public string Hash { get; init; } = "";

        public string Summary { get; init; } = "";
    }

    private sealed class EventRow
    {
        public long Article { get; init; }

        public int Paragraph { get; init; }

        public int Start { get; init; }

        public int End { get; init; }

        public int ExpressionStart { get; init; }

        public int ExpressionEnd { get; init; }

        public long FromDay { get; init; }

        public long ToDay { get; init; }

        public long Precision { get; init; }

        public string Rule { get; init; } = "";

        public bool Planned { get; init; }

        public long Weight { get; init; }
    }
}
