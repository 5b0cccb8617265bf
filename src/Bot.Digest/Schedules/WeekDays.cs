namespace Bot.Digest.Schedules;

/// <summary>Days of the week on which a digest goes out.</summary>
[Flags]
public enum WeekDays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    WorkingDays = Monday | Tuesday | Wednesday | Thursday | Friday,
    Weekend = Saturday | Sunday,
    All = WorkingDays | Weekend,
}

/// <summary>Days of the week one by one: the week begins on Monday (ISO 8601).</summary>
public static class WeekDay
{
    /// <summary>Monday to Sunday.</summary>
    public static readonly IReadOnlyList<DayOfWeek> OfWeek = [.. Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7))];

    public static WeekDays Of(DayOfWeek day) => (WeekDays)(1 << (((int)day + 6) % 7));

    public static bool Has(this WeekDays days, DayOfWeek day) => (days & Of(day)) != 0;
}
