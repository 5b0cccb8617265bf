using System.Data.Common;
using Bot.Digest.People;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Editing;

/// <summary>A split that takes what an article says.</summary>
/// <param name="Edit">Its number.</param>
/// <param name="Before">From whom it takes.</param>
/// <param name="Person">To whom it gives.</param>
internal readonly record struct Taking(long Edit, long Before, long Person);

/// <summary>Which articles operators gave to people who were split off, for the articles that are read later.</summary>
internal sealed class SplitRules(DbConnection connection, long source)
{
    private readonly HashSet<long> _loaded = [];
    private readonly Dictionary<long, Taking> _splits = [];
    private readonly List<Rule> _rules = [];
    private readonly Dictionary<(long Person, long Into), long> _merges = [];

    /// <summary>Whether a printed role holds these folded words, each from its beginning to its end.</summary>
    public static bool Fits(string printed, string words) => $" {TextWords.Fold(printed)} ".Contains($" {words} ", StringComparison.Ordinal);

    /// <summary>Reads the splits that made some of these people and that hold.</summary>
    public async Task LoadAsync(IReadOnlyList<long> people, CancellationToken ct)
    {
        var wanted = people.Where(_loaded.Add).ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        var splits = (await connection.QueryAsync<(long Edit, long Before, long Person)>(new CommandDefinition(
            "select id, person_id, other_id from person_edits where kind = @Split and other_id in @Wanted and undone_at is null",
            new { Split = (long)PersonEditKind.Split, Wanted = wanted },
            cancellationToken: ct))).AsList();
        splits.ForEach(split => _splits[split.Person] = new Taking(split.Edit, split.Before, split.Person));
        if (_splits.Count == 0)
        {
            return;
        }

        _rules.AddRange(await connection.QueryAsync<Rule>(new CommandDefinition(
            """
            select edit_id as Edit, article_key as ArticleKey, role as Role
            from split_rules
            where edit_id in @Edits
                and (role is not null or source_id = @Source or source_name = (select search_name from sources where id = @Source))
            """,
            new { Edits = splits.Select(split => split.Edit), Source = source },
            cancellationToken: ct)));
        await LoadMergesAsync([.. _loaded], ct);
    }

    /// <summary>The splits that take what an article says of a name, in the order in which they were made; empty where none does.</summary>
    /// <param name="people">All of that name, the first known first; all were loaded.</param>
    public IReadOnlyList<Taking> Of(IReadOnlyList<long> people, string articleKey, FoundPerson printed)
    {
        var fitting = Fitting(articleKey, printed);
        return Chain(split => fitting.Contains(split.Edit), split => people.FirstOrDefault(person => !_splits.ContainsKey(person) && Was(person, split)), people);
    }

    /// <summary>The same of an article that was taken out before: splits that took it then hold, and those that were made since may take it.</summary>
    public IReadOnlyList<Taking> Of(Remembered remembered, IReadOnlyList<long> people, string articleKey, FoundPerson printed)
    {
        var fitting = Fitting(articleKey, printed);
        fitting.UnionWith(remembered.Splits);
        return Chain(split => fitting.Contains(split.Edit), split => Was(remembered.FoundAs, split) ? remembered.FoundAs : 0, people);
    }

    /// <summary>The splits that lead to one of the people of a name; empty where no split made this one.</summary>
    public IReadOnlyList<Taking> To(long person, IReadOnlyList<long> people)
    {
        var chain = new List<Taking>();
        var at = person;
        while (_splits.TryGetValue(at, out var split))
        {
            at = people.Contains(split.Before) ? split.Before
                : people.FirstOrDefault(one => Was(one, split) && (!_splits.TryGetValue(one, out var its) || its.Edit < split.Edit));
            if (at == 0)
            {
                return [];
            }

            chain.Insert(0, split with { Before = at });
        }

        return chain;
    }

    /// <summary>After changes of the archive: splits are read again.</summary>
    public void Forget()
    {
        _loaded.Clear();
        _splits.Clear();
        _rules.Clear();
        _merges.Clear();
    }

    private HashSet<long> Fitting(string articleKey, FoundPerson printed) =>
        _rules.Where(rule => rule.Fits(articleKey, printed)).Select(rule => rule.Edit).ToHashSet();

    // Begins with the one as whom the name is read without any split; each split takes only from whom it was made of.
    private List<Taking> Chain(Predicate<Taking> takes, Func<Taking, long> first, IReadOnlyList<long> people)
    {
        var chain = new List<Taking>();
        foreach (var split in people.Where(_splits.ContainsKey).Select(person => _splits[person]).Where(split => takes(split)).OrderBy(split => split.Edit))
        {
            var before = chain.Count > 0 ? chain[^1].Person : first(split);
            if (before != 0 && Was(before, split))
            {
                chain.Add(split with { Before = before });
            }
        }

        return chain;
    }

    /// <summary>Whether somebody stood on the card that was split, then: whoever was merged into it later did not.</summary>
    private bool Was(long person, Taking split) =>
        person == split.Before || (_merges.TryGetValue((person, split.Before), out var made) && made < split.Edit);

    // Each merge on the way from somebody to a card, with the number of the latest.
    private async Task LoadMergesAsync(IReadOnlyList<long> people, CancellationToken ct)
    {
        var rows = await connection.QueryAsync<(long Person, long Into, long Made)>(new CommandDefinition(
            """
            with recursive up (person, reached, made) as (
                select person_id, other_id, id from person_edits where kind = @Merge and undone_at is null and person_id in @People
                union all
                select u.person, e.other_id, case when e.id > u.made then e.id else u.made end
                from up u
                join person_edits e on e.person_id = u.reached and e.kind = @Merge and e.undone_at is null)
            select person, reached, made from up
            """,
            new { Merge = (long)PersonEditKind.Merged, People = people },
            cancellationToken: ct));
        foreach (var (person, into, made) in rows)
        {
            _merges[(person, into)] = made;
        }
    }

    private sealed class Rule
    {
        public long Edit { get; init; }

        public string? ArticleKey { get; init; }

        public string? Role { get; init; }

        public bool Fits(string articleKey, FoundPerson printed) =>
            Role is not null ? printed.Roles.Any(role => SplitRules.Fits(role.Text, Role)) : ArticleKey is null || ArticleKey == articleKey;
    }
}
