using Bot.Digest.Language;

namespace Bot.Digest.Summaries;

/// <summary>Whether sentences can stand alone: how they begin and whether their quotations say who speaks.</summary>
internal sealed class SentenceOpenings(TextAnalysis analysis)
{
    /// <summary>How one sentence begins.</summary>
    /// <param name="HasQuotation">Holds a quotation mark.</param>
    /// <param name="BeginsWithPronoun">Begins with a pronoun, or a word that ties it to what came before.</param>
    /// <param name="Leans">Cannot be understood without the sentence before.</param>
    public readonly record struct Opening(bool HasQuotation, bool BeginsWithPronoun, bool Leans);

    public Opening Of(int sentence)
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
        return new Opening(quoted, pronoun, sentence > 0 && (pronoun || unattributed));
    }
}
