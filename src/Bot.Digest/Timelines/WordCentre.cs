namespace Bot.Digest.Timelines;

/// <summary>What a number of sentences are about: the sum of their words, each sentence counting the same.</summary>
internal sealed class WordCentre
{
    private readonly Dictionary<ulong, double> _sums = [];
    private readonly double _length;

    public WordCentre(IEnumerable<SentenceWords> sentences)
    {
        foreach (var sentence in sentences)
        {
            var share = 1 / Math.Sqrt(Math.Max(1, sentence.Words.Length));
            foreach (var word in sentence.Words)
            {
                _sums[word] = _sums.GetValueOrDefault(word) + share;
            }
        }

        _length = Math.Sqrt(_sums.Values.Sum(sum => sum * sum));
    }

    /// <summary>0 for a sentence that shares no word with the others, 1 for one that has all their words in their measure.</summary>
    public double CosineOf(SentenceWords sentence)
    {
        var sum = 0.0;
        foreach (var word in sentence.Words)
        {
            sum += _sums.GetValueOrDefault(word);
        }

        return sentence.Words.Length == 0 ? 0 : sum / (_length * Math.Sqrt(sentence.Words.Length));
    }
}
