using System.Data.Common;
using Bot.Digest.People;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Who bears which name, as far as the articles of one transaction asked; whoever is new is made here.</summary>
internal sealed class KnownPeople(DbConnection connection, long source)
{
    private readonly Dictionary<string, List<KnownPerson>> _byKey = [];
    private readonly HashSet<(long Person, string Form)> _forms = [];
    private readonly HashSet<long> _inOutlet = [];

    /// <summary>All who bear a name that was looked up, the first known first.</summary>
    public IReadOnlyList<KnownPerson> Of(string name) => _byKey.GetValueOrDefault(name, []);

    /// <summary>Whether the outlet named somebody on this card before.</summary>
    public bool IsInOutlet(long card) => _inOutlet.Contains(card);

    /// <summary>Whether a form of a name is seen for the first time on a card.</summary>
    public bool IsNewForm(long card, string form) => _forms.Add((card, form));

    /// <summary>Reads who bears these names, once for each name.</summary>
    public async Task LookUpAsync(IReadOnlyList<string> names, CancellationToken ct)
    {
        var keys = names.Where(name => !_byKey.ContainsKey(name)).ToList();
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
            new { Source = source, Keys = keys },
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

    /// <summary>Enters somebody who was not known.</summary>
    public async Task<KnownPerson> AddAsync(FoundPerson person, CancellationToken ct)
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

    /// <summary>After people were taken out: whoever is entered next is looked up again.</summary>
    public void Forget()
    {
        _byKey.Clear();
        _forms.Clear();
        _inOutlet.Clear();
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
