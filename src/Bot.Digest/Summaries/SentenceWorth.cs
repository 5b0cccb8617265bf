using Bot.Digest.Language;

namespace Bot.Digest.Summaries;

/// <summary>One sentence and how much of its article it tells.</summary>
/// <param name="Index">Index in <see cref="TextAnalysis.Sentences"/>.</param>
/// <param name="Worth">Higher is better.</param>
/// <param name="WordCount">Words and numbers, those that stand in every text included.</param>
/// <param name="IsProse">False for captions, bylines, calls to subscribe and other things that are not told.</param>
/// <param name="LeansOnTheOneBefore">"He denied it.", “It was never about money.”: nobody knows who without the sentence before.</param>
internal readonly record struct SentenceWorth(int Index, double Worth, int WordCount, bool IsProse, bool LeansOnTheOneBefore)
{
    /// <summary>A sentence with fewer words is a headline, a caption or a shout.</summary>
    private const int FewestWords = 5;

    /// <summary>Sentences with fewer words of content are measured as if they had so many: two words in common say little.</summary>
    private const int FewestContentWords = 8;

    /// <summary>The weights below were fitted on halves of two sets of news summaries and tested on the other halves.</summary>
    private const double Position = 0.7;
    private const double Centrality = 1.06;
    private const double Commonest = 0.18;
    private const double Title = 0.7;
    private const double Brevity = 0.036;
    private const double Quotation = 0.16;
    private const double Pronoun = 0.1;
    private const double Caption = 0.35;

    /// <summary>A sentence with fewer words than this gets <see cref="Brevity"/> for each that is missing.</summary>
    private const int BriefWords = 14;

    /// <summary>The worth of one sentence among the others of its text.</summary>
    /// <param name="terms">The words of the text, weighed.</param>
    public static SentenceWorth Of(TextAnalysis analysis, int index, SentenceTerms terms)
    {
        var count = WordCountOf(analysis, index);
        var opening = SentenceOpening.Of(analysis, index);
        var worth = (Position / (1 + (Math.Max(index, 1) / 3.0)))
            + WorthOfWords(terms, terms.Of(index))
            + (Brevity * Math.Max(0, BriefWords - count))
            - (opening.HasQuotation ? Quotation : 0)
            - (opening.BeginsWithPronoun ? Pronoun : 0)
            - (Boilerplate.IsCaption(analysis, index) ? Caption : 0);

        return new SentenceWorth(index, worth, count, count >= FewestWords && !Boilerplate.Is(analysis, index), opening.Leans);
    }

    private static double WorthOfWords(SentenceTerms terms, ReadOnlySpan<int> words)
    {
        var (weight, common, titled) = (0.0, 0, 0);
        foreach (var word in words)
        {
            ref var term = ref terms[word];
            weight += term.Weight;
            common += term.IsCommon ? 1 : 0;
            titled += term.InTitle ? 1 : 0;
        }

        return (Centrality * weight / Math.Max(FewestContentWords, words.Length))
            + (Commonest * common / WordWeights.CommonestWords)
            + (Title * titled / Math.Max(1, terms.TitleCount));
    }

    private static int WordCountOf(TextAnalysis analysis, int index)
    {
        var count = 0;
        for (var token = analysis.Sentences[index].FirstToken; token < analysis.Sentences[index].EndToken; token++)
        {
            count += analysis.Tokens[token].Kind is TokenKind.Word or TokenKind.Number ? 1 : 0;
        }

        return count;
    }
}
