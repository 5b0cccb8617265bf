using System.Data.Common;
using Bot.Host.Storage.Corrections;
using Dapper;

namespace Bot.Host.Storage.Editing;

/// <summary>Moves what articles say of people from one person to another, with every count that is kept of it.</summary>
internal sealed class ArticleEntries(DbConnection connection, IDatabase database)
{
    /// <summary>The articles that name a person, the newest day first.</summary>
    public Task<List<long>> OfAsync(long person, int most, CancellationToken ct) => OfAsync(Tags.Query([Tags.Person(person)]), most, ct);

    /// <summary>Those of some sources.</summary>
    public Task<List<long>> OfAsync(long person, IReadOnlyList<long> sources, int most, CancellationToken ct) =>
        OfAsync(new WordQuery.All([Tags.Query([Tags.Person(person)]), Tags.Query(sources)]), most, ct);

    private async Task<List<long>> OfAsync(WordQuery question, int most, CancellationToken ct) => (await connection.QueryAsync<long>(new CommandDefinition(
        $"""
        select a.id
        from article_words
        join articles a on a.place = article_words.{database.WordsRow}
        where {database.Answers("article_words")}
        order by article_words.{database.WordsRow}
        limit @Most
        """,
        new { Most = most, Question = database.Render(question) },
        cancellationToken: ct))).AsList();

    /// <summary>What an article says of a person, each identity by itself.</summary>
    public async Task<IReadOnlyList<FoundEntry>> ReadAsync(long article, long person, CancellationToken ct)
    {
        var kept = (await connection.QueryAsync<FoundEntry>(new CommandDefinition(
            $"select article_id as Article, {FoundEntry.Columns} from found_people where article_id = @Article and person_id = @Person order by found_as, splits",
            new { Article = article, Person = person },
            cancellationToken: ct))).AsList();
        return kept.Count > 0 ? kept : await PlainAsync(article, person, ct);
    }

    /// <summary>Writes what an article says of people anew.</summary>
    /// <param name="before">Everything it says now of all the people concerned.</param>
    /// <param name="after">The same entries in the same order, with the people they shall count for.</param>
    public async Task WriteAsync(long article, IReadOnlyList<FoundEntry> before, IReadOnlyList<FoundEntry> after, CancellationToken ct)
    {
        var row = await connection.QuerySingleAsync<ArticleRow>(new CommandDefinition(
            "select id as Article, source_id as Source, published_at as Published, place as Place from articles where id = @Article",
            new { Article = article },
            cancellationToken: ct));
        var moved = before.Zip(after).Where(pair => pair.First.Person != pair.Second.Person).SelectMany(pair => pair.First.Quotes).Distinct().ToList();
        await StatementBook.LeaveAsync(database, connection, moved, ct);
        foreach (var person in before.Select(entry => entry.Person).Distinct())
        {
            await PersonRows.DeleteAsync(connection, row.Article, row.Source, row.Published, person, ct);
        }

        foreach (var person in after.GroupBy(entry => entry.Person))
        {
            await PersonRows.InsertAsync(connection, row.Article, row.Source, row.Published, person.Key, [.. person], ct);
            await KeepAsync(person.Key, [.. person], ct);
        }

        await StatementBook.EnterAgainAsync(database, connection, moved, ct);
        await new TagRows(connection, database).RewriteAsync(row.Article, row.Place, row.Source, after.SelectMany(entry => entry.Quotes), ct);
        await ChangedArticles.NoteAsync(database, connection, [article], ct);
    }

    /// <summary>An entry alone on its own card needs no keeping: the person's rows say the same.</summary>
    private async Task KeepAsync(long person, IReadOnlyList<FoundEntry> entries, CancellationToken ct)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            "delete from found_people where article_id = @Article and found_as = @FoundAs", entries, cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            "delete from found_people where article_id = @Article and person_id = @Person",
            new { entries[0].Article, Person = person },
            cancellationToken: ct));
        if (entries.Count > 1 || !entries[0].IsPlain)
        {
            await connection.ExecuteAsync(new CommandDefinition(FoundEntry.Insert, entries, cancellationToken: ct));
        }
    }

    private async Task<IReadOnlyList<FoundEntry>> PlainAsync(long article, long person, CancellationToken ct)
    {
        var asked = new { Article = article, Person = person };
        var times = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "select times from mentions where article_id = @Article and person_id = @Person", asked, cancellationToken: ct));
        if (times is null)
        {
            return [];
        }

        var quotes = await connection.QueryAsync<long>(new CommandDefinition(
            """
            select q.id
            from articles a
            join quotes q on q.id >= a.first_quote and q.id < a.first_quote + a.quote_count
            where a.id = @Article and q.person_id = @Person
            order by q.id
            """,
            asked,
            cancellationToken: ct));
        var events = await connection.QueryAsync<long>(new CommandDefinition(
            """
            select e.number
            from events e
            join event_people p on p.person_id = @Person and p.weight = e.weight and p.article_id = e.article_id and p.number = e.number
            where e.article_id = @Article
            order by e.number
            """,
            asked,
            cancellationToken: ct));
        var roles = await connection.QueryAsync<string>(new CommandDefinition(
            """
            select r.text
            from articles a
            join person_roles r on r.person_id = @Person and r.published_at = a.published_at and r.article_id = a.id
            where a.id = @Article
            order by r.text
            """,
            asked,
            cancellationToken: ct));

        return
        [
            new FoundEntry
            {
                Article = article,
                FoundAs = person,
                Identity = person,
                Person = person,
                Times = times.Value,
                QuoteList = Numbers.List(quotes),
                EventList = Numbers.List(events),
                RoleList = FoundEntry.List(roles),
            },
        ];
    }

    private sealed class ArticleRow
    {
        public long Article { get; init; }

        public long Source { get; init; }

        public long Published { get; init; }

        public long Place { get; init; }
    }
}
