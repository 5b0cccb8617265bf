using Bot.Digest.Language.Dates;

namespace Bot.Digest.Language.English.Dates;

/// <summary>Times of day: "10 p.m. Wednesday", "16:15 UTC", "noon Thursday", "6pm".</summary>
internal static class ClockTimes
{
    public static DateReading? Read(DateScan scan, int at)
    {
        if (TimeAt(scan, at) is not var (minutes, end))
        {
            return null;
        }

        var utc = scan.Is(end, DateWordKind.Zone, 1);
        end = scan.Is(end, DateWordKind.Zone) ? end + 1 : end;
        var (day, after) = DayBeside(scan, end);
        var time = $"{minutes / 60:00}:{minutes % 60:00}{(utc ? "Z" : "")}";
        return DateReading.Time(at, after, day, time, DateRules.Clock);
    }

    /// <summary>Minutes since midnight and where the time ends.</summary>
    private static (int Minutes, int End)? TimeAt(DateScan scan, int at)
    {
        var token = scan.Tokens[at];
        return token.Kind switch
        {
            DateWordKind.ClockWord => (token.Value, at + 1),
            DateWordKind.ClockDigits when scan.Is(at + 1, DateWordKind.Meridiem) => (TwelveHours(scan, token.Value, at + 1), at + 2),
            DateWordKind.ClockDigits when IsClock(scan, at) => (token.Value, at + 1),
            DateWordKind.Digits when token.Value is >= 1 and <= 12 && scan.Is(at + 1, DateWordKind.Meridiem) =>
                (TwelveHours(scan, token.Value * 60, at + 1), at + 2),
            DateWordKind.Noon => (token.Value * 60, at + 1),
            _ => null,
        };
    }

    private static int TwelveHours(DateScan scan, int minutes, int meridiem) =>
        (minutes % 720) + (scan.Tokens[meridiem].Value * 60);

    /// <summary>Figures with a colon are also scores and verses: a zone, a day or a preposition must stand beside them.</summary>
    private static bool IsClock(DateScan scan, int at) =>
        scan.Is(at + 1, DateWordKind.Zone) || scan.FollowsPreposition(at)
        || scan.Tokens[at - 1].Kind is DateWordKind.At or DateWordKind.Approximate or DateWordKind.And;

    /// <summary>The day that follows belongs to the time ("noon Thursday"); after a comma it only tells which day is meant.</summary>
    private static (CalendarPeriod Day, int End) DayBeside(DateScan scan, int end)
    {
        var comma = scan.Is(end, DateWordKind.Comma);
        var at = comma || scan.Tokens[end].Kind is DateWordKind.Preposition ? end + 1 : end;
        var reading = CalendarDates.Read(scan, at) ?? Weekdays.Read(scan, at);
        return reading is { Period: { Granularity: Granularity.Day } day } found
            ? (day, at == end ? found.End : end)
            : (scan.LastDay, end);
    }
}
