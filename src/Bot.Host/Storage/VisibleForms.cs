using System.Data.Common;
using Bot.Digest.People;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>
/// Which people a community finds by what it types: keys are kept for all sources together, and a form that only others' sources print
/// must lead nowhere.
/// </summary>
internal static class VisibleForms
{
    /// <summary>Those of <paramref name="people"/> of whom a form that the asker may see has a key that fits.</summary>
    /// <param name="fits">Asked with the keys of one form.</param>
    public static async Task<IReadOnlyList<PersonMatch>> KeepAsync(
        DbConnection connection, CommunityId asker, IReadOnlyList<PersonMatch> people, Func<IReadOnlyList<string>, bool> fits, CancellationToken ct)
    {
        if (people.All(person => person.Match == NameMatch.Slug))
        {
            return people;
        }

        var rows = await connection.QueryAsync<(long Person, string Form)>(new CommandDefinition(
            $"select distinct person_id, name from person_names where person_id in @People and source_id in {Visible.Sources}",
            new { Asker = asker.Value, People = people.Select(person => person.Id.Value) },
            cancellationToken: ct));
        var forms = rows.ToLookup(row => row.Person, row => row.Form);
        return [.. people.Where(person => person.Match == NameMatch.Slug
            || forms[person.Id.Value].Prepend(person.Name).Any(form => fits(KeysOf(form))))];
    }

    /// <summary>The forms of everybody that the asker may see, by person.</summary>
    public static async Task<ILookup<long, string>> AllAsync(DbConnection connection, CommunityId asker, CancellationToken ct) =>
        (await connection.QueryAsync<(long Person, string Form)>(new CommandDefinition(
            $"select distinct person_id, name from person_names where source_id in {Visible.Sources}", new { Asker = asker.Value }, cancellationToken: ct)))
        .ToLookup(row => row.Person, row => row.Form);

    /// <summary>The words of keys.</summary>
    public static IEnumerable<string> WordsOf(IReadOnlyList<string> keys) => keys.SelectMany(key => key.Split(' ')).Distinct();

    private static List<string> KeysOf(string form) => [PersonKey.Of(form), .. NameKeys.KeysOf(form, []).Select(key => key.Text)];
}
