using Bot.Digest.Language.Dates;

namespace Bot.Digest.Language.German.Dates;

/// <summary>Days and periods by their distance: "gestern", "vergangene Woche", "kommenden Dienstag", "vor drei Tagen", "im Sommer".</summary>
internal static class GermanPeriods
{
    /// <summary>"heute", "gestern"; "morgen" is a part of the day behind another day or an article.</summary>
    public static DateReading? OfDay(DateScan scan, int at)
    {
        var isPart = scan.Tokens[at].Value == 1 && (scan.Tokens[at].Capital || scan.Tokens[at - 1].Kind is DateWordKind.Day or DateWordKind.Article or DateWordKind.Weekday);
        return isPart ? null : DateReading.Date(at, at + 1, scan.Today.Shift(scan.Tokens[at].Value), DateRules.RelativeDay);
    }

    public static DateReading? Shifted(DateScan scan, int at)
    {
        var (by, what) = (scan.Tokens[at].Value, scan.Tokens[at + 1]);
        return what.Kind switch
        {
            // "letztes letztes Jahr" tells nothing.
            DateWordKind.Shift => DateReading.Nothing(at, at + 3),
            DateWordKind.Weekday => DateReading.Date(at, at + 2, Weekday(scan, what.Value, by), DateRules.WeekdayShifted),
            DateWordKind.Unit when what.Value >= Units.Weekend && IsSingular(scan, at + 1) =>
                DateReading.Date(at, at + 2, Units.Period(scan.Today.From, what.Value)?.Shift(by), DateRules.RelativePeriod),
            DateWordKind.Month => DateReading.Date(at, at + 2, Month(scan, what.Value, by), DateRules.RelativePeriod),
            _ => null,
        };
    }

    /// <summary>"vor drei Tagen", "vor einer Woche".</summary>
    public static DateReading? Ago(DateScan scan, int at)
    {
        var (number, unit) = (scan.Tokens[at + 1], scan.Tokens[at + 2]);
        if (number.Kind is not (DateWordKind.Digits or DateWordKind.Cardinal) || unit.Kind != DateWordKind.Unit || unit.Value < Units.Day || number.Value > 1000)
        {
            return null;
        }

        return DateReading.Date(at, at + 3, Units.Period(scan.Today.From, unit.Value)?.Shift(-number.Value), DateRules.Ago);
    }

    public static DateReading? OfSeason(DateScan scan, int at)
    {
        if (!scan.Tokens[at].Capital)
        {
            return null;
        }

        if (GermanCalendar.YearAt(scan, at + 1) is { } year)
        {
            return DateReading.Date(at, at + 2, CalendarPeriod.Season(year, scan.Tokens[at].Value), DateRules.Stated);
        }

        return scan.Is(at - 1, DateWordKind.Of)
            ? DateReading.Date(at, at + 1, CalendarPeriod.Season(scan.Today.From.Year, scan.Tokens[at].Value), DateRules.Season)
            : null;
    }

    private static bool IsSingular(DateScan scan, int at) => scan.Word(at) is not ("Wochen" or "Monate" or "Monaten" or "Jahre" or "Jahren" or "Tage" or "Tagen");

    private static CalendarPeriod? Weekday(DateScan scan, int weekday, int by)
    {
        var ago = (((int)scan.Today.From.DayOfWeek + 7) - weekday) % 7;
        return by switch
        {
            < 0 => scan.Today.Shift(ago == 0 ? -7 : -ago),
            > 0 => scan.Today.Shift(7 - ago),
            _ => CalendarPeriod.Day(CalendarPeriod.Week(scan.Today.From).From).Shift(weekday - 1),
        };
    }

    private static CalendarPeriod? Month(DateScan scan, int month, int by)
    {
        var today = scan.Today.From;
        var year = by < 0 && month >= today.Month ? today.Year - 1 : by > 0 && month <= today.Month ? today.Year + 1 : today.Year;
        return CalendarPeriod.Month(year, month);
    }
}
