using Bot.Digest.Language.Dates;
using Bot.Digest.People;
using Bot.Digest.Quotes;

namespace Bot.Digest.Language;

/// <summary>
/// A language that is read: its words and its grammar. All of it lives in one folder under <c>Language</c> and is found by scanning, so
/// that a further language changes nothing else. Safe to use from many threads.
/// </summary>
internal interface ILanguage
{
    /// <summary>ISO 639-1 code ("en").</summary>
    string Code { get; }

    /// <summary>Lists of its commonest words, by which texts in it are known.</summary>
    IEnumerable<string> CommonestWords { get; }

    Lexicon Lexicon { get; }

    /// <summary>Whether a number with a full stop is an ordinal ("3. Mai"), so that no sentence need end there.</summary>
    bool HasOrdinalStops { get; }

    /// <summary>
    /// Whether a cue behind the words that it reports begins with its verb (“…” asked Varga): what begins with a capital there is another sentence.
    /// </summary>
    bool HasInvertedCues { get; }

    INameGrammar Names { get; }

    IDateGrammar Dates { get; }

    /// <summary>How often its speakers were right on annotated articles.</summary>
    QuoteConfidence Confidence { get; }

    /// <summary>Words and endings ("-our") that are spelled in several ways, each with the one in which wordings are compared; a pair a line.</summary>
    IEnumerable<string> Respellings => [];

    /// <summary>How it says to which outlet words were said first, and that they were translated.</summary>
    OriginPhrases Origins { get; }

    /// <summary>Who says what in one text.</summary>
    IQuoteGrammar Quotes(Scene scene);
}
