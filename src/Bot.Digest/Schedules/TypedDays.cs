using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Digest.Chat;

namespace Bot.Digest.Schedules;

/// <summary>Reads days of the week as people type them: "mon-fri", "tue, thu", "weekly", "weekly friday", "weekends", "daily".</summary>
public static partial class TypedDays
{
    /// <summary>One letter would be two days.</summary>
    private const int FewestLetters = 2;

    private static readonly Dictionary<string, WeekDays> _groups = new(StringComparer.OrdinalIgnoreCase)
    {
        ["daily"] = WeekDays.All,
        ["day"] = WeekDays.All,
        ["all"] = WeekDays.All,
        ["weekday"] = WeekDays.WorkingDays,
        ["workday"] = WeekDays.WorkingDays,
        ["weekend"] = WeekDays.Weekend,
    };

    public static Typed<WeekDays?> Read(string typed)
    {
        var words = Between().Split(TypedTimes.UpTo().Replace(typed.Trim(), "-")).Where(word => word.Length > 0).ToList();
        var isWeekly = words.RemoveAll(word => word.Equals("weekly", StringComparison.OrdinalIgnoreCase)) > 0;
        var days = WeekDays.None;
        foreach (var word in words)
        {
            if (Days(word) is not { } found)
            {
                return new(null, ScheduleWords.NotDays(word));
            }

            days |= found;
        }

        // A week of news is read at the beginning of the next.
        return days != WeekDays.None ? new(days)
            : isWeekly ? new(WeekDays.Monday)
            : new(null, ScheduleWords.NotDays(typed));
    }

    private static WeekDays? Days(string word) => word.Split('-') switch
    {
        [var name] when _groups.TryGetValue(name.TrimEnd('s', 'S'), out var group) => group,
        [var name] when Day(name) is { } one => WeekDay.Of(one),
        [var from, var to] when Day(from) is { } first && Day(to) is { } last => Range(first, last),
        _ => null,
    };

    /// <summary>"fri-mon" goes over the end of the week.</summary>
    private static WeekDays Range(DayOfWeek first, DayOfWeek last)
    {
        var days = WeekDay.Of(last);
        for (var day = first; day != last; day = (DayOfWeek)(((int)day + 1) % 7))
        {
            days |= WeekDay.Of(day);
        }

        return days;
    }

    /// <summary>By the reader's names of days, then by English ones; their beginnings do.</summary>
    private static DayOfWeek? Day(string word) => DayIn(CultureInfo.CurrentCulture, word) ?? DayIn(CultureInfo.InvariantCulture, word);

    private static DayOfWeek? DayIn(CultureInfo culture, string word)
    {
        var typed = word.TrimEnd('.');
        var fits = typed.Length < FewestLetters
            ? []
            : WeekDay.OfWeek.Where(day => Begins(culture, day, typed) || Begins(culture, day, typed.TrimEnd('s', 'S'))).ToList();
        return fits is [var one] ? one : null;
    }

    private static bool Begins(CultureInfo culture, DayOfWeek day, string typed) =>
        typed.Length >= FewestLetters
        && culture.CompareInfo.IsPrefix(culture.DateTimeFormat.GetDayName(day), typed, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace);

    [GeneratedRegex(@"[\s,;+&]+(?:(?:and|every|on)\b[\s,]*)?|^(?:every|on)\b\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between();
}
