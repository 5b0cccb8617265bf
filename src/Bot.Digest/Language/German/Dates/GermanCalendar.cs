using Bot.Digest.Language.Dates;

namespace Bot.Digest.Language.German.Dates;

/// <summary>Days and months by their names: "3. Mai 2026", "Dienstag, dem 3. Mai", "im Mai", "Ende Mai 2026", "2019", "am Dienstag".</summary>
internal static class GermanCalendar
{
    public static DateReading? Read(DateScan scan, int at) => scan.Tokens[at].Kind switch
    {
        DateWordKind.WholeDate => Whole(scan, at),
        DateWordKind.Month when scan.Tokens[at].Capital => OfMonth(scan, at),
        DateWordKind.Digits => DayMonth(scan, at, at) ?? OfYear(scan, at),
        _ => null,
    };

    /// <summary>A weekday, with the date behind it where there is one; "kommenden Dienstag" is read from its adjective.</summary>
    public static DateReading? FromWeekday(DateScan scan, int at)
    {
        if (!scan.Tokens[at].Capital)
        {
            return null;
        }

        var next = scan.Is(at + 1, DateWordKind.Comma) ? at + 2 : at + 1;
        next = scan.Is(next, DateWordKind.Article) ? next + 1 : next;
        if (scan.Is(next, DateWordKind.Digits) && DayMonth(scan, at, next) is { } dated)
        {
            return dated;
        }

        return Nearest.Weekday(scan, scan.Tokens[at].Value, GermanTenses.Around(scan, at, at + 1)) is { } day
            ? DateReading.Date(at, at + 1, day, day.From > scan.Today.From ? DateRules.WeekdayFuture : DateRules.WeekdayPast)
            : null;
    }

    private static DateReading? Whole(DateScan scan, int at)
    {
        var value = scan.Tokens[at].Value;
        return DateReading.Date(at, at + 1, CalendarPeriod.Day(value / 10000, value / 100 % 100, value % 100), DateRules.Stated);
    }

    /// <summary>"3. Mai", with its year where one follows.</summary>
    private static DateReading? DayMonth(DateScan scan, int start, int at)
    {
        var (day, month) = (scan.Tokens[at], scan.Tokens[at + 2]);
        if (day.End - day.Start > 2 || !scan.Is(at + 1, DateWordKind.Stop) || month.Kind != DateWordKind.Month || !month.Capital)
        {
            return null;
        }

        if (YearAt(scan, at + 3) is { } year)
        {
            // "30. Februar 2024": the month is said, whatever the day.
            var stated = CalendarPeriod.Day(year, month.Value, day.Value) ?? CalendarPeriod.Month(year, month.Value);
            return DateReading.Date(start, at + 4, stated, DateRules.Stated);
        }

        if (scan.IsUnknownYear(at + 3))
        {
            return DateReading.Nothing(start, at + 4);
        }

        var tense = GermanTenses.Around(scan, start, at + 3);
        return DateReading.Date(start, at + 3, Nearest.Day(scan, month.Value, day.Value, tense), DateRules.MonthDay)
            ?? DateReading.Nothing(start, at + 3);
    }

    private static DateReading? OfMonth(DateScan scan, int at)
    {
        var start = scan.Is(at - 1, DateWordKind.Edge) ? at - 1 : at;
        if (YearAt(scan, at + 1) is { } year)
        {
            return DateReading.Date(start, at + 2, CalendarPeriod.Month(year, scan.Tokens[at].Value), DateRules.Stated);
        }

        // "Frau Mai", "August sagte": alone a month needs a word that leads to it.
        return start < at || scan.Tokens[at - 1].Kind is DateWordKind.Of or DateWordKind.In or DateWordKind.Until
            ? DateReading.Date(start, at + 1, Nearest.Month(scan, scan.Tokens[at].Value, GermanTenses.Around(scan, at, at + 1)), DateRules.Month)
            : null;
    }

    /// <summary>"im Jahr 2019", "seit 2019", "Ende 2019".</summary>
    private static DateReading? OfYear(DateScan scan, int at)
    {
        var led = scan.Is(at - 1, DateWordKind.Unit, Units.Year) || scan.Tokens[at - 1].Kind is DateWordKind.Edge or DateWordKind.In or DateWordKind.Until or DateWordKind.Season;
        return led && YearAt(scan, at) is { } year && !scan.Is(at + 1, DateWordKind.Unit)
            ? DateReading.Date(at, at + 1, CalendarPeriod.Year(year), DateRules.Stated)
            : null;
    }

    /// <summary>Four figures that are a year, not an amount.</summary>
    internal static int? YearAt(DateScan scan, int at) =>
        scan.Is(at, DateWordKind.Digits) && scan.Tokens[at].Value is >= 1500 and <= 2199 && !scan.Is(at + 1, DateWordKind.Era) ? scan.Tokens[at].Value : null;
}
