using System.Data.Common;
using Bot.Host.Storage.Corrections;
using Bot.Host.Storage.Editing;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Takes articles, or what was understood of them, out of the archive again, with every count that they were part of.</summary>
internal static class ArticleRemoval
{
    // In an order that leaves no row pointing at one that is gone. Counts and names are taken back before the rows they are taken from.
    private static readonly string[] Parts =
    [
        """
        update person_sources
        set articles = articles - 1,
            mentions = mentions - (select m.times from mentions m where m.article_id = @Article and m.person_id = person_sources.person_id),
            quotes = quotes - (select m.quotes from mentions m where m.article_id = @Article and m.person_id = person_sources.person_id),
            possible = possible - (select m.possible from mentions m where m.article_id = @Article and m.person_id = person_sources.person_id)
        where source_id = @Source and person_id in (select person_id from mentions where article_id = @Article)
        """,
        """
        delete from event_people
        where (person_id, weight, article_id, number) in (
            select m.person_id, e.weight, e.article_id, e.number
            from mentions m
            join events e on e.article_id = m.article_id
            where m.article_id = @Article)
        """,
        "delete from events where article_id = @Article",
        """
        delete from person_roles
        where article_id = @Article and published_at = @Published
            and person_id in (select person_id from mentions where article_id = @Article)
        """,
        "delete from found_people where article_id = @Article",
        "delete from marked_quotes where quote_id >= @FirstQuote and quote_id < @EndQuote",
        "delete from quotes where id >= @FirstQuote and id < @EndQuote",
        "delete from paragraphs where article_id = @Article",
    ];

    // Someone whom no article names any more is forgotten, with every form of the name; but not whom an operator's decision names or needs.
    private static readonly string[] People =
    [
        "delete from person_sources where articles = 0 and person_id in @People",
        "delete from person_names where person_id in @People and not exists (select 1 from person_sources s where s.person_id = person_names.person_id and s.source_id = person_names.source_id)",
        "delete from person_keys where person_id in @People and not exists (select 1 from person_sources s where s.person_id = person_keys.person_id)",
        """
        delete from found_names
        where identity_id in (select id from persons where id in @People or card_id in @People)
            and not exists (
                select 1
                from persons p
                join person_sources s on s.person_id in (p.id, p.card_id) and s.source_id = found_names.source_id
                where p.id = found_names.identity_id)
        """,
        $"delete from namesakes where person_id in @People and {Unknown("namesakes.person_id")}",
        $"delete from persons where id in @People and {Unknown("persons.id")}",
    ];

    // Sources that nobody follows, once their last article is gone.
    private static readonly string[] Sources =
    [
        $"delete from source_visits where source_id in ({Abandoned})",
        $"delete from source_items where source_id in ({Abandoned})",
        $"delete from source_notices where source_id in ({Abandoned})",
        $"delete from filters where source_id in ({Abandoned})",
        $"update split_rules set source_name = (select search_name from sources where id = source_id), source_id = null where source_id in ({Abandoned})",
        $"delete from sources where id in ({Abandoned})",
    ];

    private const string Abandoned = """
        select s.id
        from sources s
        where not exists (select 1 from community_sources c where c.source_id = s.id)
            and not exists (select 1 from articles a where a.source_id = s.id)
        """;

    private static string Unknown(string person) =>
        $"""
        not exists (select 1 from person_sources s where s.person_id = {person})
            and not exists (select 1 from person_edits e where e.person_id = {person} or e.other_id = {person})
            and not exists (select 1 from remembered_people r where r.found_as = {person})
        """;

