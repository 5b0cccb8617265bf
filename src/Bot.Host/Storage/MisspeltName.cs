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
        var nearest = new Dictionary<long, Nearness>();
        var typed = NameKeys.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToList();
        foreach (var (position, word) in typed.Index())
        {
            var people = await NearAsync(connection, word, isOneOfSeveral: typed.Count > 1, ct);
            nearest = position == 0
                ? people
                : nearest.Where(person => people.ContainsKey(person.Key)).ToDictionary(person => person.Key, person => person.Value.And(people[person.Key]));
        }

        // A distance stands for the kind of match here: it only orders the rows.
        var best = nearest.Where(person => person.Value.Counts).OrderBy(person => person.Value.Letters).Take(100).ToList();
        if (best.Count == 0)
        {
            return [];
        }

        var matches = await PersonQueries.MatchesAsync(
            connection,
            "select id as person_id, 0 as kind from persons where id in @People",
            new { Asker = asker.Value, People = best.Select(person => person.Key), Limit = 100 },
            ct);
        var seen = await VisibleForms.KeepAsync(
            connection,
            asker,
            [.. matches.Select(person => person with { Match = NameMatch.Misspelt })],
            keys => typed.TrueForAll(word => VisibleForms.WordsOf(keys).Any(like => Fits(word, like, typed.Count > 1))),
            ct);
        return [.. seen
            .OrderBy(person => nearest[person.Id.Value].Letters)
            .Take(limit)];
    }

    // Whoever has a word near this one in any form of the name. Beside another word that is right, a short one may be a letter off too.
    private static async Task<Dictionary<long, Nearness>> NearAsync(
        DbConnection connection, string word, bool isOneOfSeveral, CancellationToken ct)
    {
        var words = (await WordGrams.LikeAsync(connection, word, ct))
            .Select(like => (Word: like, Near: Nearness.Of(word, like)))
            .Where(like => like.Near.Fits(isOneOfSeveral))
            .ToDictionary(like => like.Word, like => like.Near);
        var rows = await connection.QueryAsync<(string Key, long Person)>(new CommandDefinition(
            "select key, person_id from person_keys where kind = @Kind and key in @Words",
            new { Kind = PersonKeys.WordKind, Words = words.Keys },
            cancellationToken: ct));

        return rows.GroupBy(row => row.Person).ToDictionary(person => person.Key, person => person.Select(row => words[row.Key]).MinBy(near => near.Letters));
    }

    private static bool Fits(string word, string like, bool isOneOfSeveral) => Nearness.Of(word, like).Fits(isOneOfSeveral);

    /// <summary>How near typed words are to a name.</summary>
    /// <param name="Letters">How many letters they are off.</param>
    /// <param name="HasExact">Whether one of them is right.</param>
    /// <param name="IsLoose">Whether one of them is too short to be taken for a slip by itself.</param>
    private readonly record struct Nearness(int Letters, bool HasExact, bool IsLoose)
    {
        public bool Counts => !IsLoose || HasExact;

        public bool Fits(bool isOneOfSeveral) => Letters == 0 || !IsLoose || (isOneOfSeveral && Letters == 1);

        public static Nearness Of(string typed, string stored)
        {
            var letters = NameKeys.Distance(typed, stored);
            return new Nearness(letters, letters == 0, letters > 0 && !NameKeys.IsMisspelling(typed, stored));
        }

        public Nearness And(Nearness other) => new(Letters + other.Letters, HasExact || other.HasExact, IsLoose || other.IsLoose);
    }
}
