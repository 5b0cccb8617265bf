using Bot.Digest.Language;
using Bot.Digest.Ports;

namespace Bot.Digest.Timelines;

/// <summary>The words of one dated sentence, weighted by how few of the other sentences hold them.</summary>
internal sealed class SentenceWords
{
    /// <summary>A person and a place can be in sentences on quite different things.</summary>
    private const int FewestShared = 3;

    // In the order of the words: thousands of pairs are compared for one timeline, each in one walk over both.
    private readonly ulong[] _words;
    private readonly double[] _squares;
    private readonly double _length;

    /// <summary>Each word once, in the order of the words.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    private SentenceWords(IEnumerable<ulong> words, Func<ulong, double> weightOf)
    {
        _words = [.. words.Order()];
        _squares = [.. _words.Select(word => Math.Pow(weightOf(word), 2))];
        _length = Math.Sqrt(_squares.Sum());
    }

    /// <summary>One for each event, in their order. The words of the date itself do not count: they are compared as days.</summary>
    public static List<SentenceWords> Of(IReadOnlyList<EventHit> events)
    {
        var words = events.Select(hit =>
        {
            var dating = ContentWords.Of(hit.Expression);
            return ContentWords.Of(hit.Sentence).Except(dating).ToHashSet();
        }).ToList();
        var holders = words.SelectMany(set => set).CountBy(word => word).ToDictionary();

        return [.. words.Select(set => new SentenceWords(set, word => Math.Log(1.0 + ((double)events.Count / holders[word]))))];
    }

    /// <summary>0 for nothing shared, 1 for the same words.</summary>
    public double CosineTo(SentenceWords other)
    {
        var (_, shared) = SharedWith(other);
        return shared == 0 ? 0 : shared / (_length * other._length);
    }

    /// <summary>Share of the shorter sentence's words that the other holds too, 0 where they share only a word or two.</summary>
    public double OverlapWith(SentenceWords other)
    {
        var (count, _) = SharedWith(other);
        return count < FewestShared ? 0 : count / (double)Math.Min(_words.Length, other._words.Length);
    }

    private (int Count, double Weight) SharedWith(SentenceWords other)
    {
        var (count, weight) = (0, 0.0);
        for (int mine = 0, theirs = 0; mine < _words.Length && theirs < other._words.Length;)
        {
            if (_words[mine] == other._words[theirs])
            {
                count++;
                weight += _squares[mine];
            }

            // The smaller word is passed; both where they are the same.
            var (left, right) = (_words[mine], other._words[theirs]);
            mine += left <= right ? 1 : 0;
            theirs += right <= left ? 1 : 0;
        }

        return (count, weight);
    }
}
