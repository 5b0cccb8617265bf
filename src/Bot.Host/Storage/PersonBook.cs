using System.Data.Common;
using Bot.Digest.People;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Enters the people of articles within one transaction: finds who is known, makes who is not, and keeps every form of a name.</summary>
internal sealed class PersonBook(DbConnection connection, IDatabase database, SourceId source)
{
    /// <summary>The kind of a key that is one word of a name: for completion and misspelt names, beside the kinds of <see cref="NameMatch"/>.</summary>
    public const long WordKind = 9;

    private readonly Dictionary<string, List<long>> _byKey = [];
    private readonly HashSet<(long Person, string Form)> _forms = [];
    private readonly HashSet<long> _inOutlet = [];
    private readonly NamesakeBook _namesakes = new(connection, database);
    private readonly List<object> _entries = [];

    /// <summary>The person of each entry, in the same order.</summary>
    public async Task<IReadOnlyList<long>> EnterAsync(IReadOnlyList<FoundPerson> people, CancellationToken ct)
    {
        await LookUpAsync([.. people.Select(person => person.Key).Where(key => !_byKey.ContainsKey(key)).Distinct()], ct);
        var contexts = people.Select(person => PersonContext.Of(person.Roles.Select(role => role.Text))).ToList();
        var ids = await IdentifyAsync(people, contexts, ct);
        foreach (var (person, id) in people.Zip(ids))
        {
            await EnterFormsAsync(id, person, ct);
        }

        _namesakes.Keep(ids, contexts);
        return ids;
    }

    // Whoever is the only one of the name and has no role of another field of life is who was known; the others are decided with the help of these.
    private async Task<IReadOnlyList<long>> IdentifyAsync(IReadOnlyList<FoundPerson> people, List<PersonContext> contexts, CancellationToken ct)
    {
        await _namesakes.LoadAsync(
            people.Zip(contexts).Where(entry => IsOpen(entry.First, entry.Second)).SelectMany(entry => _byKey[entry.First.Key]), ct);
        var ids = people.Zip(contexts, OnlyOne).ToArray();
        var surroundings = contexts.Aggregate(RoleField.None, (fields, context) => fields | context.Fields);
        var companions = ids.Where(id => id != 0).Distinct().ToList();
        for (var at = 0; at < ids.Length; at++)
        {
            if (ids[at] == 0)
            {
                ids[at] = await ChooseAsync(people[at], contexts[at], surroundings, companions, ct);
            }
        }

        return ids;
    }

    /// <summary>Whether it takes a look at what is known to say who is meant.</summary>
    private bool IsOpen(FoundPerson person, PersonContext context) =>
        _byKey.TryGetValue(person.Key, out var known) && (known.Count > 1 || context.Fields != RoleField.None);

    private long OnlyOne(FoundPerson person, PersonContext context) =>
        _byKey.TryGetValue(person.Key, out var known) && known.Count == 1
        && (context.Fields == RoleField.None || !context.Disagrees(_namesakes.Of(known[0]))) ? known[0] : 0;

    private async Task<long> ChooseAsync(
        FoundPerson person, PersonContext context, RoleField surroundings, List<long> companions, CancellationToken ct)
    {
        // Somebody may have become known since, by another entry of the same article.
        var known = _byKey.GetValueOrDefault(person.Key, []);
        await _namesakes.LoadAsync(known, ct);
        var candidates = new List<KnownNamesake>(known.Count);
        foreach (var candidate in known)
        {
            candidates.Add(new KnownNamesake(
                _namesakes.Of(candidate), await _namesakes.SharedAsync(candidate, companions, ct), _inOutlet.Contains(candidate)));
        }

        var chosen = Namesakes.Choose(context, surroundings, candidates);
        return chosen >= 0 ? known[chosen] : await AddAsync(person, ct);
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
        _byKey.Clear();
        _forms.Clear();
        _inOutlet.Clear();
        _namesakes.Forget();
    }

    private async Task LookUpAsync(List<string> keys, CancellationToken ct)
    {
        if (keys.Count == 0)
        {
            return;
        }

        var known = await connection.QueryAsync<KnownRow>(new CommandDefinition(
            """
            select k.key as Key, k.id as Id, n.name as Form
            from (
                select key, id from persons where key in @Keys
                union all
                select key, person_id from namesakes where key in @Keys) k
            left join person_names n on n.person_id = k.id and n.source_id = @Source
            order by k.id
            """,
            new { Source = source.Value, Keys = keys },
            cancellationToken: ct));
        foreach (var row in known)
        {
            Know(row.Key, row.Id);
            _forms.Add((row.Id, row.Form ?? ""));
            if (row.Form is not null)
            {
                _inOutlet.Add(row.Id);
            }
        }
    }

    private void Know(string key, long id)
    {
        if (!_byKey.TryGetValue(key, out var known))
        {
            _byKey[key] = known = [];
        }

        if (!known.Contains(id))
        {
            known.Add(id);
        }
    }

    private async Task<long> AddAsync(FoundPerson person, CancellationToken ct)
    {
        var before = _byKey.GetValueOrDefault(person.Key, []).Count;
        var slug = await FreeSlugAsync(PersonKey.Slug(person.Name), ct);
        var id = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "insert into persons (key, slug, name) values (@Key, @Slug, @Name) returning id",
            new { Key = before == 0 ? person.Key : await FreeKeyAsync(person.Key, ct), Slug = slug, person.Name },
            cancellationToken: ct));
        if (before > 0)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "insert into namesakes (key, person_id) values (@Key, @Person)", new { person.Key, Person = id }, cancellationToken: ct));
        }

        Know(person.Key, id);
        return id;
    }

    // No name has this sign in its key.
    private Task<string> FreeKeyAsync(string key, CancellationToken ct) => FreeAsync(key, "key", "#", ct);

    // Two identities may come to one slug ("Al-Hadi Omar" and "Al Hadi Omar"): the later one gets a number.
    private Task<string> FreeSlugAsync(string slug, CancellationToken ct) => FreeAsync(slug, "slug", "-", ct);

    private async Task<string> FreeAsync(string wanted, string column, string sign, CancellationToken ct)
    {
        var free = wanted;
        for (var number = 2; await IsTakenAsync(free, column, ct); number++)
        {
            free = $"{wanted}{sign}{number}";
        }

        return free;
    }

    private async Task<bool> IsTakenAsync(string value, string column, CancellationToken ct) =>
        await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            $"select count(*) from persons where {column} = @Value", new { Value = value }, cancellationToken: ct)) > 0;

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
