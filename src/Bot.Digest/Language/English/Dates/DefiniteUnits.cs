using Bot.Digest.Language.Dates;

namespace Bot.Digest.Language.English.Dates;

/// <summary>"the week", "the weekend", "year-end", "the week of March 6": periods that the text takes as known.</summary>
internal static class DefiniteUnits
{
    public static DateReading? Read(DateScan scan, int at)
    {
        if (scan.Is(at, DateWordKind.Unit))
        {
            return YearEnd(scan, at);
        }

        if (!scan.Is(at, DateWordKind.Article, 0))
        {
            return null;
        }

        var first = at + 1;
        while (first < at + 3 && scan.Tokens[first].Kind is DateWordKind.Filler or DateWordKind.Fiscal or DateWordKind.Latest)
        {
            first++;
        }

        if (!scan.Is(first, DateWordKind.Unit) || scan.Word(first)[^1] == 's')
        {
            return null;
        }

        return first == at + 1 ? Known(scan, at) : WholeYear(scan, at, first);
    }

    /// <summary>"the full year", "the fiscal year".</summary>
    private static DateReading? WholeYear(DateScan scan, int at, int unit)
    {
        if (scan.Tokens[unit].Value != Units.Year)
        {
            return null;
        }

        if (scan.Is(unit + 1, DateWordKind.Ended))
        {
            return DateReading.Duration(at, unit + 1, "P1Y");
        }

        // Results of "the full year" are told with those of its last quarter, mostly in the year after.
        return scan.Quarter is { } quarter && scan.Is(unit - 1, DateWordKind.Filler)
            ? DateReading.Date(at, unit + 1, CalendarPeriod.Year(quarter.From.Year), DateRules.FromContext)
            : DateReading.Date(at, unit + 1, CalendarPeriod.Year(scan.Today.From.Year), DateRules.RelativePeriod);
    }

    private static DateReading? Known(DateScan scan, int at)
    {
        var unit = scan.Tokens[at + 1].Value;
        if (unit == Units.Week && scan.Is(at + 2, DateWordKind.Of)
            && CalendarDates.Read(scan, at + 3) is { Period: { Granularity: Granularity.Day } day } of)
        {
            return DateReading.Date(at, of.End, CalendarPeriod.Week(day.From), of.Rule);
        }

        return unit switch
        {
            Units.Day when DaysAway(scan, at + 2) is var days and not 0 =>
                DateReading.Date(at, at + 4, scan.Today.Shift(days), DateRules.RelativeDay),

            // "later in the day", "ending the day".
            Units.Day when scan.Tokens[at - 1].Kind is DateWordKind.In or DateWordKind.Ended or DateWordKind.Edge =>
                DateReading.Date(at, at + 2, scan.LastDay, DateRules.FromContext),
            Units.Weekend => DateReading.Date(at, at + 2, WeekendNear(scan, at), DateRules.RelativePeriod),
            Units.Year when scan.Is(at + 2, DateWordKind.Ended) => DateReading.Duration(at, at + 2, "P1Y"),
            Units.Year when scan.Last is { } last && IsBefore(scan, at + 2) =>
                DateReading.Date(at, at + 3, CalendarPeriod.Year(last.From.Year - 1), DateRules.FromContext),
            // "the year 9999" is none that is dated.
            Units.Year when !scan.Is(at + 2, DateWordKind.Digits) =>
                DateReading.Date(at, at + 2, CalendarPeriod.Year(scan.Today.From.Year), DateRules.RelativePeriod),
            _ => null,
        };
    }

    /// <summary>"before yesterday", "after tomorrow"; 0 for anything else.</summary>
    private static int DaysAway(DateScan scan, int at) =>
        scan.Is(at, "before") && scan.Is(at + 1, DateWordKind.Day, -1) ? -2
        : scan.Is(at, "after") && scan.Is(at + 1, DateWordKind.Day, 1) ? 2
        : 0;

    /// <summary>"the year before", "the year previous", with nothing after it that it would be before.</summary>
    private static bool IsBefore(DateScan scan, int at) =>
        (scan.Is(at, "before") || scan.Is(at, "previous") || scan.Is(at, DateWordKind.Earlier))
        && scan.Tokens[at + 1].Kind is DateWordKind.Stop or DateWordKind.Comma;

    /// <summary>The one that is over or running; the coming one in a sentence about the future.</summary>
    private static CalendarPeriod? WeekendNear(DateScan scan, int at)
    {
        var weekend = CalendarPeriod.Weekend(scan.Today.From);
        return weekend.From <= scan.Today.From || Tenses.Around(scan, at, at + 2) == Tense.Future ? weekend : weekend.Shift(-1);
    }

    /// <summary>"year-end", "year's end".</summary>
    private static DateReading? YearEnd(DateScan scan, int at)
    {
        var end = scan.Is(at + 1, DateWordKind.Possessive) ? at + 2 : at + 1;
        return scan.Is(at, "year") && scan.Is(end, "end")
            ? DateReading.Date(at, end + 1, CalendarPeriod.Year(scan.Today.From.Year), DateRules.RelativePeriod)
            : null;
    }
}
