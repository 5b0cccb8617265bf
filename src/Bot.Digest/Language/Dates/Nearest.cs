namespace Bot.Digest.Language.Dates;

/// <summary>Which of the possible years or weeks is meant where the text names none.</summary>
internal static class Nearest
{
    /// <summary>Days by which the tense outweighs nearness; without a tense the past is a little nearer, as news tells what was.</summary>
    private const int DaysForTense = 120;

    private const int DaysForNone = 40;

    /// <summary>More than any year has: what is told as over is never put ahead.</summary>
    private const int DaysForOver = 367;

    /// <summary>The same in months, for a month named alone.</summary>
    private const int MonthsForOver = 24;

    private const int MonthsForTense = 6;

    private const int MonthsForNone = 6;

    /// <summary>The year that puts the day nearest to publication.</summary>
    /// <param name="isOver">The clause tells that it took place on that day.</param>
    public static CalendarPeriod? Day(DateScan scan, int month, int day, Tense tense, bool isOver = false)
    {
        var forTense = isOver ? DaysForOver : DaysForTense;
        CalendarPeriod? nearest = null;
        var least = int.MaxValue;
        var today = scan.Today.From;
        for (var year = today.Year - 1; year <= today.Year + 1; year++)
        {
            if (CalendarPeriod.Day(year, month, day) is { } candidate)
            {
                var distance = Distance(candidate.From.DayNumber - today.DayNumber, tense, forTense, DaysForNone);
                (nearest, least) = distance < least ? (candidate, distance) : (nearest, least);
            }
        }

        return nearest;
    }

    /// <summary>The last month of that name up to publication, or the next one.</summary>
    /// <param name="isOver">The clause tells that it took place in that month.</param>
    public static CalendarPeriod? Month(DateScan scan, int month, Tense tense, bool isOver = false)
    {
        var past = -((scan.Today.From.Month - month + 12) % 12);
        var behind = Distance(past, tense, MonthsForTense, MonthsForNone);
        var ahead = isOver ? MonthsForOver : Distance(past + 12, tense, MonthsForTense, MonthsForNone);
        return CalendarPeriod.Month(scan.Today.From.Year, scan.Today.From.Month)?.Shift(behind <= ahead ? past : past + 12);
    }

    /// <summary>Today where it is that weekday; otherwise the last one, or the next one in a sentence about the future.</summary>
    /// <param name="weekday">1 Monday to 7 Sunday.</param>
    public static CalendarPeriod? Weekday(DateScan scan, int weekday, Tense tense)
    {
        var ago = (((int)scan.Today.From.DayOfWeek + 7) - weekday) % 7;
        return scan.Today.Shift(ago > 0 && tense == Tense.Future ? 7 - ago : -ago);
    }

    private static int Distance(int offset, Tense tense, int forTense, int forNone) => Math.Abs(offset) + tense switch
    {
        Tense.Future => offset < 0 ? forTense : 0,
        Tense.Past => offset > 0 ? forTense : 0,
        _ => offset > 0 ? forNone : 0,
    };
}
