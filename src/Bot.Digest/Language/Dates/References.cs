namespace Bot.Digest.Language.Dates;

/// <summary>Words that point to the past, the present or the future without a date: "now", "recently", "in the past", "soon".</summary>
internal static class References
{
    public static DateReading? Read(DateScan scan, int at) => scan.Tokens[at].Kind switch
    {
        DateWordKind.Now => DateReading.Vague(at, at + 1, "PRESENT_REF"),
        DateWordKind.Shift when scan.Is(at, "current") => DateReading.Vague(at, at + 1, "PRESENT_REF"),
        DateWordKind.Recently => DateReading.Vague(at, at + 1, "PAST_REF"),
        DateWordKind.Recent => DateReading.Vague(at, scan.Is(at + 1, DateWordKind.Unit) ? at + 2 : at + 1, "PAST_REF"),
        DateWordKind.Soon => DateReading.Vague(at, at + 1, "FUTURE_REF"),
        DateWordKind.FuturePast => DateReading.Vague(at, at + 1, "FUTURE_REF"),
        DateWordKind.Article when scan.Tokens[at].Value == 0 => AfterArticle(scan, at),
        _ => null,
    };

    private static DateReading? AfterArticle(DateScan scan, int at)
    {
        if (scan.Is(at + 1, DateWordKind.FuturePast))
        {
            return DateReading.Vague(at, at + 2, "FUTURE_REF");
        }

        return scan.Is(at + 1, "past") && scan.Is(at - 1, DateWordKind.In)
            ? DateReading.Vague(at, at + 2, "PAST_REF")
            : null;
    }
}
