using System.Data.Common;
using System.Globalization;
using Bot.Digest.People;
using Bot.Digest.Ports;
using Bot.Host.Storage.Editing;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Enters the people of articles within one transaction: finds who is known, makes who is not, and keeps every form of a name.</summary>
internal sealed class PersonBook(DbConnection connection, IDatabase database, SourceId source)
{
    private readonly Dictionary<string, List<KnownPerson>> _byKey = [];
    private readonly HashSet<(long Person, string Form)> _forms = [];
    private readonly HashSet<long> _inOutlet = [];
    private readonly NamesakeBook _namesakes = new(connection, database);
    private readonly SplitRules _splits = new(connection, source.Value);
    private readonly List<object> _entries = [];
    private readonly List<object> _tracked = [];

    /// <summary>The person of each entry, in the same order.</summary>
    /// <param name="articleKey">What makes two readings the same article: splits of single articles are kept by it.</param>
    public async Task<IReadOnlyList<KnownPerson>> EnterAsync(IReadOnlyList<FoundPerson> people, string articleKey, CancellationToken ct)
    {
        await LookUpAsync([.. people.Select(person => person.Key).Where(key => !_byKey.ContainsKey(key)).Distinct()], ct);
        var contexts = people.Select(person => PersonContext.Of(person.Roles.Select(role => role.Text))).ToList();
        var known = await IdentifyAsync(people, contexts, articleKey, ct);
        foreach (var (person, entered) in people.Zip(known))
        {
            await EnterFormsAsync(entered, person, ct);
        }

        _namesakes.Keep([.. known.Select(person => person.Card)], contexts);
        return known;
    }

    // Whoever is the only one of the name and has no role of another field of life is who was known; the others are decided with the help of these.
    private async Task<IReadOnlyList<KnownPerson>> IdentifyAsync(
        IReadOnlyList<FoundPerson> people, List<PersonContext> contexts, string articleKey, CancellationToken ct)
    {
        var open = people.Zip(contexts).Where(entry => IsOpen(entry.First, entry.Second)).SelectMany(entry => _byKey[entry.First.Key]);
        await _namesakes.LoadAsync(open.Select(person => person.Card), ct);
        var found = people.Zip(contexts, OnlyOne).ToArray();
        var surroundings = contexts.Aggregate(RoleField.None, (fields, context) => fields | context.Fields);
        var companions = found.Where(person => person is not null).Select(person => person!.Card).Distinct().ToList();
        for (var at = 0; at < found.Length; at++)
        {
            found[at] ??= await GivenAsync(people[at], articleKey, ct) ?? await ChooseAsync(people[at], contexts[at], surroundings, companions, ct);
        }

        return found!;
    }

    /// <summary>Whether it takes a look at what is known to say who is meant.</summary>
    private bool IsOpen(FoundPerson person, PersonContext context) =>
        _byKey.TryGetValue(person.Key, out var known) && (known.Count > 1 || context.Fields != RoleField.None);

    private KnownPerson? OnlyOne(FoundPerson person, PersonContext context) =>
        _byKey.TryGetValue(person.Key, out var known) && known.TrueForAll(other => other.Card == known[0].Card)
        && (context.Fields == RoleField.None || !context.Disagrees(_namesakes.Of(known[0].Card))) ? known[0] : null;

    /// <summary>Whom an operator's splits name; null where none does.</summary>
    private async Task<KnownPerson?> GivenAsync(FoundPerson person, string articleKey, CancellationToken ct)
    {
        var known = _byKey.GetValueOrDefault(person.Key, []);
        var ids = known.Select(candidate => candidate.Id).ToList();
        await _splits.LoadAsync(ids, ct);
        return Taken(known, _splits.Of(ids, articleKey, person));
    }

    // Read as without the splits, so that taking one back gives to whom it was taken from.
    private static KnownPerson? Taken(List<KnownPerson> known, IReadOnlyList<Taking> splits) =>
        splits.Count == 0 ? null : known.Find(candidate => candidate.Id == splits[^1].Person)! with
        {
            FoundAs = splits[0].Before,
            Splits = string.Join(' ', splits.Select(split => split.Edit.ToString(CultureInfo.InvariantCulture))),
        };

