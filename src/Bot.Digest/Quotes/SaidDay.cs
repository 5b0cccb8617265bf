using Bot.Digest.Articles;
using Bot.Digest.Language;
using Bot.Digest.Language.Dates;
using Bot.Digest.Language.Detection;

namespace Bot.Digest.Quotes;

/// <summary>On which day words were said, where the sentence around them tells; that is often not the day they were printed.</summary>
public static class SaidDay
{
    /// <summary>Words between the verb of speaking and its day ("told reporters in Lind on Monday").</summary>
    private const int MostWordsBetween = 5;

    private const WordClass Speaking = WordClass.SpeechVerbs | WordClass.ClaimVerbs;

    /// <summary>Null where no day stands beside the verb of speaking, outside of what is said.</summary>
    /// <param name="paragraph">The paragraph that holds the quote.</param>
    /// <param name="quote">The whole quote in it.</param>
    /// <param name="pieces">What is said, in the paragraph: a day in there is not the day of saying it.</param>
    /// <param name="published">The day of publication where the outlet is.</param>
    public static DateOnly? Of(string paragraph, TextSpan quote, IReadOnlyList<TextSpan> pieces, DateOnly published)
    {
        var analysis = TextAnalysis.Of(paragraph, LanguageDetector.ReadAs(paragraph));
        var sentences = analysis.Sentences.Where(sentence => sentence.Span.Overlaps(quote)).ToList();
        return DateTagger.Read(analysis, published)
            .Where(date => date is { Future: false, Period: { Granularity: Granularity.Day } period } && period.From <= published)
            .Where(date => !pieces.Any(piece => piece.Overlaps(date.Span)) && IsBesideSpeaking(analysis, sentences, date.Span, pieces))
            .Select(date => (DateOnly?)date.Period!.Value.From)
            .FirstOrDefault();
    }

    private static bool IsBesideSpeaking(
        TextAnalysis analysis, List<Sentence> sentences, TextSpan date, IReadOnlyList<TextSpan> pieces) =>
        sentences.Exists(sentence => sentence.Span.Contains(date) && HasVerb(analysis, sentence, date, pieces));

    private static bool HasVerb(TextAnalysis analysis, Sentence sentence, TextSpan date, IReadOnlyList<TextSpan> pieces)
    {
        for (var index = sentence.FirstToken; index < sentence.EndToken; index++)
        {
            var token = analysis.Tokens[index];
            var span = new TextSpan(token.Start, token.End);
            if (token.Is(Speaking) && !pieces.Any(piece => piece.Overlaps(span)) && IsNear(analysis, sentence, span, date))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>No comma may part verb and day, but a day that opens the sentence belongs to its verb.</summary>
    private static bool IsNear(TextAnalysis analysis, Sentence sentence, TextSpan verb, TextSpan date)
    {
        var opensSentence = CountBetween(analysis, sentence, new TextSpan(sentence.Span.Start, sentence.Span.Start), date).Words <= 1;
        var (from, to) = verb.Start < date.Start ? (verb, date) : (date, verb);
        var (words, marks) = CountBetween(analysis, sentence, from, to);
        return opensSentence || (marks == 0 && words <= MostWordsBetween);
    }

    private static (int Words, int Marks) CountBetween(TextAnalysis analysis, Sentence sentence, TextSpan from, TextSpan to)
    {
        var (words, marks) = (0, 0);
        foreach (var token in analysis.Tokens[sentence.FirstToken..sentence.EndToken])
        {
            if (token.Start >= from.End && token.End <= to.Start)
            {
                words += token.Kind is TokenKind.Word or TokenKind.Number ? 1 : 0;
                marks += token.Kind is TokenKind.Punctuation ? 1 : 0;
            }
        }

        return (words, marks);
    }
}
