using Bot.Digest.Language.Dates;

namespace Bot.Digest.Language.English.Dates;

/// <summary>Business periods: "the third quarter of 2009", "third-quarter", "the year-ago quarter", "the 1988 period", "the first half of 1990", "fiscal 1989".</summary>
internal static class Quarters
{
    /// <summary>From the last day of a quarter back to its middle.</summary>
    private const int DaysToMiddle = 45;

    public static DateReading? Read(DateScan scan, int at)
    {
        var first = scan.Is(at, DateWordKind.Article, 0) ? at + 1 : at;
        first = first > at && scan.Is(first, DateWordKind.Same) ? first + 1 : first;
        if (first > at && InAnotherYear(scan, at, first) is { } compared)
        {
            return compared;
        }

        var token = scan.Tokens[first];
        switch (token.Kind)
        {
            case DateWordKind.Digits when Years.Number(scan, first) is var (year, end):
                return AfterYear(scan, at, end, year);
            case DateWordKind.Fiscal:
                return Fiscal(scan, at, first);
            case DateWordKind.Ordinal:
                return Numbered(scan, at, first);
            case DateWordKind.Latest when scan.Is(first + 1, DateWordKind.Period) || scan.Is(first + 1, "quarter"):
                return Current(scan, at, first + 2);
            case DateWordKind.Unit when scan.Tokens[first + 1] is { Joined: true, Kind: DateWordKind.Ago or DateWordKind.Earlier }:
                return YearAgo(scan, at, first + 2);
            case DateWordKind.Unit when first == at + 1 && scan.Is(first, "quarter"):
                return Ended(scan, at, first + 1) ?? Current(scan, at, first + 1);
            default:
                return null;
        }
    }

    /// <summary>What may follow a year: "['s] third quarter", "period", "second half".</summary>
    public static DateReading? AfterYear(DateScan scan, int start, int at, int year)
    {
        at = scan.Is(at, DateWordKind.Fiscal) ? at + 1 : at;
        if (scan.Is(at, DateWordKind.Ordinal) && scan.Is(at + 1, "quarter"))
        {
            return DateReading.Date(start, at + 2, Quarter(year, scan.Tokens[at].Value), DateRules.Stated);
        }

        // "the 1988 period": the same part of that year.
        return scan.Is(at, DateWordKind.Period) || scan.Is(at, "quarter")
            ? DateReading.Date(
                start, at + 1,
                scan.Quarter is { } current ? CalendarPeriod.Quarter(year, NumberOf(current)) : CalendarPeriod.Year(year),
                DateRules.FromContext)
            : null;
    }

    /// <summary>"the same period last year", "the quarter a year ago", "the corresponding month of 2008".</summary>
    private static DateReading? InAnotherYear(DateScan scan, int start, int at)
    {
        if (!scan.Is(at, DateWordKind.Period) && (!scan.Is(at, DateWordKind.Unit) || scan.Tokens[at].Value is not (Units.Month or Units.Quarter)))
        {
            return null;
        }

        var about = scan.Last is { Granularity: >= Granularity.Month and <= Granularity.HalfYear } last ? last : scan.Quarter;
        var year = YearAfter(scan, at + 1) ?? YearBack(scan, at + 1, (about ?? scan.Today).From.Year);
        return year is var (number, end)
            ? DateReading.Date(start, end, about?.InYear(number) ?? CalendarPeriod.Year(number), DateRules.FromContext)
            : null;
    }

    /// <summary>"a year ago", "a year earlier".</summary>
    private static (int Year, int End)? YearBack(DateScan scan, int at, int from) =>
        scan.Is(at, DateWordKind.Article, 1) && scan.Is(at + 1, "year") && scan.Tokens[at + 2].Kind is DateWordKind.Ago or DateWordKind.Earlier
            ? (from - 1, at + 3)
            : null;

