using Bot.Digest.Language.Dates;

namespace Bot.Digest.Language.English.Dates;

/// <summary>Periods by their distance: "last week", "this past spring", "next Friday", "the current fiscal year", "that day", "the past two months".</summary>
internal static class RelativePeriods
{
    public static DateReading? Read(DateScan scan, int at)
    {
        var first = scan.Is(at, DateWordKind.Article, 0) ? at + 1 : at;
        if (scan.Tokens[first].Kind is DateWordKind.Same)
        {
            var unit = scan.Is(first + 1, DateWordKind.Same) ? first + 2 : first + 1;
            return SameAsBefore(scan, at, unit);
        }

        if (scan.Tokens[first].Kind is not DateWordKind.Shift)
        {
            return null;
        }

        // "this coming Sunday", "this past spring": the second word tells. "last last Sunday" tells nothing.
        var last = scan.Is(first, DateWordKind.Shift, 0) && scan.Is(first + 1, DateWordKind.Shift) ? first + 1 : first;
        if (scan.Is(last + 1, DateWordKind.Shift) && scan.Tokens[last + 1].Value != 0 && (scan.Is(last, "last") || scan.Is(last, "next")))
        {
            return DateReading.Nothing(at, AfterShifts(scan, last) + 1);
        }

        var what = scan.Tokens[last + 1].Kind is DateWordKind.Fiscal or DateWordKind.Filler ? last + 2 : last + 1;
        return Named(scan, at, last, what);
    }

    private static int AfterShifts(DateScan scan, int at)
    {
        while (scan.Is(at, DateWordKind.Shift))
        {
            at++;
        }

        return at;
    }

    private static DateReading? Named(DateScan scan, int start, int shift, int at)
    {
        var by = scan.Tokens[shift].Value;
        var token = scan.Tokens[at];
        switch (token.Kind)
        {
            case DateWordKind.Unit:
                return OfUnit(scan, start, shift, at);
            case DateWordKind.Weekday when token.Capital:
                return OfWeekday(scan, start, at, by);
            case DateWordKind.Month when token.Capital && CalendarDates.MonthFirst(scan, at) is not { Period: not null }:
                return DateReading.Date(start, at + 1, ShiftedMonth(scan, token.Value, by), DateRules.RelativePeriod);
            case DateWordKind.Season:
                return DateReading.Date(start, at + 1, Seasons.Shifted(scan, token.Value, by), DateRules.RelativePeriod);
            case DateWordKind.DayPart:
                return OfDayPart(scan, start, shift, at);
            default:
                return Durations.AfterShift(scan, start, shift, at);
        }
    }

    private static DateReading? OfUnit(DateScan scan, int start, int shift, int at)
    {
        var by = scan.Tokens[shift].Value;
        if (scan.Word(at)[^1] == 's')
        {
            return PluralUnit(scan, start, shift, at);
        }

        if (scan.Tokens[at].Joined || (scan.Tokens[shift].Capital && scan.Tokens[at].Capital))
        {
            // "last-minute talks", the programme "This Week".
            return null;
        }

        if (scan.Tokens[at].Value <= Units.Hour || (by < 0 && scan.Tokens[at].Value >= Units.Decade))
        {
            return DateReading.Duration(start, at + 1, Units.Duration(1, scan.Tokens[at].Value));
        }

        // "the following year" and "the next day" count from what was told before, "next year" from publication.
        var fromContext = IsFromContext(scan, shift, at);
        var origin = fromContext ? (scan.Last ?? scan.Today).From : scan.Today.From;
        var period = Units.Period(origin, scan.Tokens[at].Value)?.Shift(by);
        var reading = DateReading.Date(start, at + 1, period, fromContext ? DateRules.FromContext : DateRules.RelativePeriod);
        return period is { Granularity: Granularity.Year } year && scan.Is(at + 1, DateWordKind.Possessive)
            ? Quarters.AfterYear(scan, start, at + 2, year.From.Year) ?? reading
            : scan.Tokens[at].Value == Units.Day && by <= 0 && !fromContext ? null : reading;
    }

    private static bool IsFromContext(DateScan scan, int shift, int at) =>
        scan.Last is not null
        && (scan.Word(shift) is "following" or "previous" or "preceding"
            || (scan.Tokens[at].Value == Units.Day && scan.Tokens[shift].Value == 1));

    /// <summary>"past years", "coming months": no dates.</summary>
    private static DateReading? PluralUnit(DateScan scan, int start, int shift, int at) => scan.Tokens[shift].Value switch
    {
        < 0 => DateReading.Vague(start, at + 1, "PAST_REF"),
        > 0 => DateReading.Vague(start, at + 1, "FUTURE_REF"),
        _ => null,
    };

    /// <summary>"last Friday" is before today, "next Friday" after it, "this Friday" in this week.</summary>
    private static DateReading? OfWeekday(DateScan scan, int start, int at, int by)
    {
        var weekday = scan.Tokens[at].Value;
        var origin = scan.Is(at - 1, "previous") || scan.Is(at - 1, "following") ? scan.LastDay : scan.Today;
        var ago = (((int)origin.From.DayOfWeek + 7) - weekday) % 7;
        var day = by switch
        {
            < 0 => origin.Shift(ago == 0 ? -7 : -ago),
            > 0 => origin.Shift(7 - ago),
            _ => CalendarPeriod.Day(CalendarPeriod.Week(scan.Today.From).From).Shift(weekday - 1),
        };
        return day is { } found ? Weekdays.PartOfDay(scan, start, at + 1, found, DateRules.WeekdayShifted) : null;
    }

    private static CalendarPeriod? ShiftedMonth(DateScan scan, int month, int by)
    {
        var today = scan.Today.From;
        var year = by switch
        {
            < 0 => month < today.Month ? today.Year : today.Year - 1,
            > 0 => month > today.Month ? today.Year : today.Year + 1,
            _ => today.Year,
        };
        return CalendarPeriod.Month(year, month);
    }

    /// <summary>"last night", "this morning", "the next morning".</summary>
    private static DateReading? OfDayPart(DateScan scan, int start, int shift, int at)
    {
        var by = scan.Tokens[shift].Value;
        var origin = start < shift ? scan.LastDay : scan.Today;
        return scan.Is(shift, "current") || origin.Shift(by) is not { } day
            ? null
            : DateReading.Time(start, at + 1, day, Weekdays.DayPart(scan, at), start < shift ? DateRules.FromContext : DateRules.RelativeDay);
    }

    /// <summary>"that day", "the same week", "that night".</summary>
    private static DateReading? SameAsBefore(DateScan scan, int start, int at)
    {
        if (scan.Is(at, DateWordKind.DayPart))
        {
            return DateReading.Time(start, at + 1, scan.LastDay, Weekdays.DayPart(scan, at), DateRules.FromContext);
        }

        if (!scan.Is(at, DateWordKind.Unit) || scan.Tokens[at].Value <= Units.Hour || scan.Word(at)[^1] == 's')
        {
            return null;
        }

        var origin = scan.Tokens[at].Value == Units.Day ? scan.LastDay.From : (scan.Last ?? scan.Today).From;
        return DateReading.Date(start, at + 1, Units.Period(origin, scan.Tokens[at].Value), DateRules.FromContext);
    }
}
