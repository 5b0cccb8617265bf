namespace Bot.Digest.Quotes.Statements;

/// <summary>
/// Numbers by which wordings of one statement find each other: one for each two words of content that follow each other in a sentence. A few
/// are kept of each quote, all are asked for, so that a longer wording finds every cut of it, and a cut finds what it was cut from.
/// </summary>
public static class StatementKeys
{
    /// <summary>Each number has so many bits: chance hits are told apart by comparing the words.</summary>
    public const int Bits = 20;

    // The ends of a quote survive most cuts; the smallest of a long one stands for its middle.
    private const int LongFrom = 6;

    /// <summary>All numbers of a quote.</summary>
    public static IReadOnlyList<int> Of(SaidWords said)
    {
        var keys = new List<int>();
        foreach (var sentence in said.Sentences.Count > 0 ? said.Sentences : [[.. said.Clause]])
        {
            var before = -1;
            for (var at = 0; at < sentence.Count; at++)
            {
                if (sentence[at].Weight != WordWeight.Content)
                {
                    continue;
                }

                if (before >= 0)
                {
                    keys.Add(Hash(sentence[before].Key, sentence[at].Key));
                }

                before = at;
            }
        }

        return keys.Count > 0 ? keys : [.. said.Sentences.SelectMany(sentence => sentence).Where(word => word.IsContent).Take(1).Select(word => Hash(word.Key, ""))];
    }

    /// <summary>Those of <paramref name="keys"/>, as they are or with the person's number before them, that are kept.</summary>
    public static IEnumerable<T> Kept<T>(IReadOnlyList<T> keys) => keys.Count == 0
        ? []
        : new[] { keys[0], keys[^1], keys.Count >= LongFrom ? keys.Min()! : keys[0] }.Distinct();

    /// <summary>FNV-1a, folded to the bits used.</summary>
    private static int Hash(string one, string other)
    {
        var hash = 14695981039346656037;
        foreach (var letter in one)
        {
            hash = (hash ^ letter) * 1099511628211;
        }

        hash = (hash ^ ' ') * 1099511628211;
        foreach (var letter in other)
        {
            hash = (hash ^ letter) * 1099511628211;
        }

        return (int)((hash ^ (hash >> Bits) ^ (hash >> (2 * Bits))) & ((1 << Bits) - 1));
    }
}
