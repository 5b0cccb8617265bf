using System.Data.Common;
using Bot.Digest.People;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Reads people out with their counts in what a community may see.</summary>
internal static class PersonQueries
{
    /// <summary>The newest role of person p in what @Asker may see.</summary>
    public const string Role = $"""
        (select r.text from person_roles r
         where r.person_id = p.id and r.source_id in {Visible.Sources}
         order by r.published_at desc
         limit 1)
        """;

    /// <summary>
    /// The people whom <paramref name="found"/> gives (a statement with the columns person_id and kind), best kind first, then the most quoted.
    /// </summary>
    /// <param name="arguments">Its values; also @Asker and @Limit.</param>
    public static async Task<IReadOnlyList<PersonMatch>> MatchesAsync(
        DbConnection connection, string found, object arguments, CancellationToken ct)
    {
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
            select p.id as Id, p.slug as Slug, p.name as Name, c.kind as Kind, c.quotes - {Printings.Uncounted("p.id", 1)} as Quotes, c.articles as Articles, {Role} as Role
            from (
                select f.person_id as person_id, f.kind as kind, sum(ps.quotes) as quotes, sum(ps.articles) as articles
                from (select person_id, min(kind) as kind from ({found}) found group by person_id) f
                join person_sources ps on ps.person_id = f.person_id
                where ps.source_id in {Visible.Sources}
                group by f.person_id, f.kind
                having {Visible.HasCard("f.person_id")}
                order by 2, 3 desc, 4 desc, 1
                limit @Limit) c
            join persons p on p.id = c.person_id
            order by c.kind, c.quotes desc, c.articles desc, c.person_id
            """,
            arguments,
            cancellationToken: ct));

        return [.. rows.Select(row => new PersonMatch(
            new PersonId(row.Id), row.Slug, row.Name, (NameMatch)row.Kind, row.Role, (int)row.Quotes, (int)row.Articles))];
    }

    /// <summary>The people whom an article names, those it quotes most first.</summary>
    public static async Task<IReadOnlyList<PersonMatch>> OfArticleAsync(
        DbConnection connection, CommunityId asker, long article, CancellationToken ct)
    {
        // The kind only orders the rows here; every one of them is meant by itself.
        var people = await MatchesAsync(
            connection,
            "select m.person_id as person_id, -1000 * m.quotes - m.times as kind from mentions m where m.article_id = @Article",
            new { Asker = asker.Value, Article = article, Limit = int.MaxValue },
            ct);
        return [.. people.Select(person => person with { Match = NameMatch.Slug })];
    }

    private sealed class Row
    {
        public long Id { get; init; }

        public string Slug { get; init; } = "";

        public string Name { get; init; } = "";

        public long Kind { get; init; }

        public long Quotes { get; init; }

        public long Articles { get; init; }

        public string? Role { get; init; }
    }
}
