using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Digest.Chat;

namespace Bot.Digest.Schedules;

/// <summary>Reads times of the day as people type them: "08:00,18:00", "8am and 6 pm", "8.30", "20h", "0830", "noon".</summary>
public static partial class TypedTimes
{
    private const int HoursOfDay = 24;
    private const int HoursOfHalf = 12;

    private static readonly HashSet<string> _nothing = new(["off", "none", "no"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The times of a cadence, the earliest first.</summary>
    public static Typed<IReadOnlyList<TimeOnly>> Read(string typed)
    {
        if (All(typed) is not { Count: > 0 } times)
        {
            return new(null, ScheduleWords.NotTimes(typed));
        }

        IReadOnlyList<TimeOnly> distinct = [.. times.Distinct().Order()];
        return distinct.Count > Cadence.MostTimes
            ? new(null, ScheduleWords.TooManyTimes(Cadence.MostTimes))
            : new(distinct);
    }

    /// <summary>"off", "none": takes back what was chosen before.</summary>
    public static bool IsNothing(string typed) => _nothing.Contains(typed.Trim());

    /// <summary>"22:00-07:00", "10pm to 7am"; "off" for none.</summary>
    public static Typed<QuietHours> ReadQuiet(string typed)
    {
        if (IsNothing(typed))
        {
            return default;
        }

        return UpTo().Split(typed.Trim()) is [var from, var to] && All(from) is [var begin] && All(to) is [var end] && begin != end
            ? new(new QuietHours(begin, end))
            : new(null, ScheduleWords.NotQuiet(typed));
    }

    /// <summary>In the order typed; null when something is no time.</summary>
    private static List<TimeOnly>? All(string typed)
    {
        var times = new List<TimeOnly>();
        var at = 0;
        for (var match = Time().Match(typed); match.Success; match = match.NextMatch())
        {
            if (One(match) is not { } time)
            {
                return null;
            }

            times.Add(time);
            at = match.Index + match.Length;
        }

        return typed.AsSpan(at).Trim(" ,;").IsEmpty ? times : null;
    }

    private static TimeOnly? One(Match match)
    {
        if (match.Groups["name"] is { Success: true } name)
        {
            return char.ToUpperInvariant(name.ValueSpan[0]) == 'N' ? new TimeOnly(HoursOfHalf, 0) : TimeOnly.MinValue;
        }

        var hour = int.Parse(match.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"] is { Success: true } typed ? int.Parse(typed.ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (match.Groups["half"] is { Success: true } half)
        {
            var isAfternoon = char.ToUpperInvariant(half.ValueSpan[0]) == 'P';
            // "18pm" can only mean 18.
            hour = hour is > 0 and <= HoursOfHalf ? (hour % HoursOfHalf) + (isAfternoon ? HoursOfHalf : 0)
                : hour < HoursOfDay && isAfternoon ? hour
                : -1;
        }

        // A day's end is the next one's beginning.
        hour = hour == HoursOfDay && minute == 0 ? 0 : hour;
        return hour is >= 0 and < HoursOfDay && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    [GeneratedRegex(
        @"\G[\s,;+&]*(and\s+)?((?<name>noon|midnight)|(?<hour>[0-9]{1,2})(\s?[:.h]\s?(?<minute>[0-9]{2})|(?<minute>[0-9]{2}))?\s?((?<half>[ap])\.?m\.?|h)?)(?![\p{L}0-9:])",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Time();

    [GeneratedRegex(@"\s*[-–—]\s*|\s+(?:to|until)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    internal static partial Regex UpTo();
}
