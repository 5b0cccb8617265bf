using Bot.Digest.Language.Dates;
using Bot.Digest.Language.English.Dates;
using Bot.Digest.Language.English.Names;
using Bot.Digest.Language.English.Quotes;
using Bot.Digest.People;
using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English;

/// <summary>English: the word lists of this folder and the grammars beside them.</summary>
internal sealed class EnglishLanguage : ILanguage
{
    public string Code => "en";

    public bool HasOrdinalStops => false;

    public IEnumerable<string> CommonestWords => WordLists.Read("English.Detection", "CommonestWords");

    public Lexicon Lexicon { get; } = Lexicon.Of("English");

    public bool HasInvertedCues => false;

    public INameGrammar Names { get; } = new EnglishNames();

    public IDateGrammar Dates { get; } = new EnglishDates();

    public QuoteConfidence Confidence { get; } = new("English.Quotes");

    public OriginPhrases Origins { get; } = new("English.Quotes");

    public IEnumerable<string> Respellings => WordLists.Read("English.Statements", "Respellings");

    public IQuoteGrammar Quotes(Scene scene) => new SentenceFrames(scene);
}
