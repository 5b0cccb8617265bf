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

/// <summary>Which articles operators gave to people who were split off, for the articles that come later.</summary>
internal sealed class SplitRules(DbConnection connection, long source)
{
    private readonly HashSet<long> _loaded = [];
    private readonly Dictionary<long, Taking> _splits = [];
    private readonly List<Rule> _rules = [];
    private readonly HashSet<(long Person, long Into)> _merged = [];

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
            where edit_id in @Edits and (source_id is null or source_id = @Source)
            """,
            new { Edits = splits.Select(split => split.Edit), Source = source },
            cancellationToken: ct)));
        await LoadMergesAsync([.. _loaded], ct);
    }

    /// <summary>The splits that take what an article says of a name, in the order in which they were made; empty where none does.</summary>
    /// <param name="people">All of that name, the first known first; all were loaded.</param>
    public IReadOnlyList<Taking> Of(IReadOnlyList<long> people, string articleKey, FoundPerson printed)
    {
        var fitting = _rules.Where(rule => rule.Fits(articleKey, printed)).Select(rule => rule.Edit).ToHashSet();
        return Chain(people, split => fitting.Contains(split.Edit));
    }

    /// <summary>The splits that lead to one of the people of a name; empty where no split made this one.</summary>
    public IReadOnlyList<Taking> To(long person, IReadOnlyList<long> people)
    {
        var leading = new HashSet<long>();
        for (var at = person; _splits.TryGetValue(at, out var split) && leading.Add(split.Edit);)
        {
            at = split.Before;
        }

        return leading.Count == 0 ? [] : Chain(people, split => leading.Contains(split.Edit));
    }

    /// <summary>After changes of the archive: splits are read again.</summary>
    public void Forget()
    {
        _loaded.Clear();
        _splits.Clear();
        _rules.Clear();
        _merged.Clear();
    }

    // Begins with the one as whom the name is read without any split; each split takes only from whom it was made of.
    private List<Taking> Chain(IReadOnlyList<long> people, Predicate<Taking> takes)
    {
        var chain = new List<Taking>();
        var splits = people.Where(_splits.ContainsKey).Select(person => _splits[person]).Where(split => takes(split)).OrderBy(split => split.Edit);
        foreach (var split in splits)
        {
            var before = chain.Count > 0 ? chain[^1].Person : people.FirstOrDefault(person => !_splits.ContainsKey(person) && Was(person, split.Before));
            if (before != 0 && Was(before, split.Before))
            {
                chain.Add(split with { Before = before });
            }
        }

        return chain;
    }

    private bool Was(long person, long before) => person == before || _merged.Contains((person, before));

    // A split takes from everybody who was merged into its person.
    private async Task LoadMergesAsync(IReadOnlyList<long> people, CancellationToken ct) => _merged.UnionWith(
        await connection.QueryAsync<(long Person, long Into)>(new CommandDefinition(
            """
            with recursive up (person, reached) as (
                select id, merged_into from persons where id in @People and merged_into is not null
                union all
                select u.person, p.merged_into from up u join persons p on p.id = u.reached where p.merged_into is not null)
            select person, reached from up
            """,
            new { People = people },
            cancellationToken: ct)));

    private sealed class Rule
    {
        public long Edit { get; init; }

        public string? ArticleKey { get; init; }

        public string? Role { get; init; }

        public bool Fits(string articleKey, FoundPerson printed) =>
            Role is not null ? printed.Roles.Any(role => SplitRules.Fits(role.Text, Role)) : ArticleKey is null || ArticleKey == articleKey;
    }
}
