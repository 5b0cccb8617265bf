namespace Bot.Digest.Language;

/// <summary>What a token is by its characters alone.</summary>
public enum TokenKind : byte
{
    /// <summary>Letters, with inner hyphens, apostrophes and the full stops of abbreviations ("Min-bok", "O'Neill", "U.S.", "Oct.").</summary>
    Word,

    /// <summary>Starts with a digit ("12,000", "3.5", "2024-10-24", "18:30", "10-year-old", "21st").</summary>
    Number,

    /// <summary>The possessive ending ('s, s').</summary>
    Possessive,
    Punctuation,
    OpenQuote,
    CloseQuote,
    Symbol,
}

/// <summary>One token of a text.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Classes">The word lists that hold its folded form: one look-up serves every later stage.</param>
public readonly record struct Token(int Start, int End, TokenKind Kind, WordClass Classes)
{
    public int Length => End - Start;

    public bool Is(WordClass classes) => (Classes & classes) != 0;
}
