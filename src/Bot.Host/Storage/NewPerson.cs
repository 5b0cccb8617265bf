using System.Data.Common;
using Bot.Digest.People;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Finds keys and slugs that nobody has yet, for people who are entered.</summary>
internal static class NewPerson
{
    // No name has this sign in its key.
    private const char Numbered = '#';

    /// <summary>Enters somebody under a key; a numbered one when it is taken.</summary>
    public static async Task<long> AddAsync(DbConnection connection, string key, string name, CancellationToken ct) =>
        await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "insert into persons (key, slug, name) values (@Key, @Slug, @Name) returning id",
            new
            {
                Key = await FreeAsync(connection, "select count(*) from persons where key = @Value", key, Numbered, ct),
                Slug = await FreeSlugAsync(connection, name, ct),
                Name = name,
            },
            cancellationToken: ct));

    /// <summary>The key that people of one name share, of one that may be numbered.</summary>
    public static string SharedKey(string key) => key.Split(Numbered)[0];

    /// <summary>The slug of a name. Two identities may come to one ("Al-Hadi Omar" and "Al Hadi Omar"): the later one gets a number.</summary>
    public static Task<string> FreeSlugAsync(DbConnection connection, string name, CancellationToken ct)
    {
        const string Taken = """
            select (select count(*) from persons where slug = @Value) + (select count(*) from old_slugs where slug = @Value)
            """;
        return FreeAsync(connection, Taken, PersonKey.Slug(name), '-', ct);
    }

    private static async Task<string> FreeAsync(DbConnection connection, string taken, string wanted, char sign, CancellationToken ct)
    {
        var free = wanted;
        for (var number = 2;
            await connection.ExecuteScalarAsync<long>(new CommandDefinition(taken, new { Value = free }, cancellationToken: ct)) > 0;
            number++)
        {
            free = $"{wanted}{sign}{number}";
        }

        return free;
    }
}
