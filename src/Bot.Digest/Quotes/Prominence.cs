using Bot.Digest.Articles;

namespace Bot.Digest.Quotes;

/// <summary>Which of a person's quotes of one day are read first: a card must not open with a scrap of two words.</summary>
public enum Prominence
{
    /// <summary>Exact words that make a sentence.</summary>
    Sentence,

    /// <summary>Exact words amid the outlet's own, or few of them.</summary>
    Phrase,

    /// <summary>No exact words.</summary>
    Reported,

    /// <summary>A word or two.</summary>
    Scrap,
}

/// <summary>Tells the prominence of quotes.</summary>
public static class Prominences
{
    private const int SentenceWords = 5;
    private const int PhraseWords = 3;

    /// <summary>By its kind and how many words stand between its marks.</summary>
    /// <param name="text">What <paramref name="verbatim"/> is a part of.</param>
    public static Prominence Of(QuoteKind kind, string text, IReadOnlyList<TextSpan> verbatim)
    {
        if (kind != QuoteKind.Direct)
        {
            return kind == QuoteKind.Mixed ? Prominence.Phrase : Prominence.Reported;
        }

        var words = verbatim.Sum(piece => WordsIn(text.AsSpan(piece.Start, piece.Length)));
        return words >= SentenceWords ? Prominence.Sentence : words >= PhraseWords ? Prominence.Phrase : Prominence.Scrap;
    }

    private static int WordsIn(ReadOnlySpan<char> text)
    {
        var (words, inside) = (0, false);
        foreach (var letter in text)
        {
            var isWord = char.IsLetterOrDigit(letter) || (inside && letter is '\'' or '’' or '-');
            words += isWord && !inside ? 1 : 0;
            inside = isWord;
        }

        return words;
    }
}
