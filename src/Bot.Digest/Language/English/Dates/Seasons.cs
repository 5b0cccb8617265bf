using Bot.Digest.Language.Dates;

namespace Bot.Digest.Language.English.Dates;

/// <summary>"the summer", "the winter of 1994", "spring 2025".</summary>
internal static class Seasons
{
    private const int Autumn = 3;

    public static DateReading? Read(DateScan scan, int at)
    {
        var season = scan.Is(at, DateWordKind.Article, 0) ? at + 1 : at;
        if (!scan.Is(season, DateWordKind.Season))
        {
            return null;
        }

        var number = scan.Tokens[season].Value;
        var year = scan.Is(season + 1, DateWordKind.Of) ? season + 2 : season + 1;
        if (Years.Number(scan, year) is var (stated, end))
        {
            return DateReading.Date(at, end, CalendarPeriod.Season(stated, number), DateRules.Stated);
        }

        // "the fall of the government" and "springs" are no seasons: only what follows a preposition counts.
        var led = scan.Tokens[at - 1].Kind is DateWordKind.In or DateWordKind.Preposition or DateWordKind.Until
            or DateWordKind.Edge or DateWordKind.Approximate;
        return led && !scan.Is(season + 1, DateWordKind.Of) && (number != Autumn || scan.Is(at - 1, DateWordKind.In))
            ? DateReading.Date(at, season + 1, CalendarPeriod.Season(YearOf(scan, number, at), number), DateRules.Season)
            : null;
    }

    /// <summary>The last season that is over for "last", the next to begin for "next", this year's for "this".</summary>
    public static CalendarPeriod? Shifted(DateScan scan, int season, int by)
    {
        var today = scan.Today.From;
        var thisYear = CalendarPeriod.Season(today.Year, season);
        return by switch
        {
            < 0 => thisYear is { } ended && ended.To < today ? ended : thisYear?.Shift(-1),
            > 0 => thisYear is { } coming && coming.From > today ? coming : thisYear?.Shift(1),
            _ => thisYear,
        };
    }

    private static int YearOf(DateScan scan, int season, int at)
    {
        var today = scan.Today.From;
        var begun = season * 3 <= today.Month;
        return Tenses.Around(scan, at, at + 1) == Tense.Future || begun ? today.Year : today.Year - 1;
    }
}
