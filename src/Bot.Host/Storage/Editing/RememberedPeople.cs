using System.Data.Common;
using Dapper;

namespace Bot.Host.Storage.Editing;

/// <summary>
/// Whom the names in an article meant before it was taken out, where operators decided about somebody of that name: roles and company
/// would have to be weighed anew when it is read again, and what an operator saw on one card could come to stand on another.
/// </summary>
internal sealed class RememberedPeople
{
    private readonly Dictionary<string, Remembered> _byKey;

    private RememberedPeople(IEnumerable<Remembered> rows) => _byKey = rows.GroupBy(row => NewPerson.SharedKey(row.Key)).ToDictionary(rows => rows.Key, rows => rows.First());

    /// <summary>Nobody.</summary>
    public static RememberedPeople None { get; } = new([]);

    /// <summary>As whom a name was read, and the splits that took it; null where nothing is remembered.</summary>
    public Remembered? Of(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>Keeps whom an article's names mean that is about to be taken out.</summary>
    public static async Task KeepAsync(DbConnection connection, long article, CancellationToken ct)
    {
        var rows = (await connection.QueryAsync<Remembered>(new CommandDefinition(
            """
            select p.key as Key, f.found_as as FoundAs, f.splits as SplitList
            from (
                select found_as, splits from found_people where article_id = @Article
                union
                select m.person_id, ''
                from mentions m
                where m.article_id = @Article
                    and not exists (select 1 from found_people o where o.article_id = @Article and o.person_id = m.person_id)) f
            join persons p on p.id = f.found_as
            """,
            new { Article = article },
            cancellationToken: ct))).AsList();
        var decided = await DecidedAsync(connection, rows.Select(row => NewPerson.SharedKey(row.Key)), ct);
        var kept = rows.Where(row => decided.Contains(NewPerson.SharedKey(row.Key))).ToList();
        if (kept.Count == 0)
        {
            return;
        }

        var (source, key) = await connection.QuerySingleAsync<(string, string)>(new CommandDefinition(
            "select s.search_name, a.key from articles a join sources s on s.id = a.source_id where a.id = @Article",
            new { Article = article },
            cancellationToken: ct));
        await ForgetAsync(connection, source, key, ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into remembered_people (source_name, article_key, found_as, splits) values (@Source, @Article, @FoundAs, @SplitList)",
            kept.Select(row => new { Source = source, Article = key, row.FoundAs, row.SplitList }),
            cancellationToken: ct));
    }

    /// <summary>Reads what is remembered of an article that comes again, and forgets it: from here on its own rows say it.</summary>
    public static async Task<RememberedPeople> TakeAsync(DbConnection connection, long source, string articleKey, CancellationToken ct)
    {
        var name = await connection.ExecuteScalarAsync<string>(new CommandDefinition(
            "select search_name from sources where id = @Source", new { Source = source }, cancellationToken: ct));
        var rows = (await connection.QueryAsync<Remembered>(new CommandDefinition(
            """
            select p.key as Key, r.found_as as FoundAs, r.splits as SplitList
            from remembered_people r
            join persons p on p.id = r.found_as
            where r.source_name = @Name and r.article_key = @Article
            order by r.found_as, r.splits
            """,
            new { Name = name, Article = articleKey },
            cancellationToken: ct))).AsList();
        if (rows.Count == 0)
        {
            return None;
        }

        await ForgetAsync(connection, name!, articleKey, ct);
        return new RememberedPeople(rows);
    }

    private static Task<int> ForgetAsync(DbConnection connection, string source, string articleKey, CancellationToken ct) =>
        connection.ExecuteAsync(new CommandDefinition(
            "delete from remembered_people where source_name = @Source and article_key = @Article",
            new { Source = source, Article = articleKey },
            cancellationToken: ct));

    /// <summary>Those of these names that somebody bears whom an operator merged or split.</summary>
    private static async Task<HashSet<string>> DecidedAsync(DbConnection connection, IEnumerable<string> keys, CancellationToken ct) =>
        [.. await connection.QueryAsync<string>(new CommandDefinition(
            """
            select key from persons where key in @Keys and is_edited
            union
            select n.key from namesakes n join persons p on p.id = n.person_id where n.key in @Keys and p.is_edited
            """,
            new { Keys = keys.Distinct() },
            cancellationToken: ct))];
}

/// <summary>As whom an article's name was read.</summary>
internal sealed class Remembered
{
    public string Key { get; init; } = "";

    public long FoundAs { get; init; }

    public string SplitList { get; init; } = "";

    /// <summary>The splits that took it since, the latest last.</summary>
    public IReadOnlyList<long> Splits => [.. Numbers.Read(SplitList).Select(split => (long)split)];
}
