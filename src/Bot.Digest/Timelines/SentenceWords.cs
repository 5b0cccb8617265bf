using Bot.Digest.Language;
using Bot.Digest.Ports;

namespace Bot.Digest.Timelines;

/// <summary>The words of one dated sentence, weighted by how few of the other sentences hold them.</summary>
internal sealed class SentenceWords
{
    private readonly Dictionary<ulong, double> _weights;
    private readonly double _length;

    private SentenceWords(Dictionary<ulong, double> weights)
    {
        _weights = weights;
        _length = Math.Sqrt(weights.Values.Sum(weight => weight * weight));
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

        return [.. words.Select(set => new SentenceWords(
            set.ToDictionary(word => word, word => Math.Log(1.0 + ((double)events.Count / holders[word])))))];
    }

    /// <summary>0 for nothing shared, 1 for the same words.</summary>
    public double CosineTo(SentenceWords other)
    {
        var (fewer, more) = _weights.Count <= other._weights.Count ? (this, other) : (other, this);
        var shared = 0.0;
        foreach (var (word, weight) in fewer._weights)
        {
            if (more._weights.ContainsKey(word))
            {
                shared += weight * weight;
            }
        }

        return shared == 0 ? 0 : shared / (_length * other._length);
    }
}
