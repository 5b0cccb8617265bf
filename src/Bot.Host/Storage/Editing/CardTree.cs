using System.Data.Common;
using Dapper;

namespace Bot.Host.Storage.Editing;

/// <summary>Who stands on whose card: merges make a tree of people, and everybody in it stands on the card of its root.</summary>
internal static class CardTree
{
    /// <summary>Puts somebody and all on that card on another one's.</summary>
    public static Task<int> MergeAsync(DbConnection connection, long person, long into, CancellationToken ct) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update persons
            set card_id = @Into, merged_into = case when id = @Person then @Into else merged_into end
            where id = @Person or card_id = @Person
            """,
            new { Person = person, Into = into },
            cancellationToken: ct));

    /// <summary>Gives somebody who was merged a card again, with everybody who had been merged into this one before.</summary>
    public static async Task ReleaseAsync(DbConnection connection, long person, CancellationToken ct)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            "update persons set card_id = null, merged_into = null where id = @Person", new { Person = person }, cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            """
            with recursive below (id) as (
                select id from persons where merged_into = @Person
                union all
                select p.id from persons p join below b on p.merged_into = b.id)
            update persons set card_id = @Person where id in (select id from below)
            """,
            new { Person = person },
            cancellationToken: ct));
    }

    /// <summary>The people on a card, the one who bears it included.</summary>
    public static async Task<IReadOnlyList<long>> MembersAsync(DbConnection connection, long person, CancellationToken ct) =>
        (await connection.QueryAsync<long>(new CommandDefinition(
            "select id from persons where id = @Person or card_id = @Person order by id", new { Person = person }, cancellationToken: ct))).AsList();

    /// <summary>On whose card each of these stands.</summary>
    public static async Task<Dictionary<long, long>> CardsAsync(DbConnection connection, IEnumerable<long> people, CancellationToken ct) =>
        (await connection.QueryAsync<(long Id, long Card)>(new CommandDefinition(
            "select id, coalesce(card_id, id) from persons where id in @People", new { People = people.Distinct() }, cancellationToken: ct)))
        .ToDictionary(row => row.Id, row => row.Card);
}
