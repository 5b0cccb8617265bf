namespace Bot.Digest.Quotes.Statements;

/// <summary>A word of a statement as it is compared: spelled in one way, with what it can change.</summary>
/// <param name="Key">Lower case, without accents and endings, in one of its spellings.</param>
/// <param name="Weight">What a difference in it means.</param>
/// <param name="IsCapital">Written with a capital inside a sentence: part of a name.</param>
internal readonly record struct StatementWord(string Key, WordWeight Weight, bool IsCapital)
{
    /// <summary>Whether it tells what the statement is about.</summary>
    public bool IsContent => Weight is WordWeight.Content or WordWeight.Deciding && !IsNegation;

    /// <summary>Where an outlet put words of its own in the place of others: any may stand there.</summary>
    public static readonly StatementWord Hole = new("[]", WordWeight.Filler, IsCapital: false);

    /// <summary>Whether it denies.</summary>
    public bool IsNegation { get; init; }
}

/// <summary>What it means when only one of two wordings has a word.</summary>
internal enum WordWeight
{
    /// <summary>Nothing: articles, fillers, forms of be and have.</summary>
    Filler,

    /// <summary>Little when it is left out, another statement when another such word stands instead ("we", "they").</summary>
    Small,

    /// <summary>A noun, verb or adjective: outlets leave one out now and then.</summary>
    Content,

    /// <summary>Always another statement: numbers, negations, days, and words that turn a sentence ("before", "may", "only").</summary>
    Deciding,
}
