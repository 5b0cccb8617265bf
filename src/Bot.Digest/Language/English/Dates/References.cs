using Bot.Digest.Language.Dates;

namespace Bot.Digest.Language.English.Dates;

/// <summary>Words that point to the past, the present or the future without a date: "now", "recently", "in the past", "soon".</summary>
internal static class References
{
    public static DateReading? Read(DateScan scan, int at) => scan.Tokens[at].Kind switch
    {
        DateWordKind.Now => DateReading.Vague(at, at + 1, "PRESENT_REF"),
        DateWordKind.Shift when scan.Is(at, "current") => DateReading.Vague(at, at + 1, "PRESENT_REF"),
        DateWordKind.Recently => DateReading.Vague(at, at + 1, "PAST_REF"),
        DateWordKind.Recent => AfterRecent(scan, at),
        DateWordKind.Soon when scan.Is(at - 1, "as") || scan.Is(at + 1, "after") || IsTold(scan, at) => null,
        DateWordKind.Soon => DateReading.Vague(at, at + 1, "FUTURE_REF"),
        DateWordKind.Article when scan.Tokens[at].Value == 0 => AfterArticle(scan, at),
        _ => null,
    };

    /// <summary>"soon became", "was soon released": what is told as over is not to come.</summary>
    private static bool IsTold(DateScan scan, int at) =>
        scan.Tokens[at + 1].Kind is DateWordKind.PastVerb or DateWordKind.PastCue || scan.Word(at - 1) is "was" or "were" or "had";

    /// <summary>"recent years" is the past as a whole; "recent weeks" is how long, of unknown number.</summary>
    private static DateReading AfterRecent(DateScan scan, int at) => scan.Tokens[at + 1] switch
    {
        { Kind: DateWordKind.Unit, Value: Units.Year } => DateReading.Vague(at, at + 2, "PAST_REF"),
        { Kind: DateWordKind.Unit } unit => DateReading.Duration(at, at + 2, Units.Duration(null, unit.Value)),
        _ => DateReading.Vague(at, at + 1, "PAST_REF"),
    };

    private static DateReading? AfterArticle(DateScan scan, int at)
    {
        var word = scan.Is(at + 1, DateWordKind.Near) ? at + 2 : at + 1;
        if (scan.Is(word, DateWordKind.FuturePast) || (word > at + 1 && scan.Is(word, DateWordKind.Term)))
        {
            return DateReading.Vague(at, word + 1, "FUTURE_REF");
        }

        return scan.Is(at + 1, "past") && scan.Is(at - 1, DateWordKind.In)
            ? DateReading.Vague(at, at + 2, "PAST_REF")
            : null;
    }
}
