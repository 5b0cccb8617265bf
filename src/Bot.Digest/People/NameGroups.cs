using System.Runtime.InteropServices;
using Bot.Digest.Language;
using Bot.Digest.Language.Names;

namespace Bot.Digest.People;

/// <summary>
/// Joins the candidates of an article. Full forms first; then each bare word goes to the full form it shortens: the latest one before it,
/// else the first after it (a headline names bare whom the text introduces).
/// </summary>
internal sealed class NameGroups
{
    private const double LeastForGivenName = 0.5; // a bare given name is taken only for somebody who is likely a person

    private const int MostNamesakes = 64; // full forms that share a word and are looked at: bounds hostile texts, no article has so many

    private readonly TextAnalysis _text;
    private readonly List<NameCandidate> _names;
    private readonly int[][] _forms;
    private readonly NameGroup?[] _groupOf;
    private readonly Dictionary<int, List<NameGroup>> _byWord = [];

    private NameGroups(TextAnalysis text, List<NameCandidate> names)
    {
        _text = text;
        _names = names;
        _forms = new int[names.Count][];
        for (var i = 0; i < names.Count; i++)
        {
            _forms[i] = NameGroup.FormOf(text, names[i]);
        }

        _groupOf = new NameGroup?[names.Count];
    }

    public List<NameGroup> All { get; } = [];

    /// <summary>The group of a candidate.</summary>
    public NameGroup Of(int candidate) => _groupOf[candidate]!;

    public static NameGroups Join(TextAnalysis text, List<NameCandidate> names)
    {
        var groups = new NameGroups(text, names);
        using var words = SmallWords.Of(text);
        groups.JoinFullForms();
        groups.All.ForEach(group => NameEvidence.Weigh(text, names, group, words));
        groups.JoinBareForms();
        groups.All.ForEach(group => NameEvidence.Weigh(text, names, group, words));
        PronounVotes.Count(text, names, groups);
        return groups;
    }

    private void JoinFullForms()
    {
        for (var i = 0; i < _names.Count; i++)
        {
            if (_forms[i].Length > 1)
            {
                var form = _forms[i];
                Put(i, Near(form[^1], form) ?? Near(form[0], form));
                _groupOf[i]!.FullForms++;
            }
        }
    }

    /// <summary>The first group with a word whose name a full form shows too.</summary>
    private NameGroup? Near(int word, int[] form)
    {
        if (!_byWord.TryGetValue(word, out var groups))
        {
            return null;
        }

        foreach (var group in groups)
        {
            if (group.Accepts(form))
            {
                return group;
            }
        }

        return null;
    }

    private void JoinBareForms()
    {
        var alone = Spare<Dictionary<int, NameGroup>, KeyValuePair<int, NameGroup>>.Take();
        for (var i = 0; i < _names.Count; i++)
        {
            if (_forms[i].Length > 1)
            {
                continue;
            }

            var word = _forms[i].Length == 0 ? 0 : _forms[i][0];
            Put(i, Bare(i, word) ?? alone.GetValueOrDefault(word));
            if (_groupOf[i]!.FullForms == 0)
            {
                alone[word] = _groupOf[i]!;
            }
        }

        Spare<Dictionary<int, NameGroup>, KeyValuePair<int, NameGroup>>.GiveBack(alone);
        All.ForEach(group => group.Candidates.Sort());
    }

    private void Put(int candidate, NameGroup? group)
    {
        if (group is null)
        {
            group = new NameGroup(_forms[candidate]);
            All.Add(group);
        }

        group.Add(candidate, _forms[candidate]);
        _groupOf[candidate] = group;
        if (_forms[candidate].Length > 1)
        {
            Index(group, _forms[candidate]);
        }
    }

    private void Index(NameGroup group, int[] form)
    {
        foreach (var word in form)
        {
            if (!_byWord.TryGetValue(word, out var groups))
            {
                _byWord[word] = groups = [];
            }

            if (groups.Count < MostNamesakes && !groups.Contains(group))
            {
                groups.Add(group);
            }
        }
    }

    /// <summary>Whom a bare word means; null when no full form holds it.</summary>
    private NameGroup? Bare(int candidate, int word)
    {
        if (!_byWord.TryGetValue(word, out var groups))
        {
            return null;
        }

        var isPlace = _text.Tokens[_names[candidate].FirstToken].Is(WordClass.Places | WordClass.Demonyms);
        var gender = NameEvidence.TitleGender(_text, _names[candidate]);
        NameGroup? best = null;
        var bestRank = (Kind: 0, Person: false, Position: int.MinValue);
        foreach (var group in groups)
        {
            var rank = (KindOf(group, word), group.IsPerson, Recency(group, candidate));
            var fits = rank.Item1 > 0 && (gender == 0 || group.Gender != -gender) && (!isPlace || group.IsPerson);
            if (fits && rank.CompareTo(bestRank) > 0)
            {
                (best, bestRank) = (group, rank);
            }
        }

        return best;
    }

    /// <summary>How a bare word shortens a full form: 3 by the family name, 2 by the given name of a person, 0 not at all.</summary>
    private int KindOf(NameGroup group, int word)
    {
        if (group.Form[^1] == word)
        {
            return 3;
        }

        var name = _names[group.Candidates[0]];
        if (group.Form[0] == word && FamilyFirst.Reads(_text, name.FirstToken, name.EndToken))
        {
            return 3;
        }

        // The given name; the first of two family names ("López" for Andrés Manuel López Obrador); a second given name that is used alone.
        return group.Chance >= LeastForGivenName ? 2 : 0;
    }

    /// <summary>Higher for the group whose latest full form before the candidate is nearest; negative when all come after it, nearest first.</summary>
    private static int Recency(NameGroup group, int candidate)
    {
        var after = ~CollectionsMarshal.AsSpan(group.Candidates)[..group.FullForms].BinarySearch(candidate);
        return after > 0 ? group.Candidates[after - 1] : -1 - group.Candidates[0];
    }
}