    /// <summary>"the quarter ended July 31": the calendar's quarter that holds most of it.</summary>
    private static DateReading? Ended(DateScan scan, int start, int end) =>
        scan.Is(end, DateWordKind.Ended)
        && (CalendarDates.Read(scan, end + 1) ?? Weekdays.Read(scan, end + 1)) is { Period: { Granularity: Granularity.Day } day } last
        && day.Shift(-DaysToMiddle) is { } middle
            ? DateReading.Date(start, end, Units.Period(middle.From, Units.Quarter), last.Rule)
            : null;

    /// <summary>The quarter a year before the one that the text is about; null where it is about none.</summary>
    public static CalendarPeriod? YearBefore(DateScan scan) => scan.Quarter?.Shift(-4);

    private static DateReading? Fiscal(DateScan scan, int start, int at)
    {
        var next = scan.Is(at + 1, "year") ? at + 2 : at + 1;
        if (Years.Number(scan, next) is var (year, end))
        {
            return DateReading.Date(start, end, CalendarPeriod.Year(year), DateRules.Stated);
        }

        return scan.Is(at + 1, DateWordKind.Ordinal) ? Numbered(scan, start, at + 1) : null;
    }

    private static DateReading? Numbered(DateScan scan, int start, int at)
    {
        var number = scan.Tokens[at].Value;
        if (scan.Is(at + 1, DateWordKind.Half) && number <= 2)
        {
            return YearAfter(scan, at + 2) is var (halved, after)
                ? DateReading.Date(start, after, CalendarPeriod.HalfYear(halved, number), DateRules.Stated)
                : null;
        }

        if (!scan.Is(at + 1, "quarter"))
        {
            return null;
        }

        // "the third-quarter loss": only the words that date.
        start = scan.Tokens[at + 1].Joined ? at : start;
        return YearAfter(scan, at + 2) is var (year, end)
            ? DateReading.Date(start, end, Quarter(year, number), DateRules.Stated)
            : DateReading.Date(start, at + 2, Latest(scan, number, start, at + 2), DateRules.Quarter);
    }

    /// <summary>"of 2009", "of last year", "2009".</summary>
    private static (int Year, int End)? YearAfter(DateScan scan, int at)
    {
        var year = scan.Is(at, DateWordKind.Of) ? at + 1 : at;
        year = scan.Is(year, DateWordKind.Fiscal) ? year + 1 : year;
        return Years.Number(scan, year) ?? Years.Named(scan, at);
    }

    private static CalendarPeriod? Latest(DateScan scan, int number, int start, int end)
    {
        if (Quarter(scan.Today.From.Year, number) is not { } quarter)
        {
            return null;
        }

        var begun = quarter.From <= scan.Today.From;
        return begun || Tenses.Around(scan, start, end) == Tense.Future ? quarter : quarter.Shift(-4);
    }

    /// <summary>"the quarter", "the latest period": the one that the text is about, else the last complete one.</summary>
    private static DateReading? Current(DateScan scan, int start, int end) => DateReading.Date(
        start, end, scan.Quarter ?? Units.Period(scan.Today.From, Units.Quarter)?.Shift(-1), DateRules.Quarter);

    /// <summary>"year-ago", "the year-earlier third quarter".</summary>
    private static DateReading? YearAgo(DateScan scan, int start, int at)
    {
        var end = at;
        var before = YearBefore(scan) ?? Units.Period(scan.Today.From, Units.Year)?.Shift(-1);
        if (scan.Is(at, DateWordKind.Ordinal) && scan.Is(at + 1, "quarter"))
        {
            before = Latest(scan, scan.Tokens[at].Value, start, at)?.Shift(-4);
            end = at + 2;
        }
        else if (scan.Is(at, DateWordKind.Period) || scan.Is(at, "quarter"))
        {
            end = at + 1;
        }
        else if (scan.Is(start, DateWordKind.Article))
        {
            // "the year-ago results": only the words that date.
            start++;
        }

        return DateReading.Date(start, end, before, DateRules.Ago);
    }

    private static CalendarPeriod? Quarter(int year, int number) =>
        number is >= 1 and <= 4 ? CalendarPeriod.Quarter(year, number) : null;

    private static int NumberOf(CalendarPeriod quarter) => ((quarter.From.Month - 1) / 3) + 1;
}
