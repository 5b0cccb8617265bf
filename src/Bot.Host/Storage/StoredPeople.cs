using System.Data.Common;
using Bot.Digest.People;
using Bot.Digest.Ports;
using Bot.Host.Storage.Corrections;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>People as the asking community's articles name them.</summary>
public sealed class StoredPeople(IDatabase database) : IPeople
{
    private const int MostAliases = 12;
    private const int MostRoles = 10;

    public Task<IReadOnlyList<PersonMatch>> FindAsync(CommunityId asker, string name, int limit, CancellationToken ct) =>
        database.ReadAsync(
            async connection =>
            {
                const string Typed = """
                    select coalesce(card_id, id) as person_id, 0 as kind from persons where slug = @Slug
                    union all
                    select coalesce(p.card_id, p.id), 0 from old_slugs o join persons p on p.id = o.person_id where o.slug = @Slug
                    union all
                    select coalesce(card_id, id), 1 from persons where key = @Identity
                    union all
                    select coalesce(p.card_id, p.id), 1 from namesakes n join persons p on p.id = n.person_id where n.key = @Identity
                    union all
                    select person_id, kind from person_keys where key = @Key and kind <> @Word
                    """;
                var typed = new
                {
                    Asker = asker.Value,
                    Slug = name.Trim().ToLowerInvariant(),
                    Identity = PersonKey.Of(name),
                    Key = NameKeys.Fold(name),
                    Word = PersonKeys.WordKind,

                    // Some may be known by the typed form to others alone.
                    Limit = 2 * limit,
                };
                var found = await PersonQueries.MatchesAsync(connection, Typed, typed, ct);
                var seen = await VisibleForms.KeepAsync(
                    connection, asker, found, keys => keys.Contains(typed.Key) || keys.Contains(typed.Identity), ct);
                return seen.Count > 0 ? [.. seen.Take(limit)] : await MisspeltName.FindAsync(connection, asker, name, limit, ct);
            },
            ct);

    public Task<PersonCard?> CardAsync(CommunityId asker, PersonId person, CancellationToken ct) => database.ReadAsync(
        async connection =>
        {
            var arguments = new { Asker = asker.Value, Person = person.Value, Limit = MostAliases };
            var row = await connection.QuerySingleOrDefaultAsync<CardRow>(new CommandDefinition(
                $"""
                select p.slug as Slug, p.name as Name, p.note as Note, sum(ps.quotes) - {Printings.Uncounted("p.id", 1)} as Quotes, sum(ps.possible) - {Printings.Uncounted("p.id", 0)} as Possible,
                    count(distinct case when ps.quotes > {MarkedQuotes.CountOf("p.id", "q.shown and q.source_id = ps.source_id")} then s.publisher_id end) as Publishers, sum(ps.articles) as Articles
                from persons p
                join person_sources ps on ps.person_id = p.id
                join sources s on s.id = ps.source_id
                where p.id = @Person and ps.source_id in {Visible.Sources}
                group by p.slug, p.name, p.note
                having {Visible.HasCard("p.id")}
                """,
                arguments,
                cancellationToken: ct));
            if (row is null)
            {
                return null;
            }

            var aliases = await connection.QueryAsync<string>(new CommandDefinition(
                $"""
                select n.name
                from person_names n
                join persons p on p.id = n.person_id
                where n.person_id = @Person and n.name <> p.name and n.source_id in {Visible.Sources}
                group by n.name
                order by sum(n.times) desc, n.name
                limit @Limit
                """,
                arguments,
                cancellationToken: ct));
            return new PersonCard(
                person, row.Slug, row.Name, aliases.AsList(), await RolesAsync(connection, asker, person, ct),
                (int)row.Quotes, (int)row.Possible, (int)row.Publishers, (int)row.Articles)
            {
                Note = row.Note,
            };
        },
        ct);

    public Task<IReadOnlyList<PersonMatch>> CompleteAsync(CommunityId asker, string prefix, int limit, CancellationToken ct)
    {
        // Enough to hold the ones that are quoted most; a longer beginning narrows it down.
        const string Begun = "select distinct person_id, 1 as kind from person_keys where key >= @Begin and key < @End limit 500";
        var begin = NameKeys.Fold(prefix);
        return begin.Length == 0
            ? Task.FromResult<IReadOnlyList<PersonMatch>>([])
            : database.ReadAsync<IReadOnlyList<PersonMatch>>(
                async connection =>
                {
                    var found = await PersonQueries.MatchesAsync(
                        connection, Begun, new { Asker = asker.Value, Begin = begin, End = begin + "\uffff", Limit = 2 * limit }, ct);
                    var seen = await VisibleForms.KeepAsync(
                        connection, asker, found, keys => keys.Any(key => key.StartsWith(begin, StringComparison.Ordinal)), ct);
                    return [.. seen.Take(limit)];
                },
                ct);
    }

    private static async Task<IReadOnlyList<PersonRole>> RolesAsync(
        DbConnection connection, CommunityId asker, PersonId person, CancellationToken ct)
    {
        // Of somebody with very many articles the newest hundred say what the role is now.
        var rows = await connection.QueryAsync<RoleRow>(new CommandDefinition(
            $"""
            select text as Text, published_at as Published, article_id as Article
            from person_roles
            where person_id = @Person and source_id in {Visible.Sources}
            order by published_at desc, article_id desc
            limit 100
            """,
            new { Asker = asker.Value, Person = person.Value },
            cancellationToken: ct));

        return [.. rows
            .DistinctBy(row => TextWords.Fold(row.Text))
            .Take(MostRoles)
            .Select(row => new PersonRole(
                row.Text, DateOnly.FromDateTime(Stored.Moment(row.Published).UtcDateTime), new ArticleId(row.Article)))];
    }

    private sealed class CardRow
    {
        public string Slug { get; init; } = "";

        public string Name { get; init; } = "";

        public string? Note { get; init; }

        public long Quotes { get; init; }

        public long Possible { get; init; }

        public long Publishers { get; init; }

        public long Articles { get; init; }
    }

    private sealed class RoleRow
    {
        public string Text { get; init; } = "";

        public long Published { get; init; }

        public long Article { get; init; }
    }
}
