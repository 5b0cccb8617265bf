using System.Globalization;
using Bot.Digest.Chat;

namespace Bot.Digest.Schedules;

/// <summary>A schedule in words: "every day at 08:00 and 18:00, Berlin time".</summary>
public static class ScheduleText
{
    /// <summary>What names of zones at a fixed distance from UTC begin with; the sign behind it is turned around.</summary>
    private const string Fixed = "GMT";

    public static string Of(Schedule schedule)
    {
        var times = Listed([.. schedule.Cadence.Times.Select(DayWords.Time)]);
        var days = schedule.Cadence.Days & WeekDays.All;
        var when = days switch
        {
            WeekDays.All => ScheduleWords.EveryDay(times),
            WeekDays.WorkingDays => ScheduleWords.OnDays(Words.FromTo(Name(DayOfWeek.Monday), Name(DayOfWeek.Friday)), times),
            _ when int.PopCount((int)days) == 1 => ScheduleWords.Weekly(Names(days)[0], times),
            _ => ScheduleWords.OnDays(Listed(Names(days)), times),
        };
        var told = ScheduleWords.InZone(when, City(schedule.Zone));
        return schedule.Quiet is { } quiet ? ScheduleWords.Silent(told, DayWords.Time(quiet.From), DayWords.Time(quiet.To)) : told;
    }

    /// <summary>The city that a zone is named after: "Buenos Aires"; "UTC+2" where it is none.</summary>
    public static string City(string zone)
    {
        var city = zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
        return city.StartsWith(Fixed, StringComparison.Ordinal) && city.Length > Fixed.Length
            ? ScheduleWords.FromUtc((city[Fixed.Length] == '-' ? "+" : "−") + city[(Fixed.Length + 1)..])
            : city;
    }

    private static List<string> Names(WeekDays days) => [.. WeekDay.OfWeek.Where(day => days.Has(day)).Select(Name)];

    private static string Name(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day);

    private static string Listed(List<string> items) => items is [.. var first, var last] && first.Count > 0
        ? ScheduleWords.And(string.Join(", ", first), last)
        : items[0];
}
