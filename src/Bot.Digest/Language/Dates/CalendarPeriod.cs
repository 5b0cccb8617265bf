using System.Globalization;

namespace Bot.Digest.Language.Dates;

/// <summary>What a date expression names: a day, or a period that calendars know.</summary>
public enum Granularity
{
    Day,
    Weekend,
    Week,
    Month,
    Season,
    Quarter,
    HalfYear,
    Year,
    Decade,
    Century,
}

/// <summary>A day or a period of the calendar. Weeks are those of ISO 8601; seasons are whole months, winter from December.</summary>
public readonly record struct CalendarPeriod
{
    /// <summary>Years beyond these are not dated: every neighbour of a period must exist too.</summary>
    private const int FirstYear = 2;

    private const int LastYear = 9997;

    private CalendarPeriod(DateOnly from, DateOnly to, Granularity granularity) =>
        (From, To, Granularity) = (from, to, granularity);

    public DateOnly From { get; }

    /// <summary>Last day.</summary>
    public DateOnly To { get; }

    public Granularity Granularity { get; }

    /// <summary>The value as TIMEX3 writes it: "2024-10-24", "2024-W43", "2024-W43-WE", "2024-10", "2024-Q4", "2024-FA", "2024-H2", "2024", "202", "20".</summary>
    public string Timex
    {
        get
        {
            var year = From.Year.ToString("0000", CultureInfo.InvariantCulture);
            return Granularity switch
            {
                Granularity.Day => Iso(From, "yyyy-MM-dd"),
                Granularity.Week => IsoWeek(),
                Granularity.Weekend => IsoWeek() + "-WE",
                Granularity.Month => Iso(From, "yyyy-MM"),
                Granularity.Season => $"{year}-{(From.Month / 3) switch { 1 => "SP", 2 => "SU", 3 => "FA", _ => "WI" }}",
                Granularity.Quarter => $"{year}-Q{((From.Month - 1) / 3) + 1}",
                Granularity.HalfYear => $"{year}-H{(From.Month / 7) + 1}",
                Granularity.Year => year,
                Granularity.Decade => year[..3],
                _ => year[..2],
            };
        }
    }

    public static CalendarPeriod Day(DateOnly day) => new(day, day, Granularity.Day);

    /// <summary>The day, null where the calendar has no such day.</summary>
    public static CalendarPeriod? Day(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? Day(new DateOnly(year, month, day))
            : null;

    /// <summary>The week, Monday to Sunday, that holds a day.</summary>
    public static CalendarPeriod Week(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new(monday, monday.AddDays(6), Granularity.Week);
    }

    /// <summary>Saturday and Sunday of the week that holds a day.</summary>
    public static CalendarPeriod Weekend(DateOnly day)
    {
        var sunday = Week(day).To;
        return new(sunday.AddDays(-1), sunday, Granularity.Weekend);
    }

    public static CalendarPeriod? Month(int year, int month) => Months(year, month, 1, Granularity.Month);

    /// <summary>1 spring, 2 summer, 3 autumn, 4 winter, which ends in the next year.</summary>
    public static CalendarPeriod? Season(int year, int season) => Months(year, season * 3, 3, Granularity.Season);

    public static CalendarPeriod? Quarter(int year, int quarter) => Months(year, (quarter * 3) - 2, 3, Granularity.Quarter);

    public static CalendarPeriod? HalfYear(int year, int half) => Months(year, (half * 6) - 5, 6, Granularity.HalfYear);

    public static CalendarPeriod? Year(int year) => Months(year, 1, 12, Granularity.Year);

    /// <summary>The ten years from the one that ends in 0.</summary>
    public static CalendarPeriod? Decade(int year) => Months(year - (year % 10), 1, 120, Granularity.Decade);

    /// <summary>The hundred years as they are counted ("the 20th century"), named by their first two digits.</summary>
    public static CalendarPeriod? Century(int number) => Months((number - 1) * 100, 1, 1200, Granularity.Century);

    /// <summary>The same kind of period, later or (negative) earlier; null beyond the calendar.</summary>
    public CalendarPeriod? Shift(int count)
    {
        // Long, so that "999999999 centuries ago" does not wrap round into a date.
        var year = From.Year + ((long)count * Granularity switch
        {
            Granularity.Decade => 10,
            Granularity.Century => 100,
            Granularity.Year or Granularity.Season => 1,
            _ => 0,
        });
        return Granularity switch
        {
            Granularity.Day => Days(From, count) is { } day ? Day(day) : null,
            Granularity.Week => Days(From, 7L * count) is { } week ? Week(week) : null,
            Granularity.Weekend => Days(From, 7L * count) is { } weekend ? Weekend(weekend) : null,
            Granularity.Month => ShiftMonths(count, 1),
            Granularity.Quarter => ShiftMonths(count, 3),
            Granularity.HalfYear => ShiftMonths(count, 6),
            _ when year is < FirstYear or > LastYear => null,
            Granularity.Season => Season((int)year, From.Month / 3),
            Granularity.Year => Year((int)year),
            Granularity.Decade => Decade((int)year),
            _ => Century(((int)year / 100) + 1),
        };
    }

    /// <summary>The same months of another year; the whole year for what is no part of one.</summary>
    public CalendarPeriod? InYear(int year) => Granularity switch
    {
        Granularity.Month => Month(year, From.Month),
        Granularity.Season => Season(year, From.Month / 3),
        Granularity.Quarter => Quarter(year, ((From.Month - 1) / 3) + 1),
        Granularity.HalfYear => HalfYear(year, (From.Month / 7) + 1),
        _ => Year(year),
    };

    private CalendarPeriod? ShiftMonths(int count, int length)
    {
        var month = (From.Year * 12L) + From.Month - 1 + ((long)count * length);
        return month is < FirstYear * 12 or > LastYear * 12
            ? null
            : Months((int)(month / 12), (int)(month % 12) + 1, length, Granularity);
    }

    private static CalendarPeriod? Months(int year, int month, int length, Granularity granularity)
    {
        if (year < FirstYear || year + (length / 12) > LastYear)
        {
            return null;
        }

        var from = new DateOnly(year, month, 1);
        return new(from, from.AddMonths(length).AddDays(-1), granularity);
    }

    private static DateOnly? Days(DateOnly from, long days)
    {
        var number = from.DayNumber + days;
        if (number < 0 || number > DateOnly.MaxValue.DayNumber)
        {
            return null;
        }

        var day = DateOnly.FromDayNumber((int)number);
        return day.Year is >= FirstYear and <= LastYear ? day : null;
    }

    private string IsoWeek()
    {
        var monday = From.AddDays(-(((int)From.DayOfWeek + 6) % 7)).ToDateTime(TimeOnly.MinValue);
        return $"{ISOWeek.GetYear(monday):0000}-W{ISOWeek.GetWeekOfYear(monday):00}";
    }

    private static string Iso(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
