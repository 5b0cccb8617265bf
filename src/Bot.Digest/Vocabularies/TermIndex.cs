using Bot.Digest.Ports;

namespace Bot.Digest.Vocabularies;

/// <summary>Terms by the beginnings of their words. Unchanging, so safe for many threads.</summary>
public sealed class TermIndex
{
    private readonly IReadOnlyList<Term> _terms;

    /// <summary>Each place in a form where a word begins, in the order of what follows it there.</summary>
    private readonly Place[] _places;

    public TermIndex(IReadOnlyList<Term> terms)
    {
        _terms = terms;
        _places = [.. terms.Index().SelectMany(term => term.Item.Forms.Index().SelectMany(form => Starts(form.Item).Select(start => new Place(term.Index, form.Index, start))))];
        Array.Sort(_places, (one, other) => Rest(one).CompareTo(Rest(other), StringComparison.Ordinal));
    }

    public int Count => _terms.Count;

    /// <summary>The weightiest terms of a kind with words that begin so; of all of the kind when nothing was typed.</summary>
    /// <param name="folded">As <see cref="People.NameKeys.Fold"/> makes it.</param>
    public IReadOnlyList<Term> Find(TermKind kind, string folded, int limit)
    {
        var found = new HashSet<int>();
        var best = new PriorityQueue<int, (int Weight, int Later)>();
        for (var at = First(folded); at < _places.Length && Rest(_places[at]).StartsWith(folded, StringComparison.Ordinal); at++)
        {
            var term = _places[at].Term;
            if (_terms[term].Kind != kind || !found.Add(term))
            {
                continue;
            }

            // Of equal ones the earlier stays.
            best.Enqueue(term, (_terms[term].Weight, -term));
            if (best.Count > limit)
            {
                best.Dequeue();
            }
        }

        return [.. best.UnorderedItems.OrderByDescending(one => one.Priority).Select(one => _terms[one.Element])];
    }

    private int First(string folded)
    {
        var (low, high) = (0, _places.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Rest(_places[middle]).CompareTo(folded, StringComparison.Ordinal) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private ReadOnlySpan<char> Rest(Place place) => _terms[place.Term].Forms[place.Form].AsSpan(place.Start);

    private static IEnumerable<int> Starts(string form) => Enumerable.Range(0, form.Length).Where(at => at == 0 || form[at - 1] == ' ');

    private readonly record struct Place(int Term, int Form, int Start);
}