    /// <summary>Keeps the text of an article as an old revision and takes away everything that was understood of it.</summary>
    public static async Task SetAsideAsync(DbConnection connection, IDatabase database, long article, DateTimeOffset now, CancellationToken ct)
    {
        var paragraphs = await connection.QueryAsync<string>(new CommandDefinition(
            "select text from paragraphs where article_id = @Article order by number", new { Article = article }, cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into old_revisions (article_id, revision, title, text, published_at, replaced_at)
            select id, revision, title, @Text, published_at, @Now from articles where id = @Article
            """,
            new { Article = article, Text = string.Join('\n', paragraphs), Now = Stored.Moment(now) },
            cancellationToken: ct));
        await RemovePartsAsync(connection, database, article, ct);
    }

    /// <summary>Removes an article with everything that came of it.</summary>
    public static async Task RemoveAsync(DbConnection connection, IDatabase database, long article, CancellationToken ct)
    {
        await RemovePartsAsync(connection, database, article, ct);
        await StoryRows.ForgetAsync(connection, article, ct);
        await ExecuteAsync(connection, "delete from old_revisions where article_id = @Article", article, ct);
        await ExecuteAsync(connection, "delete from hidden_articles where article_id = @Article", article, ct);
        // The number may become another article's, which was told to nobody.
        await ExecuteAsync(connection, "delete from edition_articles where article_id = @Article", article, ct);
        await ExecuteAsync(connection, "delete from reports where article_id = @Article", article, ct);
        await ChangedArticles.ForgetAsync(connection, article, ct);
        await ExecuteAsync(connection, "update source_items set article_id = null where article_id = @Article", article, ct);
        await ExecuteAsync(
            connection, "update sources set article_count = article_count - 1 where id = (select source_id from articles where id = @Article)", article, ct);
        await ExecuteAsync(connection, "delete from articles where id = @Article", article, ct);
    }

    /// <summary>
    /// Takes away what nobody follows, piece by piece, so that others need not wait: nobody sees it any more. A stopped removal goes on with the next one.
    /// </summary>
    public static async Task PurgeAsync(IDatabase database, CancellationToken ct)
    {
        while (await database.WriteAsync(connection => PurgeAsync(connection, database, ct), ct) > 0)
        {
            ct.ThrowIfCancellationRequested();
        }
    }

    private static async Task<int> PurgeAsync(DbConnection connection, IDatabase database, CancellationToken ct)
    {
        var articles = (await connection.QueryAsync<long>(new CommandDefinition(
            $"""
            select a.id
            from sources s
            join articles a on a.source_id = s.id
            where not exists (select 1 from community_sources c where c.source_id = s.id)
            limit {ArticlePortions.MostArticles}
            """,
            cancellationToken: ct))).AsList();

        foreach (var article in articles)
        {
            await RemoveAsync(connection, database, article, ct);
        }

        foreach (var sql in Sources)
        {
            await connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: ct));
        }

        await Publishers.ForgetAsync(connection, ct);

        return articles.Count;
    }

    /// <summary>Takes away all that was understood of an article, with its paragraphs.</summary>
    public static async Task RemovePartsAsync(DbConnection connection, IDatabase database, long article, CancellationToken ct)
    {
        var row = await connection.QuerySingleAsync<ArticleRow>(new CommandDefinition(
            """
            select source_id as Source, place as Place, published_at as Published, first_quote as FirstQuote, quote_count as QuoteCount
            from articles
            where id = @Article
            """,
            new { Article = article },
            cancellationToken: ct));
        var people = (await connection.QueryAsync<long>(new CommandDefinition(
            "select person_id from mentions where article_id = @Article", new { Article = article }, cancellationToken: ct))).AsList();
        await RememberedPeople.KeepAsync(connection, article, ct);

        await connection.ExecuteAsync(new CommandDefinition(
            $"delete from article_words where {database.WordsRow} = @Place", new { row.Place }, cancellationToken: ct));
        var values = new { Article = article, row.Source, row.Published, row.FirstQuote, EndQuote = row.FirstQuote + row.QuoteCount };
        await connection.ExecuteAsync(new CommandDefinition(
            $"delete from quote_words where {database.WordsRow} >= @FirstQuote and {database.WordsRow} < @EndQuote", values, cancellationToken: ct));
        await StatementBook.ForgetAsync(database, connection, row.FirstQuote, row.FirstQuote + row.QuoteCount, ct);
        foreach (var sql in Parts)
        {
            await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: ct));
        }

        await ExecuteAsync(connection, "delete from mentions where article_id = @Article", article, ct);
        foreach (var sql in People)
        {
            await connection.ExecuteAsync(new CommandDefinition(sql, new { People = people }, cancellationToken: ct));
        }
    }

    private static Task<int> ExecuteAsync(DbConnection connection, string sql, long article, CancellationToken ct) =>
        connection.ExecuteAsync(new CommandDefinition(sql, new { Article = article }, cancellationToken: ct));

    private sealed class ArticleRow
    {
        public long Source { get; init; }

        public long Place { get; init; }

        public long Published { get; init; }

        public long FirstQuote { get; init; }

        public long QuoteCount { get; init; }
    }
}
