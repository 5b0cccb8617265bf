using System.Data.Common;
using Bot.Digest.People;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Enters the people of articles within one transaction: who is known and who is not yet, and every form of a name.</summary>
internal sealed class PersonBook
{
    private readonly DbConnection _connection;
    private readonly long _source;
    private readonly KnownPeople _known;
    private readonly WhoIsMeant _meant;
    private readonly List<object> _entries = [];
    private readonly List<object> _tracked = [];

    public PersonBook(DbConnection connection, IDatabase database, SourceId source)
    {
        (_connection, _source) = (connection, source.Value);
        _known = new KnownPeople(connection, source.Value);
        _meant = new WhoIsMeant(connection, database, source.Value, _known);
    }

    /// <summary>The person of each entry, in the same order.</summary>
    /// <param name="articleKey">What makes two readings the same article: splits of single articles are kept by it.</param>
    public async Task<IReadOnlyList<KnownPerson>> EnterAsync(IReadOnlyList<FoundPerson> people, string articleKey, CancellationToken ct)
    {
        await _known.LookUpAsync([.. people.Select(person => person.Key).Distinct()], ct);
        var contexts = people.Select(person => PersonContext.Of(person.Roles.Select(role => role.Text))).ToList();
        var known = await _meant.IdentifyAsync(people, contexts, articleKey, ct);
        foreach (var (person, entered) in people.Zip(known))
        {
            await EnterFormsAsync(entered, person, ct);
        }

        _meant.Keep([.. known.Select(person => person.Card)], contexts);
        return known;
    }

    /// <summary>Writes what was gathered.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        await _connection.ExecuteAsync(new CommandDefinition(
            """
            insert into person_names (person_id, source_id, name, times) values (@Person, @Source, @Form, 1)
            on conflict (person_id, source_id, name) do update set times = person_names.times + 1
            """,
            _entries,
            cancellationToken: ct));
        await _connection.ExecuteAsync(new CommandDefinition(
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
        _known.Forget();
        _meant.Forget();
    }

    private async Task EnterFormsAsync(KnownPerson known, FoundPerson person, CancellationToken ct)
    {
        var fresh = new List<string>();
        foreach (var form in person.Aliases.Prepend(person.Name).Distinct())
        {
            _entries.Add(new { Person = known.Card, Source = _source, Form = form });
            if (known.IsEdited)
            {
                _tracked.Add(new { known.FoundAs, known.Splits, known.Id, Source = _source, Form = form });
            }

            if (_known.IsNewForm(known.Card, form))
            {
                fresh.Add(form);
            }
        }

        if (fresh.Count > 0)
        {
            await PersonKeys.AddAsync(_connection, known.Card, known.Name, fresh, ct);
        }
    }
}