    private async Task<KnownPerson> ChooseAsync(
        FoundPerson person, PersonContext context, RoleField surroundings, List<long> companions, CancellationToken ct)
    {
        // Somebody may have become known since, by another entry of the same article.
        var all = _byKey.GetValueOrDefault(person.Key, []);
        var known = all.DistinctBy(candidate => candidate.Card).ToList();
        await _namesakes.LoadAsync(known.Select(candidate => candidate.Card), ct);
        var candidates = new List<KnownNamesake>(known.Count);
        foreach (var candidate in known)
        {
            candidates.Add(new KnownNamesake(
                _namesakes.Of(candidate.Card), await _namesakes.SharedAsync(candidate.Card, companions, ct), _inOutlet.Contains(candidate.Card)));
        }

        var chosen = Namesakes.Choose(context, surroundings, candidates);
        return chosen < 0 ? await AddAsync(person, ct)
            : Taken(all, _splits.To(known[chosen].Id, [.. all.Select(candidate => candidate.Id)])) ?? known[chosen];
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
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into found_names (found_as, splits, source_id, name, identity_id, times) values (@FoundAs, @Splits, @Source, @Form, @Id, 1)
            on conflict (found_as, splits, source_id, name) do update set times = found_names.times + 1
            """,
            _tracked,
            cancellationToken: ct));
        _entries.Clear();
        _tracked.Clear();
    }

    /// <summary>After people were taken out: whoever is entered next is looked up again.</summary>
    public void Forget()
    {
        _byKey.Clear();
        _forms.Clear();
        _inOutlet.Clear();
        _namesakes.Forget();
        _splits.Forget();
    }

    private async Task LookUpAsync(List<string> keys, CancellationToken ct)
    {
        if (keys.Count == 0)
        {
            return;
        }

        var known = await connection.QueryAsync<KnownRow>(new CommandDefinition(
            """
            select k.key as Key, p.id as Id, coalesce(p.card_id, p.id) as Card, c.name as Name, p.is_edited as IsEdited, n.name as Form
            from (
                select key, id from persons where key in @Keys
                union all
                select key, person_id from namesakes where key in @Keys) k
            join persons p on p.id = k.id
            join persons c on c.id = coalesce(p.card_id, p.id)
            left join person_names n on n.person_id = c.id and n.source_id = @Source
            order by p.id
            """,
            new { Source = source.Value, Keys = keys },
            cancellationToken: ct));
        foreach (var row in known)
        {
            Know(row.Key, new KnownPerson(row.Id, row.Card, row.Name, row.IsEdited));
            _forms.Add((row.Card, row.Form ?? ""));
            if (row.Form is not null)
            {
                _inOutlet.Add(row.Card);
            }
        }
    }

    private void Know(string key, KnownPerson person)
    {
        if (!_byKey.TryGetValue(key, out var known))
        {
            _byKey[key] = known = [];
        }

        if (!known.Contains(person))
        {
            known.Add(person);
        }
    }

    private async Task<KnownPerson> AddAsync(FoundPerson person, CancellationToken ct)
    {
        var id = await NewPerson.AddAsync(connection, person.Key, person.Name, ct);
        if (_byKey.ContainsKey(person.Key))
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "insert into namesakes (key, person_id) values (@Key, @Person)", new { person.Key, Person = id }, cancellationToken: ct));
        }

        var added = new KnownPerson(id, id, person.Name, IsEdited: false);
        Know(person.Key, added);
        return added;
    }

    private async Task EnterFormsAsync(KnownPerson known, FoundPerson person, CancellationToken ct)
    {
        var fresh = new List<string>();
        foreach (var form in person.Aliases.Prepend(person.Name).Distinct())
        {
            _entries.Add(new { Person = known.Card, Source = source.Value, Form = form });
            if (known.IsEdited)
            {
                _tracked.Add(new { known.FoundAs, known.Splits, known.Id, Source = source.Value, Form = form });
            }

            if (_forms.Add((known.Card, form)))
            {
                fresh.Add(form);
            }
        }

        if (fresh.Count > 0)
        {
            await PersonKeys.AddAsync(connection, known.Card, known.Name, fresh, ct);
        }
    }

    private sealed class KnownRow
    {
        public string Key { get; init; } = "";

        public long Id { get; init; }

        public long Card { get; init; }

        public string Name { get; init; } = "";

        public bool IsEdited { get; init; }

        public string? Form { get; init; }
    }
}

/// <summary>Somebody whom articles may mean.</summary>
/// <param name="Id">Who it is.</param>
/// <param name="Card">On whose card that stands; another one's after a merge.</param>
/// <param name="Name">As the card shows it.</param>
/// <param name="IsEdited">Whether an operator merged or split this one, so that forms are kept apart.</param>
internal sealed record KnownPerson(long Id, long Card, string Name, bool IsEdited)
{
    /// <summary>Who it would be without the splits of operators.</summary>
    public long FoundAs { get; init; } = Id;

    /// <summary>Those splits, the latest last; parted by blanks.</summary>
    public string Splits { get; init; } = "";
}
