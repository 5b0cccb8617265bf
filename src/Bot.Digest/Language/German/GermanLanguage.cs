using Bot.Digest.Language.Dates;
using Bot.Digest.Language.German.Dates;
using Bot.Digest.Language.German.Names;
using Bot.Digest.Language.German.Quotes;
using Bot.Digest.People;
using Bot.Digest.Quotes;

namespace Bot.Digest.Language.German;

/// <summary>German: the word lists of this folder and the grammars beside them.</summary>
internal sealed class GermanLanguage : ILanguage
{
    public string Code => "de";

    public IEnumerable<string> CommonestWords => WordLists.Read("German.Detection", "CommonestWords");

    public Lexicon Lexicon { get; } = Lexicon.Of("German");

    public bool HasOrdinalStops => true;

    public bool HasInvertedCues => true;

    public INameGrammar Names { get; } = new GermanNames();

    public IDateGrammar Dates { get; } = new GermanDates();

    public QuoteConfidence Confidence { get; } = new("German.Quotes");

    public OriginPhrases Origins { get; } = new("German.Quotes");

    public IQuoteGrammar Quotes(Scene scene) => new GermanFrames(scene);
}
