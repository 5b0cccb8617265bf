using System.Data.Common;
using Bot.Digest.Articles;
using Bot.Digest.Ports;
using Bot.Digest.Timelines;
using Bot.Host.Storage.Corrections;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Dated sentences as the asking community may see them.</summary>
public sealed class StoredEvents(IDatabase database) : IEvents
{
    // The articles that fit a topic best; more would bring sentences that have little to do with it.
    private const int MostArticles = 100;

    // A happening is written about in these days around it: bounds the articles where a topic has very many.
    private static readonly TimeSpan Around = TimeSpan.FromDays(31);

    public Task<IReadOnlyList<EventHit>> AboutAsync(
        CommunityId asker, string topic, DateOnly? since, DateOnly? until, int limit, CancellationToken ct) =>
        database.ReadAsync(
            async connection =>
            {
                var words = SearchWords.Parse(topic);
                if (words.IsEmpty)
                {
                    return [];
                }

                var articles = await ArticlesAsync(connection, asker, words, since, until, ct);
                var which = $"""
                    from events
                    where article_id in ({database.Each("@Articles")}) and from_day <= @Until and to_day >= @Since
                    order by weight desc, article_id desc, number
                    limit @Limit
                    """;
                return await ReadAsync(
                    connection,
                    which,
                    new { Asker = asker.Value, Articles = Numbers.List(articles), Since = First(since), Until = Last(until), Limit = limit },
                    ct);
            },
            ct);

    public Task<IReadOnlyList<EventHit>> OfPersonAsync(
        CommunityId asker, PersonId person, DateOnly? since, DateOnly? until, int limit, CancellationToken ct)
    {
        const string Which = $"""
            from event_people
            where person_id = @Person and from_day <= @Until and to_day >= @Since and source_id in {Visible.Sources}
            order by weight desc, article_id desc, number desc
            limit @Limit
            """;
        return database.ReadAsync(
            connection => ReadAsync(
                connection,
                Which,
                new { Asker = asker.Value, Person = person.Value, Since = First(since), Until = Last(until), Limit = limit },
                ct),
            ct);
    }

    public Task<IReadOnlyList<EventHit>> InArticlesAsync(
        CommunityId asker, IReadOnlyList<ArticleId> articles, int limit, CancellationToken ct)
    {
        var which = $"""
            from events
            where article_id in (
                select id from articles where id in ({database.Each("@Articles")}) and source_id in {Visible.Sources})
            order by weight desc, article_id desc, number
            limit @Limit
            """;
        var asked = Numbers.List(articles.Select(article => article.Value));
        return database.ReadAsync(
            connection => ReadAsync(connection, which, new { Asker = asker.Value, Articles = asked, Limit = limit }, ct), ct);
    }

    private async Task<IEnumerable<long>> ArticlesAsync(
        DbConnection connection, CommunityId asker, SearchWords words, DateOnly? since, DateOnly? until, CancellationToken ct)
    {
        var found = await new ArticleSearch(database, connection, asker, new ArticleFilter()).RankedAsync(words, ct);
        if (found.Count >= ArticleSearch.Window && (since is not null || until is not null))
        {
            var near = new ArticleFilter { Since = Moment(since) - Around, Before = Moment(until) + Around };
            found = await new ArticleSearch(database, connection, asker, near).RankedAsync(words, ct);
        }

        return found.Take(MostArticles).Select(article => article.Id);
    }

    private static async Task<IReadOnlyList<EventHit>> ReadAsync(DbConnection connection, string which, object arguments, CancellationToken ct)
    {
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
            select {CitationRow.Columns}, e.sentence_start as Start, e.sentence_end as "End", e.expression_start as ExpressionStart,
                e.expression_end as ExpressionEnd, e.from_day as FromDay, e.to_day as ToDay, e.precision as Precision, e.rule as Rule,
                e.planned as Planned, e.weight as Weight, p.text as Paragraph
            from (select article_id, number {which}) f
            cross join events e
            cross join paragraphs p
            cross join articles a
            cross join sources s
            where e.article_id = f.article_id and e.number = f.number and p.article_id = e.article_id and p.number = e.paragraph
                and a.id = e.article_id and s.id = a.source_id
                and {MarkedQuotes.HoldsNone("e.article_id", "e.paragraph", "e.sentence_start", "e.sentence_end")}
            order by e.weight desc, e.article_id desc, e.number
            """,
            arguments,
            cancellationToken: ct));

        return [.. rows.Where(row => row.IsInside).Select(row => row.ToHit())];
    }

    private static long First(DateOnly? since) => since is { } day ? Stored.Day(day) : long.MinValue;

    private static long Last(DateOnly? until) => until is { } day ? Stored.Day(day) : long.MaxValue;

    private static DateTimeOffset? Moment(DateOnly? day) =>
        day is { } value ? new DateTimeOffset(value, TimeOnly.MinValue, TimeSpan.Zero) : null;

    private sealed class Row : CitationRow
    {
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

        public string Paragraph { get; init; } = "";

        public bool IsInside => Start >= 0 && End <= Paragraph.Length && new TextSpan(Start, End).Contains(new TextSpan(ExpressionStart, ExpressionEnd));

        public EventHit ToHit() => new(
            Paragraph[Start..End], Paragraph[ExpressionStart..ExpressionEnd], Stored.Day(FromDay), Stored.Day(ToDay),
            (DatePrecision)Precision, Rule, Planned, Stored.Share(Weight), ToCitation());
    }
}
