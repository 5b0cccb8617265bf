using Bot.Digest.Language;

namespace Bot.Digest.Summaries;

/// <summary>One sentence and how much of its article it tells.</summary>
internal sealed record SentenceWorth
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

    /// <summary>Index in <see cref="TextAnalysis.Sentences"/>.</summary>
    public required int Index { get; init; }

    public required double Worth { get; init; }

    public required HashSet<ulong> Words { get; init; }

    public required int WordCount { get; init; }

    /// <summary>False for captions, bylines, calls to subscribe and other things that are not told.</summary>
    public required bool IsProse { get; init; }

    /// <summary>"He denied it.", “It was never about money.”: nobody knows who without the sentence before.</summary>
    public required bool LeansOnTheOneBefore { get; init; }

    /// <summary>One for each sentence, in text order.</summary>
    public static List<SentenceWorth> Of(TextAnalysis analysis, string title)
    {
        var words = analysis.Sentences
            .Select(sentence => ContentWords.Of(analysis.Text.AsSpan(sentence.Span.Start, sentence.Span.Length)))
            .ToList();
        var weights = new WordWeights(words, ContentWords.Of(title));
        var openings = new SentenceOpenings(analysis);

        return [.. words.Select((list, index) => Of(analysis, index, list.ToHashSet(), weights, openings))];
    }

    private static SentenceWorth Of(
        TextAnalysis analysis, int index, HashSet<ulong> words, WordWeights weights, SentenceOpenings openings)
    {
        var count = WordCountOf(analysis, index);
        var opening = openings.Of(index);
        var worth = (Position / (1 + (Math.Max(index, 1) / 3.0)))
            + (Centrality * words.Sum(weights.Of) / Math.Max(FewestContentWords, words.Count))
            + (Commonest * words.Count(weights.IsCommon) / WordWeights.CommonestWords)
            + (Title * weights.ShareOfTitle(words))
            + (Brevity * Math.Max(0, BriefWords - count))
            - (opening.HasQuotation ? Quotation : 0)
            - (opening.BeginsWithPronoun ? Pronoun : 0)
            - (Boilerplate.IsCaption(analysis, index) ? Caption : 0);

        return new SentenceWorth
        {
            Index = index,
            Worth = worth,
            Words = words,
            WordCount = count,
            IsProse = count >= FewestWords && !Boilerplate.Is(analysis, index),
            LeansOnTheOneBefore = opening.Leans,
        };
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
