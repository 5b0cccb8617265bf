using Bot.Digest.Language.Dates;

namespace Bot.Digest.Language.English.Dates;

/// <summary>"Christmas", "Christmas Eve", "Thanksgiving Day", "last Halloween": the nearest one, the last one after "last".</summary>
internal static class Holidays
{
    private const int Thanksgiving = 1100;

    public static DateReading? Read(DateScan scan, int at)
    {
        var holiday = scan.Is(at, DateWordKind.Shift) ? at + 1 : at;
        if (scan.Tokens[holiday] is not { Kind: DateWordKind.Holiday, Capital: true } token)
        {
            return null;
        }

        var last = scan.Is(holiday + 1, DateWordKind.Possessive) ? holiday + 2 : holiday + 1;
        var eve = scan.Is(last, DateWordKind.HolidayEve);
        var end = eve || (scan.Is(last, "day") && scan.Tokens[last].Capital) ? last + 1 : holiday + 1;
        if (Years.Number(scan, end) is var (year, yearEnd))
        {
            return DateReading.Date(at, yearEnd, Moved(InYear(year, token.Value), eve), DateRules.Stated);
        }

        if (scan.IsUnknownYear(end))
        {
            return DateReading.Nothing(at, end + 1);
        }

        var tense = holiday == at ? Tenses.Around(scan, at, at + 1) : TenseOf(scan.Tokens[at].Value);
        var day = token.Value == Thanksgiving
            ? NearestThanksgiving(scan, tense)
            : Nearest.Day(scan, token.Value / 100, token.Value % 100, tense);
        return DateReading.Date(at, end, Moved(day, eve), DateRules.Holiday);
    }

    private static CalendarPeriod? Moved(CalendarPeriod? day, bool eve) => eve ? day?.Shift(-1) : day;

    private static CalendarPeriod? InYear(int year, int holiday) =>
        holiday == Thanksgiving ? ThanksgivingOf(year) : CalendarPeriod.Day(year, holiday / 100, holiday % 100);

    private static Tense TenseOf(int shift) => shift switch
    {
        < 0 => Tense.Past,
        > 0 => Tense.Future,
        _ => Tense.Unknown,
    };

    /// <summary>The 25th of November is the middle of the week in which it can fall.</summary>
    private static CalendarPeriod? NearestThanksgiving(DateScan scan, Tense tense) =>
        Nearest.Day(scan, 11, 25, tense) is { } middle ? ThanksgivingOf(middle.From.Year) : null;

    /// <summary>The fourth Thursday of November, as the United States keep it.</summary>
    private static CalendarPeriod? ThanksgivingOf(int year)
    {
        var first = new DateOnly(year, 11, 1);
        var days = (((int)DayOfWeek.Thursday - (int)first.DayOfWeek + 7) % 7) + 21;
        return CalendarPeriod.Day(first).Shift(days);
    }
}
