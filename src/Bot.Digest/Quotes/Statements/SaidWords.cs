using Bot.Digest.Articles;

namespace Bot.Digest.Quotes.Statements;

/// <summary>What a quote says, ready to be compared with another: the sentences between marks, or the clause of a reported one.</summary>
public sealed class SaidWords
{
    private SaidWords(QuoteKind kind, List<List<StatementWord>> sentences, List<StatementWord> clause)
    {
        (Kind, Sentences, Clause) = (kind, sentences, clause);
        Length = sentences.Sum(sentence => sentence.Count);
    }

    internal QuoteKind Kind { get; }

    /// <summary>The sentences, a cut piece being one.</summary>
    internal IReadOnlyList<List<StatementWord>> Sentences { get; }

    /// <summary>The whole clause of a mixed quote, in the outlet's words and the speaker's; empty for the others.</summary>
    internal IReadOnlyList<StatementWord> Clause { get; }

    /// <summary>How many words.</summary>
    internal int Length { get; }

    /// <summary>Reads a quote's words. Never throws on any text.</summary>
    /// <param name="text">The quote as printed.</param>
    /// <param name="pieces">What is said of it, as ranges of <paramref name="text"/>.</param>
    /// <param name="verbatim">What stands between marks, likewise.</param>
    public static SaidWords Of(QuoteKind kind, string text, IReadOnlyList<TextSpan> pieces, IReadOnlyList<TextSpan> verbatim)
    {
        var clause = kind == QuoteKind.Direct ? [] : pieces.SelectMany(piece => WordReader.Sentences(piece.In(text))).SelectMany(words => words).Take(WordReader.MostWords).ToList();
        var marked = Joined(kind, text, verbatim).SelectMany(WordReader.Sentences).Take(WordReader.MostSentences).ToList();
        return kind == QuoteKind.Reported ? new SaidWords(kind, [clause], []) : new SaidWords(kind, marked, clause);
    }

    /// <summary>A sentence that its cue interrupts is one again; the scraps of a mixed quote stay apart.</summary>
    private static IEnumerable<string> Joined(QuoteKind kind, string text, IReadOnlyList<TextSpan> verbatim) => kind == QuoteKind.Direct
        ? [string.Join(' ', verbatim.Select(piece => piece.In(text)))]
        : verbatim.Select(piece => piece.In(text));
}
