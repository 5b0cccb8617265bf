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

    private readonly TextAnalysis _text;
    private readonly List<NameCandidate> _names;
    private readonly int[][] _forms;
    private readonly NameGroup?[] _groupOf;

    private NameGroups(TextAnalysis text, List<NameCandidate> names)
    {
        _text = text;
        _names = names;
        _forms = [.. names.Select(name => NameGroup.FormOf(text, name))];
        _groupOf = new NameGroup?[names.Count];
    }

    public List<NameGroup> All { get; } = [];

    /// <summary>The group of a candidate.</summary>
    public NameGroup Of(int candidate) => _groupOf[candidate]!;

    public static NameGroups Join(TextAnalysis text, List<NameCandidate> names)
    {
        var groups = new NameGroups(text, names);
        var words = SmallWords.Of(text);
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
                Put(i, All.Find(group => group.Accepts(form)));
            }
        }
    }

    private void JoinBareForms()
    {
        var full = All.Count;
        for (var i = 0; i < _names.Count; i++)
        {
            if (_forms[i].Length <= 1)
            {
                Put(i, Bare(i, full));
            }
        }

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
    }

    /// <summary>Whom a bare word means; null when nobody before it is called so.</summary>
    private NameGroup? Bare(int candidate, int full)
    {
        if (_forms[candidate].Length == 0)
        {
            return null;
        }

        var word = _forms[candidate][0];
        var isPlace = _text.Tokens[_names[candidate].FirstToken].Is(WordClass.Places | WordClass.Demonyms);
        var gender = NameEvidence.TitleGender(_text, _names[candidate]);
        NameGroup? best = null;
        var bestRank = (Kind: 0, Position: 0);
        for (var g = 0; g < All.Count; g++)
        {
            var kind = g < full ? KindOf(All[g], word) : All[g].Form.AsSpan().SequenceEqual([word]) ? 1 : 0;
            if (kind == 0 || (gender != 0 && All[g].Gender == -gender) || (isPlace && g < full && !All[g].IsPerson))
            {
                continue;
            }

            var rank = (kind, Recency(All[g], candidate));
            if (rank.CompareTo(bestRank) > 0)
            {
                (best, bestRank) = (All[g], rank);
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
        var isFamilyFirst = FamilyFirst.Reads(_text, name.FirstToken, name.EndToken);
        if (group.Form[0] == word)
        {
            return isFamilyFirst ? 3 : group.Chance >= LeastForGivenName ? 2 : 0;
        }

        // The first of two family names ("López" for Andrés Manuel López Obrador), a second given name that is used alone.
        return group.Form.Length > 2 && group.Chance >= LeastForGivenName && Array.IndexOf(group.Form, word) > 0 ? 2 : 0;
    }

    /// <summary>Higher for the group whose latest full form before the candidate is nearest; negative when all come after it.</summary>
    private int Recency(NameGroup group, int candidate)
    {
        var latest = -1 - group.Candidates[0];
        foreach (var mention in group.Candidates)
        {
            if (mention < candidate && _forms[mention].Length > 1)
            {
                latest = mention;
            }
        }

        return latest;
    }
}
