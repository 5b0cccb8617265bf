using System.Globalization;

namespace Bot.Digest.Chat;

/// <summary>Days as they are said: "14 May", with the year when it is not the current one.</summary>
public static class DayWords
{
    public static string Of(DateOnly day, DateOnly today) =>
        day.ToString(day.Year == today.Year ? Words.DayPattern : Words.DayYearPattern, CultureInfo.CurrentCulture);

    /// <summary>"Tuesday 14 May".</summary>
    public static string WithWeekday(DateOnly day, DateOnly today) =>
        day.ToString(Words.WeekdayPattern, CultureInfo.CurrentCulture) + " " + Of(day, today);

    /// <summary>"Tue 14 May".</summary>
    public static string AfterWeekday(DateOnly day, DateOnly today) =>
        day.ToString(Words.ShortWeekdayPattern, CultureInfo.CurrentCulture) + " " + Of(day, today);

    /// <summary>"14 May (Tue)".</summary>
    public static string ShortWeekday(DateOnly day, DateOnly today) =>
        $"{Of(day, today)} ({day.ToString(Words.ShortWeekdayPattern, CultureInfo.CurrentCulture)})";

    /// <summary>"08:00".</summary>
    public static string Time(TimeOnly time) => time.ToString(Words.TimePattern, CultureInfo.CurrentCulture);
}
