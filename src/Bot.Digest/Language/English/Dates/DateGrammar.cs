using Bot.Digest.Language.Dates;

namespace Bot.Digest.Language.English.Dates;

/// <summary>Which reading begins at a token: the longest that the grammars of its kind of word offer.</summary>
internal static class DateGrammar
{
    public static DateReading? Read(DateScan scan, int at) => scan.Tokens[at].Kind switch
    {
        <= DateWordKind.PastVerb => null,
        DateWordKind.Approximate or DateWordKind.Comparative or DateWordKind.At or DateWordKind.UpTo => Approximately(scan, at),
        DateWordKind.Edge or DateWordKind.Earlier or DateWordKind.Later => PartOf(scan, at, at),
        DateWordKind.Article when scan.Is(at + 1, DateWordKind.Edge) => PartOf(scan, at, at + 1),
        _ => Plain(scan, at),
    };

    private static DateReading? Plain(DateScan scan, int at)
    {
        switch (scan.Tokens[at].Kind)
        {
            case DateWordKind.Article:
                return CalendarDates.Read(scan, at) ?? Quarters.Read(scan, at) ?? RelativePeriods.Read(scan, at)
                    ?? Durations.Read(scan, at) ?? Seasons.Read(scan, at) ?? DefiniteUnits.Read(scan, at) ?? References.Read(scan, at);
            case DateWordKind.Shift or DateWordKind.Same:
                return Holidays.Read(scan, at) ?? RelativePeriods.Read(scan, at) ?? References.Read(scan, at);
            case DateWordKind.Holiday:
                return Holidays.Read(scan, at);
            case DateWordKind.Digits or DateWordKind.Amount or DateWordKind.Cardinal or DateWordKind.Scale or DateWordKind.Vague
                or DateWordKind.Half or DateWordKind.ClockDigits or DateWordKind.ClockWord or DateWordKind.Noon:
                return ClockTimes.Read(scan, at) ?? Durations.Read(scan, at) ?? Quarters.Read(scan, at) ?? CalendarDates.Read(scan, at);
            case DateWordKind.Unit:
                return Quarters.Read(scan, at) ?? DefiniteUnits.Read(scan, at) ?? Durations.Read(scan, at);
            case DateWordKind.Ordinal or DateWordKind.Fiscal or DateWordKind.Latest:
                return Quarters.Read(scan, at) ?? CalendarDates.Read(scan, at);
            default:
                return CalendarDates.Read(scan, at) ?? Weekdays.Read(scan, at) ?? Seasons.Read(scan, at)
                    ?? Repeated.Read(scan, at) ?? References.Read(scan, at);
        }
    }

    /// <summary>"about two years ago", "more than four hours", "up to 180 days", "around 7:15 p.m.".</summary>
    private static DateReading? Approximately(DateScan scan, int at)
    {
        var inner = scan.Tokens[at].Kind switch
        {
            DateWordKind.Comparative when scan.Is(at + 1, DateWordKind.Than) => at + 2,
            DateWordKind.At when scan.Is(at + 1, DateWordKind.Least) => at + 2,
            DateWordKind.UpTo when scan.Is(at + 1, DateWordKind.To) => at + 2,
            DateWordKind.Approximate => at + 1,
            _ => 0,
        };
        return inner > 0 && CanBeApproximate(scan, inner) && Plain(scan, inner) is { } reading
            ? reading with { Start = at }
            : null;
    }

    private static bool CanBeApproximate(DateScan scan, int at) => scan.Tokens[at].Kind switch
    {
        DateWordKind.Digits or DateWordKind.Amount or DateWordKind.Cardinal or DateWordKind.Scale or DateWordKind.Vague
            or DateWordKind.ClockDigits or DateWordKind.ClockWord or DateWordKind.Noon or DateWordKind.Half => true,
        DateWordKind.Article => scan.Tokens[at].Value == 1,
        DateWordKind.Month or DateWordKind.Unit => !scan.Is(at - 1, "over"),
        _ => false,
    };

    /// <summary>"early next year", "mid-November", "the end of 1990", "earlier this month", "late in the day": the date, with the words that narrow it.</summary>
    private static DateReading? PartOf(DateScan scan, int start, int edge)
    {
        var inner = edge + 1;
        if (scan.Tokens[inner].Kind is DateWordKind.Of or DateWordKind.In)
        {
            inner++;
        }
        else if (scan.Word(edge) is "beginning" or "start" or "middle" or "end" or "close")
        {
            return null;
        }

        var reading = Plain(scan, inner);
        return reading is { Period: not null } found && !scan.Is(inner, DateWordKind.Cardinal)
            ? found with { Start = start }
            : null;
    }
}
