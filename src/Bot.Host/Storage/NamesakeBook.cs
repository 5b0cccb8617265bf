using System.Data.Common;
using Bot.Digest.People;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Decides, within one transaction, which of the people of one name an article means.</summary>
internal sealed class NamesakeBook(DbConnection connection, IDatabase database)
{
    private const int MostRoles = 12; // of each person, the newest
    private const int MostCompanions = 8; // looked up at once
    private const int MostArticles = 50; // in which shared companions are counted

    // What the articles of this transaction said, which the tables may not hold yet.
    private readonly Dictionary<long, PersonContext> _printed = [];
    private readonly List<IReadOnlyList<long>> _articles = [];
    private readonly Dictionary<long, PersonContext> _stored = [];

    /// <summary>Reads what is known of these people, in one statement.</summary>
    public async Task LoadAsync(IEnumerable<long> people, CancellationToken ct)
    {
        var wanted = people.Where(person => !_stored.ContainsKey(person)).Distinct().ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        var rows = await connection.QueryAsync<(long Person, string Role)>(new CommandDefinition(
            $"""
            select p.value, r.text
            from ({database.Each("@People")}) p
            join person_roles r on r.person_id = p.value
                and r.published_at >= coalesce((
                    select n.published_at from person_roles n where n.person_id = p.value order by n.published_at desc limit 1 offset {MostRoles - 1}), -9e15)
            """,
            new { People = Numbers.List(wanted) },
            cancellationToken: ct));
        var roles = rows.ToLookup(row => row.Person, row => row.Role);
        foreach (var person in wanted)
        {
            _stored[person] = PersonContext.Of(roles[person]);
        }
    }

    /// <summary>What is known of somebody who was loaded.</summary>
    public PersonContext Of(long person) => _stored[person].And(_printed.GetValueOrDefault(person, PersonContext.None));

    /// <summary>How many of <paramref name="companions"/> were named together with somebody before.</summary>
    public async Task<int> SharedAsync(long person, IReadOnlyList<long> companions, CancellationToken ct)
    {
        var asked = companions.Take(MostCompanions).ToList();
        if (asked.Count == 0)
        {
            return 0;
        }

        var together = new WordQuery.All([Tags.Query([Tags.Person(person)]), Tags.Query([.. asked.Select(Tags.Person)])]);
        var shared = await connection.QueryAsync<long>(new CommandDefinition(
            $"""
            select distinct m.person_id
            from (select {database.WordsRow} as place from article_words where {database.Answers("article_words")} limit {MostArticles}) f
            join articles a on a.place = f.place
            join mentions m on m.article_id = a.id
            where m.person_id in @Asked
            """,
            new { Question = database.Render(together), Asked = asked },
            cancellationToken: ct));
        var unwritten = _articles.Where(article => article.Contains(person)).SelectMany(article => article.Intersect(asked));

        return shared.Union(unwritten).Count();
    }

    /// <summary>Keeps what an article said, for the articles after it.</summary>
    public void Keep(IReadOnlyList<long> people, IReadOnlyList<PersonContext> contexts)
    {
        _articles.Add(people);
        foreach (var (person, context) in people.Zip(contexts))
        {
            if (context.Fields != RoleField.None || context.Earlier != RoleField.None || context.Names.Count > 0)
            {
                _printed[person] = _printed.GetValueOrDefault(person, PersonContext.None).And(context);
            }
        }
    }

    /// <summary>After everything was written or taken out: whoever is asked for next is read again.</summary>
    public void Forget()
    {
        _printed.Clear();
        _articles.Clear();
        _stored.Clear();
    }
}
