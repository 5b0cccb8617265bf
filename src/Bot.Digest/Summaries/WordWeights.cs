namespace Bot.Digest.Summaries;

/// <summary>How much each word of an article says of what the article is about.</summary>
internal sealed class WordWeights
{
    /// <summary>How many words count as what the article is most about.</summary>
    public const int CommonestWords = 12;

    /// <summary>What a word counts that no other sentence holds.</summary>
    private const double Lonely = 0.3;

    private const double InTitle = 2;

    private readonly Dictionary<ulong, double> _weights = [];
    private readonly HashSet<ulong> _commonest;
    private readonly HashSet<ulong> _title;

    /// <summary>Weighs the words of one article.</summary>
    /// <param name="sentences">The words of each sentence, in text order: earlier ones count more.</param>
    /// <param name="title">The words of the title.</param>
    public WordWeights(List<List<ulong>> sentences, List<ulong> title)
    {
        _title = [.. title];
        var (counts, holders) = (new Dictionary<ulong, double>(), new Dictionary<ulong, int>());
        for (var index = 0; index < sentences.Count; index++)
        {
            foreach (var word in sentences[index])
            {
                counts[word] = counts.GetValueOrDefault(word) + (1 / (1 + (index / 10.0)));
            }

            foreach (var word in sentences[index].Distinct())
            {
                holders[word] = holders.GetValueOrDefault(word) + 1;
            }
        }

        foreach (var (word, count) in counts)
        {
            var titled = _title.Contains(word);
            _weights[word] = holders[word] > 1 || titled ? Math.Log(1 + count + (titled ? InTitle : 0)) : Lonely;
        }

        _commonest = [.. holders.OrderByDescending(word => word.Value).Take(CommonestWords).Select(word => word.Key)];
    }

    public double Of(ulong word) => _weights.GetValueOrDefault(word);

    public bool IsCommon(ulong word) => _commonest.Contains(word);

    /// <summary>Which share of the title's words a sentence holds.</summary>
    public double ShareOfTitle(HashSet<ulong> words) => _title.Count == 0 ? 0 : (double)words.Count(_title.Contains) / _title.Count;
}
