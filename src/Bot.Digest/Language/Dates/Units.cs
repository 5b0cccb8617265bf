using System.Globalization;

namespace Bot.Digest.Language.Dates;

/// <summary>Units of time, numbered as in the word list.</summary>
internal static class Units
{
    public const int Second = 1;
    public const int Minute = 2;
    public const int Hour = 3;
    public const int Day = 4;
    public const int Weekend = 5;
    public const int Week = 6;
    public const int Fortnight = 7;
    public const int Month = 8;
    public const int Quarter = 9;
    public const int Year = 10;
    public const int Decade = 11;
    public const int Century = 12;

    /// <summary>The period of that unit that holds a day; null for units that calendars do not number.</summary>
    public static CalendarPeriod? Period(DateOnly day, int unit) => unit switch
    {
        Day => CalendarPeriod.Day(day),
        Weekend => CalendarPeriod.Weekend(day),
        Week => CalendarPeriod.Week(day),
        Month => CalendarPeriod.Month(day.Year, day.Month),
        Quarter => CalendarPeriod.Quarter(day.Year, ((day.Month - 1) / 3) + 1),
        Year => CalendarPeriod.Year(day.Year),
        Decade => CalendarPeriod.Decade(day.Year),
        Century => CalendarPeriod.Century((day.Year / 100) + 1),
        _ => null,
    };

    /// <summary>The TIMEX3 value of a length: "P2W", "PT16H", "P2Y6M", "PXM" where the number is vague.</summary>
    public static string Duration(double? count, int unit)
    {
        var (factor, letter) = Letter(unit);
        var time = unit <= Hour ? "T" : "";
        if (count is not { } number)
        {
            return $"P{time}X{letter}";
        }

        number *= factor;
        var whole = Math.Floor(number);
        if (whole == number)
        {
            return string.Create(CultureInfo.InvariantCulture, $"P{time}{whole:0}{letter}");
        }

        return (unit, number - whole) switch
        {
            (Year, 0.5) => string.Create(CultureInfo.InvariantCulture, $"P{Whole(whole, letter)}6M"),
            (Hour, 0.5) => string.Create(CultureInfo.InvariantCulture, $"PT{Whole(whole, letter)}30M"),
            (Minute, 0.5) => string.Create(CultureInfo.InvariantCulture, $"PT{Whole(whole, letter)}30S"),
            _ => string.Create(CultureInfo.InvariantCulture, $"P{time}{number:0.#}{letter}"),
        };
    }

    private static string Whole(double count, string letter) =>
        count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{count:0}{letter}");

    private static (int Factor, string Letter) Letter(int unit) => unit switch
    {
        Second => (1, "S"),
        Minute => (1, "M"),
        Hour => (1, "H"),
        Day => (1, "D"),
        Weekend => (1, "WE"),
        Week => (1, "W"),
        Fortnight => (2, "W"),
        Month => (1, "M"),
        Quarter => (1, "Q"),
        Year => (1, "Y"),
        Decade => (10, "Y"),
        Century => (100, "Y"),
        _ => (1000, "Y"),
    };
}
