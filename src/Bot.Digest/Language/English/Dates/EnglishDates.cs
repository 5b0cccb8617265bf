using Bot.Digest.Language.Dates;

namespace Bot.Digest.Language.English.Dates;

/// <summary>How English tells when.</summary>
internal sealed class EnglishDates : IDateGrammar
{
    private readonly DateWords _words = new("English.Dates");

    public (DateWordKind Kind, int Value) KindOf(ReadOnlySpan<char> word)
    {
        if (char.IsAsciiDigit(word[0]))
        {
            return DateNumbers.Classify(word);
        }

        var found = _words.Find(word);
        return found.Kind == DateWordKind.None ? (TenseOf(word), found.Value) : found;
    }

    public DateReading? Read(DateScan scan, int at) => DateGrammar.Read(scan, at);

    public Tense TenseAround(DateScan scan, int start, int end) => Tenses.Around(scan, start, end);

    private static DateWordKind TenseOf(ReadOnlySpan<char> word) => word switch
    {
        [_, _, .., 'e', 'd'] => DateWordKind.PastVerb,
        [.., '\'' or '’', 'l', 'l'] => DateWordKind.FutureCue,
        _ => DateWordKind.None,
    };
}
