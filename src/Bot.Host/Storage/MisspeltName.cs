using System.Data.Common;
using Bot.Digest.People;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Finds people by a name that is written a few letters wrong.</summary>
internal static class MisspeltName
{
    /// <summary>The people each of whose typed words stands in the name, or one a few letters from it; the nearest first.</summary>
    public static async Task<IReadOnlyList<PersonMatch>> FindAsync(
        DbConnection connection, CommunityId asker, string name, int limit, CancellationToken ct)
    {
        const int MostWords = 5;
        var nearest = new Dictionary<long, int>();
        var typed = NameKeys.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToList();
        foreach (var (position, word) in typed.Index())
        {
            var people = await NearAsync(connection, word, ct);
            nearest = position == 0
                ? people
                : nearest.Where(person => people.ContainsKey(person.Key)).ToDictionary(person => person.Key, person => person.Value + people[person.Key]);
        }

        // A distance stands for the kind of match here: it only orders the rows.
        var best = nearest.OrderBy(person => person.Value).Take(100).ToList();
        if (best.Count == 0)
        {
            return [];
        }

        var matches = await PersonQueries.MatchesAsync(
            connection,
            "select id as person_id, 0 as kind from persons where id in @People",
            new { Asker = asker.Value, People = best.Select(person => person.Key), Limit = 100 },
            ct);
        return [.. matches
            .OrderBy(person => nearest[person.Id.Value])
            .Take(limit)
            .Select(person => person with { Match = NameMatch.Misspelt })];
    }

    // Whoever has a word near this one in any form of the name, with how many letters it is off.
    private static async Task<Dictionary<long, int>> NearAsync(DbConnection connection, string word, CancellationToken ct)
    {
        var words = (await WordGrams.LikeAsync(connection, word, ct))
            .Where(like => like == word || NameKeys.IsMisspelling(word, like))
            .ToDictionary(like => like, like => NameKeys.Distance(word, like));
        var rows = await connection.QueryAsync<(string Key, long Person)>(new CommandDefinition(
            "select key, person_id from person_keys where kind = @Kind and key in @Words",
            new { Kind = PersonBook.WordKind, Words = words.Keys },
            cancellationToken: ct));

        return rows.GroupBy(row => row.Person).ToDictionary(person => person.Key, person => person.Min(row => words[row.Key]));
    }
}
