using System.Data.Common;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Corrections;

/// <summary>Marks on quotes that are wrong, known by what was printed.</summary>
public sealed class StoredQuoteMarks(IDatabase database, TimeProvider clock) : IQuoteMarks
{
    public Task<MarkOutcome> MarkAsync(Editor editor, ItemReference quote, QuoteMark mark, CancellationToken ct)
    {
        var kind = mark == QuoteMark.Hidden ? ChangeKind.QuoteHidden : ChangeKind.QuoteUnresolved;
        return ChangeAsync(
            editor,
            quote,
            kind,
            before => before == mark ? MarkResult.AsBefore : MarkResult.Done,
            (connection, printings) => SetAsync(connection, editor.Community, printings, mark, ct),
            ct);
    }

    public Task<MarkOutcome> RestoreAsync(Editor editor, ItemReference quote, CancellationToken ct) => ChangeAsync(
        editor,
        quote,
        ChangeKind.QuoteRestored,
        before => before is null ? MarkResult.AsBefore : MarkResult.Done,
        (connection, printings) => connection.ExecuteAsync(new CommandDefinition(
            """
            delete from quote_marks
            where community_id = @Community and source_name = @SourceName and article_key = @Key
                and (hash = @Hash or (paragraph_hash = @ParagraphHash and span_start < @End and span_end > @Start))
            """,
            printings.Select(printing => printing.With(editor.Community)),
            cancellationToken: ct)),
        ct);

    /// <summary>Changes what is marked, where the community sees the quote.</summary>
    /// <param name="decide">Gets the mark that the community itself put on the quote.</param>
    private Task<MarkOutcome> ChangeAsync(
        Editor editor, ItemReference quote, ChangeKind kind, Func<QuoteMark?, MarkResult> decide, Func<DbConnection, IReadOnlyList<Printing>, Task<int>> change,
        CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            var printings = await PrintingsAsync(connection, editor.Community, quote, ct);
            var all = await QuoteHits.AllAsync(database, connection, editor.Community, [.. printings.Select(printing => printing.Quote)], ct);
            if (all.FirstOrDefault(hit => ItemReference.Of(hit) == quote) is not { } found)
            {
                return new MarkOutcome(MarkResult.NoSuchQuote, null);
            }

            var marks = await MarksAsync(connection, editor.Community, found.Id, ct);
            var own = marks.GetValueOrDefault(editor.Community.Value);
            var result = decide(own);
            if (result == MarkResult.Done)
            {
                await change(connection, printings);
                var articles = printings.Select(printing => printing.Article).Distinct().ToList();
                await QuoteMarkRows.ApplyAsync(database, connection, articles, ct);
                await ChangedArticles.NoteAsync(database, connection, articles, ct);
                await ChangeLog.AddAsync(connection, editor, kind, quote.ToString(), null, clock.GetUtcNow(), ct);
            }
            else if (own is null && marks.Count > 0)
            {
                result = MarkResult.ForEveryone;
            }

            return new MarkOutcome(result, found);
        },
        ct);

    private static async Task<int> SetAsync(
        DbConnection connection, CommunityId community, IReadOnlyList<Printing> printings, QuoteMark mark, CancellationToken ct)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            insert into quote_marks (community_id, source_name, article_key, hash, paragraph_hash, span_start, span_end, mark)
            values (@Community, @SourceName, @Key, @Hash, @ParagraphHash, @Start, @End, {(int)mark})
            on conflict (community_id, source_name, article_key, hash) do update set mark = excluded.mark
            """,
            printings.Select(printing => printing.With(community)),
            cancellationToken: ct));
        return await StoredReports.SettleAsync(connection, community, printings.Select(printing => (printing.Article, (printing.Hash >> 40) & 0xffffff)), kind: null, ct);
    }

    /// <summary>The quote that is meant, and all that print the same statement: who hides it does not want to find it at the next outlet.</summary>
    private static async Task<IReadOnlyList<Printing>> PrintingsAsync(DbConnection connection, CommunityId asker, ItemReference quote, CancellationToken ct) =>
        (await connection.QueryAsync<Printing>(new CommandDefinition(
            $"""
            with meant as (
                select q.id, q.person_id, q.statement_id
                from articles a
                join quotes q on q.id >= a.first_quote and q.id < a.first_quote + a.quote_count
                where a.id = @Article and a.source_id in {Visible.Sources} and (q.hash >> 40) & 16777215 = @Words),
            printed as (
                select id from meant
                union
                select o.id from meant q join quotes o on o.person_id = q.person_id and o.statement_id = q.statement_id)
            select q.id as Quote, a.id as Article, s.search_name as SourceName, a.key as Key, q.hash as Hash, p.hash as ParagraphHash,
                q.span_start as Start, q.span_end as End
            from printed
            join quotes q on q.id = printed.id
            join articles a on a.id = q.article_id
            join sources s on s.id = a.source_id
            join paragraphs p on p.article_id = a.id and p.number = q.paragraph
            where a.source_id in {Visible.Sources}
            """,
            new { Asker = asker.Value, Article = quote.Article.Value, Words = quote.Words ?? -1 },
            cancellationToken: ct))).AsList();

    private static async Task<Dictionary<long, QuoteMark?>> MarksAsync(DbConnection connection, CommunityId asker, QuoteId quote, CancellationToken ct) =>
        (await connection.QueryAsync<(long Community, long Mark)>(new CommandDefinition(
            "select community_id, mark from marked_quotes where quote_id = @Quote and community_id in (@Asker, 1)",
            new { Quote = quote.Value, Asker = asker.Value },
            cancellationToken: ct))).ToDictionary(row => row.Community, row => (QuoteMark?)row.Mark);

    /// <summary>A quote by what was printed.</summary>
    private sealed record Printing
    {
        public long Quote { get; init; }

        public long Article { get; init; }

        public string SourceName { get; init; } = "";

        public string Key { get; init; } = "";

        public long Hash { get; init; }

        public long ParagraphHash { get; init; }

        public long Start { get; init; }

        public long End { get; init; }

        public object With(CommunityId community) => new { Community = community.Value, SourceName, Key, Hash, ParagraphHash, Start, End };
    }
}
