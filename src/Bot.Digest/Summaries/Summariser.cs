using Bot.Digest.Articles;
using Bot.Digest.Language;

namespace Bot.Digest.Summaries;

/// <summary>Picks the sentences that tell most of an article: each verbatim, none that needs one that is missing.</summary>
public static class Summariser
{
    /// <summary>Only the best ones are compared with each other; it keeps the longest article quick.</summary>
    private const int MostCandidates = 12;

    /// <summary>What a sentence loses when the ones before it have said all its words (fitted on news summaries written by hand).</summary>
    private const double Repetition = 0.93;

    /// <summary>A sentence with this share of its words told already says nothing new.</summary>
    private const double MostRepeated = 0.75;

    /// <summary>The sentences of the summary in text order; none where the text holds no prose.</summary>
    /// <param name="analysis">The article's text.</param>
    /// <param name="title">Its title; may be empty.</param>
    /// <param name="length">How long the summary may be.</param>
    public static List<TextSpan> Summarise(TextAnalysis analysis, string title, SummaryLength length)
    {
        using var terms = new SentenceTerms(analysis, title);
        WordWeights.Set(terms);
        var candidates = Candidates(analysis, terms);
        var picked = new List<SentenceWorth>(Math.Min(length.MostSentences, MostCandidates));
        var words = 0;
        while (picked.Count < length.MostSentences && words < length.EnoughWords && Next(candidates, picked, terms) is >= 0 and var next)
        {
            picked.Add(candidates[next]);
            words += candidates[next].WordCount;
            Tell(terms, candidates[next].Index);
            candidates.RemoveAt(next);
        }

        picked.Sort((one, other) => one.Index.CompareTo(other.Index));
        return picked.ConvertAll(sentence => analysis.Sentences[sentence.Index].Span);
    }

    /// <summary>The best sentences, best first; of equal ones the earlier first.</summary>
    private static List<SentenceWorth> Candidates(TextAnalysis analysis, SentenceTerms terms)
    {
        var best = new List<SentenceWorth>(MostCandidates + 1);
        for (var index = 0; index < analysis.Sentences.Count; index++)
        {
            var sentence = SentenceWorth.Of(analysis, index, terms);
            if (!sentence.IsProse || (best.Count == MostCandidates && sentence.Worth <= best[^1].Worth))
            {
                continue;
            }

            var at = best.Count;
            while (at > 0 && best[at - 1].Worth < sentence.Worth)
            {
                at--;
            }

            best.Insert(at, sentence);
            if (best.Count > MostCandidates)
            {
                best.RemoveAt(MostCandidates);
            }
        }

        return best;
    }

    /// <summary>Index of the best sentence that can stand where it would stand, and does not repeat what was told; -1 where there is none.</summary>
    private static int Next(List<SentenceWorth> candidates, List<SentenceWorth> picked, SentenceTerms terms)
    {
        var (best, most) = (-1, double.NegativeInfinity);
        for (var index = 0; index < candidates.Count; index++)
        {
            var one = candidates[index];
            var told = ShareTold(terms, one.Index);
            var worth = one.Worth - (Repetition * told);
            if (worth > most && told < MostRepeated && (!one.LeansOnTheOneBefore || Holds(picked, one.Index - 1)))
            {
                (best, most) = (index, worth);
            }
        }

        return best;
    }

    private static bool Holds(List<SentenceWorth> picked, int sentence)
    {
        foreach (var one in picked)
        {
            if (one.Index == sentence)
            {
                return true;
            }
        }

        return false;
    }

    private static void Tell(SentenceTerms terms, int sentence)
    {
        foreach (var word in terms.Of(sentence))
        {
            terms[word].IsTold = true;
        }
    }

    private static double ShareTold(SentenceTerms terms, int sentence)
    {
        var words = terms.Of(sentence);
        var told = 0;
        foreach (var word in words)
        {
            told += terms[word].IsTold ? 1 : 0;
        }

        return (double)told / Math.Max(1, words.Length);
    }
}
