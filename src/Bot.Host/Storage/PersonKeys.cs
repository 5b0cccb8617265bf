using System.Data.Common;
using Bot.Digest.People;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>What may be typed for people: the keys of each form of their names.</summary>
internal static class PersonKeys
{
    /// <summary>The kind of a key that is one word of a name: for completion and misspelt names, beside the kinds of <see cref="NameMatch"/>.</summary>
    public const long WordKind = 9;

    /// <summary>Enters the keys of forms of a name; those that are there stay.</summary>
    /// <param name="name">As the card shows it.</param>
    public static async Task AddAsync(DbConnection connection, long person, string name, IEnumerable<string> forms, CancellationToken ct)
    {
        var keys = forms.SelectMany(form => NameKeys.KeysOf(name, [form])).Distinct().ToList();
        var words = keys.SelectMany(key => key.Text.Split(' ')).Distinct().ToList();

        // A slug is found in its own column; what is typed with blanks is a name.
        var rows = keys.Select(key => (key.Text, Kind: Math.Max((long)key.Match, (long)NameMatch.FullName)))
            .Concat(words.Select(word => (Text: word, Kind: WordKind)))
            .Distinct();
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into person_keys (key, kind, person_id) values (@Key, @Kind, @Person) on conflict (key, kind, person_id) do nothing",
            rows.Select(row => new { Key = row.Text, row.Kind, Person = person }),
            cancellationToken: ct));
        await WordGrams.AddAsync(connection, words, ct);
    }

    /// <summary>The keys of a person from the forms that are stored; none where there are no forms.</summary>
    public static async Task RebuildAsync(DbConnection connection, long person, CancellationToken ct)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            "delete from person_keys where person_id = @Person", new { Person = person }, cancellationToken: ct));
        var name = await connection.ExecuteScalarAsync<string>(new CommandDefinition(
            "select name from persons where id = @Person", new { Person = person }, cancellationToken: ct));
        var forms = (await connection.QueryAsync<string>(new CommandDefinition(
            "select distinct name from person_names where person_id = @Person", new { Person = person }, cancellationToken: ct))).AsList();
        if (forms.Count > 0)
        {
            await AddAsync(connection, person, name!, forms.Prepend(name!), ct);
        }
    }
}
