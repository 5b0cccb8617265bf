namespace Bot.Host.Storage;

/// <summary>Measures how near the wording of quotes comes to an asked phrase.</summary>
internal sealed class NearWording
{
    /// <summary>Quotes that hold a word are counted up to here: beyond, a word is common.</summary>
    public const int MostHolders = 1000;

    // Small words ("we", "not") decide only between quotes that share the same words of content.
    private const double SmallWord = 0.05;

    private readonly IReadOnlyList<string> _asked;
    private readonly Dictionary<string, double> _weights;
    private readonly IReadOnlyCollection<string> _content;
    private readonly double _total;

    /// <summary>Weighs the asked words.</summary>
    /// <param name="asked">The folded words of the phrase, in its order.</param>
    /// <param name="holders">Those that carry meaning, with how many quotes hold each, up to <see cref="MostHolders"/>.</param>
    public NearWording(IReadOnlyList<string> asked, IReadOnlyDictionary<string, long> holders)
    {
        _asked = asked;
        _content = [.. holders.Keys];
        _weights = asked.Distinct().ToDictionary(
            word => word, word => holders.TryGetValue(word, out var count) ? Math.Log(2.0 + ((double)MostHolders / (1 + count))) : SmallWord);
        _total = _weights.Values.Sum();
    }

    /// <summary>How near a quote comes.</summary>
    /// <param name="said">Its folded words, in its order.</param>
    public Nearness Of(IReadOnlyList<string> said)
    {
        var words = said.ToHashSet();
        return new Nearness(
            _content.Count(words.Contains) / (double)Math.Max(1, _content.Count),
            _weights.Where(word => words.Contains(word.Key)).Sum(word => word.Value) / _total,
            InOrder(said));
    }

    /// <summary>The most asked words that stand in the quote in the asked order, others between them or not (longest common subsequence).</summary>
    private int InOrder(IReadOnlyList<string> said)
    {
        var longest = new int[_asked.Count + 1];
        foreach (var word in said)
        {
            var diagonal = 0;
            for (var at = 1; at <= _asked.Count; at++)
            {
                var above = longest[at];
                longest[at] = _asked[at - 1] == word ? diagonal + 1 : Math.Max(above, longest[at - 1]);
                diagonal = above;
            }
        }

        return longest[^1];
    }

    /// <summary>How near one quote comes: by what it shares, then by the order.</summary>
    /// <param name="ContentShared">Share, 0 to 1, of the asked words of content that it holds.</param>
    /// <param name="Shared">The same of all asked words, each weighing more the fewer quotes hold it.</param>
    /// <param name="InOrder">How many of them stand in the asked order.</param>
    public readonly record struct Nearness(double ContentShared, double Shared, int InOrder);
}
