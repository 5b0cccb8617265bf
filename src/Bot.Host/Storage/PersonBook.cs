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
    private readonly HashSet<(long Person, string Form)> _forms = [];
    private readonly List<object> _entries = [];

    /// <summary>The person of each entry, in the same order.</summary>
    public async Task<IReadOnlyList<long>> EnterAsync(IReadOnlyList<FoundPerson> people, CancellationToken ct)
    {
        await LookUpAsync([.. people.Select(person => person.Key).Where(key => !_ids.ContainsKey(key)).Distinct()], ct);
        var ids = new List<long>(people.Count);
        foreach (var person in people)
        {
            if (!_ids.TryGetValue(person.Key, out var id))
            {
                _ids[person.Key] = id = await AddAsync(person, ct);
            }

            await EnterFormsAsync(id, person, ct);
            ids.Add(id);
        }

        return ids;
    }

    /// <summary>Writes what was gathered.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into person_names (person_id, source_id, name, times) values (@Person, @Source, @Form, 1)
            on conflict (person_id, source_id, name) do update set times = person_names.times + 1
            """,
            _entries,
            cancellationToken: ct));
        _entries.Clear();
    }

    /// <summary>After people were taken out: whoever is entered next is looked up again.</summary>
    public void Forget()
    {
        _ids.Clear();
        _forms.Clear();
    }

    private async Task LookUpAsync(List<string> keys, CancellationToken ct)
    {
        if (keys.Count == 0)
        {
            return;
        }

        var known = await connection.QueryAsync<KnownRow>(new CommandDefinition(
            """
            select p.key as Key, p.id as Id, n.name as Form
            from persons p
            left join person_names n on n.person_id = p.id and n.source_id = @Source
            where p.key in @Keys
            """,
            new { Source = source.Value, Keys = keys },
            cancellationToken: ct));
        foreach (var row in known)
        {
            _ids[row.Key] = row.Id;
            _forms.Add((row.Id, row.Form ?? ""));
        }
    }

    private async Task<long> AddAsync(FoundPerson person, CancellationToken ct) =>
        await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "insert into persons (key, slug, name) values (@Key, @Slug, @Name) returning id",
            new { person.Key, Slug = await FreeSlugAsync(PersonKey.Slug(person.Name), ct), person.Name },
            cancellationToken: ct));

    // Two identities may come to one slug ("Al-Hadi Omar" and "Al Hadi Omar"): the later one gets a number.
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
            _entries.Add(new { Person = id, Source = source.Value, Form = form });
            isNew |= _forms.Add((id, form));
        }

        if (isNew)
        {
            await EnterKeysAsync(id, person, ct);
        }
    }

    private async Task EnterKeysAsync(long id, FoundPerson person, CancellationToken ct)
    {
        var keys = NameKeys.KeysOf(person.Name, person.Aliases);
        var words = keys.SelectMany(key => key.Text.Split(' ')).Distinct().ToList();

        // A slug is found in its own column; what is typed with blanks is a name.
        var rows = keys.Select(key => (key.Text, Kind: Math.Max((long)key.Match, (long)NameMatch.FullName)))
            .Concat(words.Select(word => (Text: word, Kind: WordKind)));
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into person_keys (key, kind, person_id) values (@Key, @Kind, @Person) on conflict (key, kind, person_id) do nothing",
            rows.Select(row => new { Key = row.Text, row.Kind, Person = id }),
            cancellationToken: ct));
        await WordGrams.AddAsync(connection, words, ct);
    }

    private sealed class KnownRow
    {
        public string Key { get; init; } = "";

        public long Id { get; init; }

        public string? Form { get; init; }
    }
}
