using Bot.Digest.Language.Dates;

namespace Bot.Digest.Language.English.Dates;

/// <summary>Days by their weekday or by their distance from publication: "Friday", "Monday morning", "yesterday", "tonight".</summary>
internal static class Weekdays
{
    public static DateReading? Read(DateScan scan, int at)
    {
        var token = scan.Tokens[at];
        return token.Kind switch
        {
            DateWordKind.Weekday when IsWeekday(scan, at) && IsPlural(scan, at + 1) =>
                DateReading.Set(at, at + 2, $"XXXX-WXX-{token.Value}T{DayPart(scan, at + 1)}"),
            DateWordKind.Weekday when IsWeekday(scan, at) => token.End - token.Start > 6 && scan.Word(at)[^1] == 's'
                ? DateReading.Set(at, at + 1, $"XXXX-WXX-{token.Value}")
                : Bare(scan, at),
            DateWordKind.Day => scan.Today.Shift(token.Value) is { } day
                ? PartOfDay(scan, at, at + 1, day, DateRules.RelativeDay)
                : null,
            DateWordKind.Tonight => DateReading.Time(at, at + 1, scan.Today, "NI", DateRules.RelativeDay),
            DateWordKind.DayPart when !IsPlural(scan, at) && IsOfKnownDay(scan, at) => KnownDay(scan, at),
            _ => null,
        };
    }

    /// <summary>Weekdays are capitalised; the short forms that are also words or names ("Sun", "Sat", "Wed") need their full stop.</summary>
    public static bool IsWeekday(DateScan scan, int at)
    {
        var token = scan.Tokens[at];
        return token is { Kind: DateWordKind.Weekday, Capital: true }
            && (token.End - token.Start >= 6 || scan.Word(at)[^1] == '.')
            && !scan.Is(at - 1, "Black");
    }

    /// <summary>The day, or the time where a part of it follows ("Friday morning").</summary>
    public static DateReading PartOfDay(DateScan scan, int start, int end, CalendarPeriod day, string rule) =>
        scan.Is(end, DateWordKind.DayPart) && !IsPlural(scan, end)
            ? DateReading.Time(start, end + 1, day, DayPart(scan, end), rule)
            : DateReading.Date(start, end, day, rule);

    /// <summary>How TIMEX3 writes a part of the day.</summary>
    public static string DayPart(DateScan scan, int at) => scan.Tokens[at].Value switch
    {
        1 => "MO",
        3 => "AF",
        4 => "EV",
        _ => "NI",
    };

    /// <summary>"Tuesday nights".</summary>
    private static bool IsPlural(DateScan scan, int at) => scan.Is(at, DateWordKind.DayPart) && scan.Word(at)[^1] == 's';

    /// <summary>"by mid-afternoon", and not "late-night hosts", which says what kind they are.</summary>
    private static bool IsOfKnownDay(DateScan scan, int at) =>
        scan.Is(at - 1, DateWordKind.Edge) && (scan.Tokens.Text[scan.Tokens[at].Start - 1] != '-' || scan.Is(at - 1, "mid"));

    /// <summary>The day is named behind it ("mid-afternoon yesterday") or known from before.</summary>
    private static DateReading KnownDay(DateScan scan, int at)
    {
        var named = scan.Tokens[at + 1].Kind is DateWordKind.Day or DateWordKind.Weekday ? Read(scan, at + 1) : null;
        return named is { Kind: TimexKind.Date, Period: { } day } found
            ? DateReading.Time(at, found.End, day, DayPart(scan, at), found.Rule)
            : DateReading.Time(at, at + 1, scan.LastDay, DayPart(scan, at), DateRules.FromContext);
    }

    private static DateReading? Bare(DateScan scan, int at)
    {
        var tense = Tenses.Around(scan, at, at + 1);
        if (Nearest.Weekday(scan, scan.Tokens[at].Value, tense) is not { } day)
        {
            return null;
        }

        var rule = day.From > scan.Today.From ? DateRules.WeekdayFuture : DateRules.WeekdayPast;
        return PartOfDay(scan, at, at + 1, day, rule);
    }
}
