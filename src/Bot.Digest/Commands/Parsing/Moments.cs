using System.Globalization;

namespace Bot.Digest.Commands.Parsing;

/// <summary>Reads "7d", "2w", "2024", "2024-10", "2024-10-24", "24.10.2024".</summary>
internal static class Moments
{
    private static readonly string[] DayFormats = ["yyyy-M-d", "d.M.yyyy"];

    /// <summary>Years outside of these are slips of the hand; a margin keeps every zone's clock inside of the calendar.</summary>
    private const int FirstYear = 1000;

    private const int LastYear = 9000;

    /// <summary>Null when the words are none of these, or no day that exists.</summary>
    public static Moment? Read(string typed, DateOnly today) =>
        (Ago(typed, today) ?? Period(typed)) is { From.Year: >= FirstYear and <= LastYear } moment ? moment : null;

    private static Moment? Ago(string typed, DateOnly today)
    {
        var days = char.ToUpperInvariant(typed[^1]) switch { 'D' => 1, 'W' => 7, _ => 0 };
        if (days == 0
            || !int.TryParse(typed.AsSpan(0, typed.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || (long)count * days >= today.DayNumber)
        {
            return null;
        }

        var day = today.AddDays(-count * days);
        return new Moment(day, day, typed);
    }

    private static Moment? Period(string typed)
    {
        var culture = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(typed, DayFormats, culture, DateTimeStyles.None, out var day))
        {
            return new Moment(day, day, typed);
        }

        if (DateOnly.TryParseExact(typed, "yyyy-M", culture, DateTimeStyles.None, out var month))
        {
            return new Moment(month, new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month)), typed);
        }

        return DateOnly.TryParseExact(typed, "yyyy", culture, DateTimeStyles.None, out var year)
            ? new Moment(year, new DateOnly(year.Year, 12, 31), typed)
            : null;
    }
}
