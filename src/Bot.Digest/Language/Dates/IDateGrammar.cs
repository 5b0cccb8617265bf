namespace Bot.Digest.Language.Dates;

/// <summary>How a language tells when.</summary>
internal interface IDateGrammar
{
    /// <summary>What a word, a part of a word between hyphens, or a number can be in a date expression.</summary>
    (DateWordKind Kind, int Value) KindOf(ReadOnlySpan<char> word);

    /// <summary>The longest reading that begins at a token; null for none.</summary>
    DateReading? Read(DateScan scan, int at);

    /// <summary>Whether the words around a date speak of what was or of what will be.</summary>
    Tense TenseAround(DateScan scan, int start, int end);
}
