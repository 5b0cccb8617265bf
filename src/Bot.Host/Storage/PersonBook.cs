using System.Data.Common;
using Bot.Digest.People;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Enters the people of articles within one transaction: finds who is known, makes who is not, and keeps every form of a name.</summary>
internal sealed class PersonBook(DbConnection connection, SourceId source)
{
    /// <summary>The kind of a key that is one word of a name: for completion and misspelt names, beside the kinds of <see cref="NameMatch"/>.</summary>
    public const long WordKind = 9;

    private readonly Dictionary<string, long> _ids = [];

    /// <summary>The person of each entry, in the same order.</summary>
    public async Task<IReadOnlyList<long>> EnterAsync(IReadOnlyList<FoundPerson> people, CancellationToken ct)
    {
        var ids = new List<long>(people.Count);
        foreach (var person in people)
        {
            if (!_ids.TryGetValue(person.Key, out var id))
            {
                _ids[person.Key] = id = await FindAsync(person, ct) ?? await AddAsync(person, ct);
            }

            await EnterFormsAsync(id, person, ct);

            ids.Add(id);
        }

        return ids;
    }

    private Task<long?> FindAsync(FoundPerson person, CancellationToken ct) =>
        connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "select id from persons where key = @Key", new { person.Key }, cancellationToken: ct));

    private async Task<long> AddAsync(FoundPerson person, CancellationToken ct) =>
        await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "insert into persons (key, slug, name) values (@Key, @Slug, @Name) returning id",
            new { person.Key, Slug = await FreeSlugAsync(PersonKey.Slug(person.Name), ct), person.Name },
            cancellationToken: ct));

    // Two people may share a slug's letters ("Bjørn Å" and "Bjorn A"): the later one gets a number.
    private async Task<string> FreeSlugAsync(string slug, CancellationToken ct)
    {
        var free = slug;
        for (var number = 2; await IsTakenAsync(free, ct); number++)
        {
            free = $"{slug}-{number}";
        }

        return free;
    }

    private async Task<bool> IsTakenAsync(string slug, CancellationToken ct) =>
        await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "select count(*) from persons where slug = @Slug", new { Slug = slug }, cancellationToken: ct)) > 0;

    private async Task EnterFormsAsync(long id, FoundPerson person, CancellationToken ct)
    {
        var isNew = false;
        foreach (var form in person.Aliases.Prepend(person.Name).Distinct())
        {
            var times = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
                """
                insert into person_names (person_id, name, source_id, times) values (@Person, @Form, @Source, 1)
                on conflict (person_id, name, source_id) do update set times = person_names.times + 1
                returning times
                """,
                new { Person = id, Form = form, Source = source.Value },
                cancellationToken: ct));
            isNew |= times == 1;
        }

        if (isNew)
        {
            await EnterKeysAsync(id, person, ct);
        }
    }

    private async Task EnterKeysAsync(long id, FoundPerson person, CancellationToken ct)
    {
        var keys = NameKeys.KeysOf(person.Name, person.Aliases);
        foreach (var key in keys)
        {
            // A slug is found in its own column; what is typed with blanks is a name.
            await EnterKeyAsync(id, key.Text, Math.Max((long)key.Match, (long)NameMatch.FullName), ct);
        }

        foreach (var word in keys.SelectMany(key => key.Text.Split(' ')).Distinct())
        {
            if (await EnterKeyAsync(id, word, WordKind, ct))
            {
                await WordGrams.AddAsync(connection, word, ct);
            }
        }
    }

    private async Task<bool> EnterKeyAsync(long person, string key, long kind, CancellationToken ct) =>
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into person_keys (key, kind, person_id) values (@Key, @Kind, @Person) on conflict (key, kind, person_id) do nothing",
            new { Key = key, Kind = kind, Person = person },
            cancellationToken: ct)) > 0;
}
