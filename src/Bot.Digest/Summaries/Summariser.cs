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
        var sentences = SentenceWorth.Of(analysis, title);
        var candidates = sentences
            .Where(sentence => sentence.IsProse)
            .OrderByDescending(sentence => sentence.Worth)
            .Take(MostCandidates)
            .ToList();

        var picked = new List<SentenceWorth>();
        var told = new HashSet<ulong>();
        while (picked.Count < length.MostSentences && picked.Sum(one => one.WordCount) < length.EnoughWords
            && Next(candidates, picked, told) is { } next)
        {
            candidates.Remove(next);
            picked.Add(next);
            told.UnionWith(next.Words);
        }

        return [.. picked.OrderBy(sentence => sentence.Index).Select(sentence => analysis.Sentences[sentence.Index].Span)];
    }

    /// <summary>The best sentence that can stand where it would stand, and does not repeat what was told.</summary>
    private static SentenceWorth? Next(List<SentenceWorth> candidates, List<SentenceWorth> picked, HashSet<ulong> told) =>
        candidates
            .Where(one => !one.LeansOnTheOneBefore || picked.Exists(other => other.Index == one.Index - 1))
            .Where(one => ShareTold(one, told) < MostRepeated)
            .MaxBy(one => one.Worth - (Repetition * ShareTold(one, told)));

    private static double ShareTold(SentenceWorth sentence, HashSet<ulong> told) =>
        (double)sentence.Words.Count(told.Contains) / Math.Max(1, sentence.Words.Count);
}
