namespace Bot.Digest.Language.Dates;

/// <summary>What the grammar read from one place on.</summary>
/// <param name="Start">Index of the first date token.</param>
/// <param name="End">Index after the last.</param>
internal readonly record struct DateReading(
    int Start, int End, TimexKind Kind, string Value, CalendarPeriod? Period, string Rule)
{
    public static DateReading Date(int start, int end, CalendarPeriod period, string rule) =>
        new(start, end, TimexKind.Date, period.Timex, period, rule);

    /// <summary>What looks like a date but is none that a calendar has: passed over whole, so that no part of it is taken for another day.</summary>
    public static DateReading Nothing(int start, int end) => new(start, end, TimexKind.Date, "", null, "");

    /// <summary>Null where the calendar does not reach so far.</summary>
    public static DateReading? Date(int start, int end, CalendarPeriod? period, string rule) =>
        period is { } known ? Date(start, end, known, rule) : null;

    /// <summary>A time on a day: <paramref name="time"/> is what follows the T ("16:00", "NI").</summary>
    public static DateReading Time(int start, int end, CalendarPeriod day, string time, string rule) =>
        new(start, end, TimexKind.Time, $"{day.Timex}T{time}", day, rule);

    /// <summary>PAST_REF, PRESENT_REF, FUTURE_REF.</summary>
    public static DateReading Vague(int start, int end, string reference) =>
        new(start, end, TimexKind.Date, reference, null, DateRules.Vague);

    public static DateReading Duration(int start, int end, string value) =>
        new(start, end, TimexKind.Duration, value, null, DateRules.Duration);

    public static DateReading Set(int start, int end, string value) =>
        new(start, end, TimexKind.Set, value, null, DateRules.Repeated);
}
