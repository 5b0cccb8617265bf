using System.Data.Common;
using Bot.Digest.Reading;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>
/// Keeps who owns a source. Sources whose articles all stand under one registrable domain have the publisher of that domain; a source
/// without a domain, or with several, that of the first source of its very name. The rule forgets no order: any way in, it gives the same.
/// </summary>
internal static class Publishers
{
    private static readonly string[] Steps =
    [
        """
        insert into publishers (name, domain)
        select distinct @Name, s.domain
        from sources s
        where s.name = @Name and s.domain <> '' and not exists (select 1 from publishers p where p.domain = s.domain)
        """,
        "insert into publishers (name) select @Name where not exists (select 1 from publishers p where p.name = @Name and p.domain is null)",
        """
        update sources
        set publisher_id = coalesce(
            (select p.id from publishers p where p.domain = sources.domain),
            (select p.id
             from sources o
             join publishers p on p.domain = o.domain
             where o.name = sources.name
             order by o.id
             limit 1),
            (select p.id from publishers p where p.name = sources.name and p.domain is null))
        where name = @Name
        """,
    ];

    /// <summary>Gives the sources of these names their publishers, after one was made or renamed or a domain became known.</summary>
    public static async Task SettleAsync(DbConnection connection, IReadOnlyCollection<string> names, CancellationToken ct)
    {
        foreach (var name in names)
        {
            foreach (var step in Steps)
            {
                await connection.ExecuteAsync(new CommandDefinition(step, new { Name = name }, cancellationToken: ct));
            }
        }

        await ForgetAsync(connection, ct);
    }

    /// <summary>
    /// Whose the sources of these names are as long as they have no domain, for all names together: a list brings thousands of new ones, and no
    /// other source gets another publisher by them.
    /// </summary>
    /// <returns>By name; nothing for a name that nobody has yet.</returns>
    public static async Task<Dictionary<string, long>> OfNamesAsync(DbConnection connection, IReadOnlyCollection<string> names, CancellationToken ct)
    {
        var owners = await connection.QueryAsync<(string Name, long Publisher)>(new CommandDefinition(
            """
            select Name, Publisher
            from (
                select o.name as Name, p.id as Publisher, 0 as Later, o.id as Place
                from sources o
                join publishers p on p.domain = o.domain
                where o.name in @Names
                union all
                select name, id, 1, id from publishers where domain is null and name in @Names)
            order by Later, Place
            """,
            new { Names = names },
            cancellationToken: ct));
        return owners.DistinctBy(owner => owner.Name).ToDictionary(owner => owner.Name, owner => owner.Publisher);
    }

    /// <summary>Makes the publisher of a name that <see cref="OfNamesAsync"/> does not know.</summary>
    public static Task<long> AddAsync(DbConnection connection, string name, CancellationToken ct) => connection.ExecuteScalarAsync<long>(
        new CommandDefinition("insert into publishers (name) values (@Name) returning id", new { Name = name }, cancellationToken: ct));

    /// <summary>Notes where articles of a source stand: the first tells its domain, another domain denies that it has one.</summary>
    public static async Task NoteAsync(DbConnection connection, long source, IEnumerable<Uri?> addresses, CancellationToken ct)
    {
        var domains = addresses.OfType<Uri>().Select(PublisherDomain.Of).OfType<string>().Distinct().ToList();
        if (domains.Count == 0)
        {
            return;
        }

        var known = await connection.QuerySingleAsync<SourceRow>(new CommandDefinition(
            "select name as Name, domain as Domain from sources where id = @Source", new { Source = source }, cancellationToken: ct));
        var domain = domains.Append(known.Domain ?? domains[0]).Distinct().Count() == 1 ? domains[0] : "";
        if (domain == known.Domain)
        {
            return;
        }

        await connection.ExecuteAsync(new CommandDefinition(
            "update sources set domain = @Domain where id = @Source", new { Domain = domain, Source = source }, cancellationToken: ct));
        await SettleAsync(connection, [known.Name], ct);
    }

    /// <summary>Takes publishers away that own nothing.</summary>
    public static Task<int> ForgetAsync(DbConnection connection, CancellationToken ct) => connection.ExecuteAsync(new CommandDefinition(
        "delete from publishers where not exists (select 1 from sources s where s.publisher_id = publishers.id)", cancellationToken: ct));

    private sealed class SourceRow
    {
        public string Name { get; init; } = "";

        public string? Domain { get; init; }
    }
}
