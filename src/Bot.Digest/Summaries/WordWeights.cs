namespace Bot.Digest.Summaries;

/// <summary>How much each word of an article says of what the article is about.</summary>
internal static class WordWeights
{
    /// <summary>How many words count as what the article is most about.</summary>
    public const int CommonestWords = 12;

    /// <summary>What a word counts that no other sentence holds.</summary>
    private const double Lonely = 0.3;

    private const double InTitle = 2;

    /// <summary>Sets the weights of the words, and which of them are the commonest.</summary>
    public static void Set(SentenceTerms terms)
    {
        for (var number = 0; number < terms.Count; number++)
        {
            ref var term = ref terms[number];
            term.Weight = term.Holders == 0 ? 0
                : term.Holders > 1 || term.InTitle ? Math.Log(1 + term.Count + (term.InTitle ? InTitle : 0))
                : Lonely;
        }

        MarkCommonest(terms);
    }

    /// <summary>Of words that equally many sentences hold, those that come first in the text.</summary>
    private static void MarkCommonest(SentenceTerms terms)
    {
        Span<int> best = stackalloc int[CommonestWords];
        var count = 0;
        for (var number = 0; number < terms.Count; number++)
        {
            var holders = terms[number].Holders;
            if (holders == 0 || (count == best.Length && holders <= terms[best[count - 1]].Holders))
            {
                continue;
            }

            var at = count < best.Length ? count++ : count - 1;
            for (; at > 0 && terms[best[at - 1]].Holders < holders; at--)
            {
                best[at] = best[at - 1];
            }

            best[at] = number;
        }

        foreach (var number in best[..count])
        {
            terms[number].IsCommon = true;
        }
    }
}
