using System.Data.Common;
using Dapper;

namespace Bot.Host.Storage.Editing;

/// <summary>The rows of one person in one article, with the counts of the outlet.</summary>
internal static class PersonRows
{
    /// <summary>Takes a person out of an article; the quotes wait for their next speaker.</summary>
    public static async Task DeleteAsync(DbConnection connection, long article, long source, long published, long person, CancellationToken ct)
    {
        string[] steps =
        [
            """
            update person_sources
            set articles = articles - 1,
                mentions = mentions - (select times from mentions where article_id = @Article and person_id = @Person),
                quotes = quotes - (select quotes from mentions where article_id = @Article and person_id = @Person),
                possible = possible - (select possible from mentions where article_id = @Article and person_id = @Person)
            where person_id = @Person and source_id = @Source
            """,
            "delete from person_sources where person_id = @Person and source_id = @Source and articles = 0",
            "delete from mentions where article_id = @Article and person_id = @Person",
            "delete from person_roles where person_id = @Person and published_at = @Published and article_id = @Article",
            """
            delete from event_people
            where (person_id, weight, article_id, number) in (
                select @Person, weight, article_id, number from events where article_id = @Article)
            """,
        ];
        foreach (var sql in steps)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                sql, new { Article = article, Source = source, Published = published, Person = person }, cancellationToken: ct));
        }
    }

    /// <summary>Puts a person into an article with everything that these entries say.</summary>
    public static async Task InsertAsync(
        DbConnection connection, long article, long source, long published, long person, IReadOnlyList<FoundEntry> entries, CancellationToken ct)
    {
        var quotes = entries.SelectMany(entry => entry.Quotes).Distinct().ToList();
        await connection.ExecuteAsync(new CommandDefinition(
            "update quotes set person_id = @Person where id in @Quotes",
            new { Person = person, Quotes = quotes },
            cancellationToken: ct));
        var shown = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "select count(*) from quotes where id in @Quotes and shown",
            new { Quotes = quotes },
            cancellationToken: ct));
        var row = new
        {
            Id = article,
            Person = person,
            Times = entries.Sum(entry => entry.Times),
            Quotes = shown,
            Possible = quotes.Count - shown,
            Source = source,
        };
        await connection.ExecuteAsync(new CommandDefinition(ArticleSql.Mention, row, cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(ArticleSql.PersonSource, row, cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            ArticleSql.Role,
            entries.SelectMany(entry => entry.Roles).Distinct().Select(text => new { Id = article, Person = person, Published = published, Text = text, Source = source }),
            cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into event_people (person_id, weight, article_id, number, from_day, to_day, source_id)
            select @Person, weight, article_id, number, from_day, to_day, @Source from events where article_id = @Article and number in @Numbers
            """,
            new { Person = person, Source = source, Article = article, Numbers = entries.SelectMany(entry => entry.Events).Distinct() },
            cancellationToken: ct));
    }
}
