using Bot.Digest.Language;

namespace Bot.Digest.Summaries;

/// <summary>Whether a sentence can stand alone: how it begins and whether its quotations say who speaks.</summary>
/// <param name="HasQuotation">Holds a quotation mark.</param>
/// <param name="BeginsWithPronoun">Begins with a pronoun, or a word that ties it to what came before.</param>
/// <param name="Leans">Cannot be understood without the sentence before.</param>
internal readonly record struct SentenceOpening(bool HasQuotation, bool BeginsWithPronoun, bool Leans)
{
    public static SentenceOpening Of(TextAnalysis analysis, int sentence)
    {
        var (first, end) = (analysis.Sentences[sentence].FirstToken, analysis.Sentences[sentence].EndToken);
        var quoted = false;
        var attributed = false;
        for (var token = first; token < end; token++)
        {
            quoted |= analysis.Tokens[token].Kind is TokenKind.OpenQuote or TokenKind.CloseQuote;
            attributed |= analysis.Tokens[token].Is(WordClass.SpeechVerbs | WordClass.ClaimVerbs);
        }

        var pronoun = analysis.Tokens[first].Is(WordClass.LeaningWords);
        var unattributed = analysis.Tokens[first].Kind == TokenKind.OpenQuote && !attributed;
        return new SentenceOpening(quoted, pronoun, sentence > 0 && (pronoun || unattributed));
    }
}
