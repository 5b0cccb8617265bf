using Bot.Digest.Language.Dates;

namespace Bot.Digest.Language.English.Dates;

/// <summary>Lengths of time and distances measured by them: "two weeks", "a year", "30-year", "the first nine months", "three days ago".</summary>
internal static class Durations
{
    public static DateReading? Read(DateScan scan, int at)
    {
        if (scan.Is(at, DateWordKind.Article, 0))
        {
            return AfterArticle(scan, at);
        }

        if (scan.Is(at, DateWordKind.Article, 1) && UnitAfter(scan, at + 1) is { } single)
        {
            return One(scan, at, single);
        }

        if (scan.Is(at, DateWordKind.Unit))
        {
            return Long(scan, at) ?? Plural(scan, at);
        }

        return Numerals.Read(scan, at) is { } number ? Counted(scan, at, number) : null;
    }

    /// <summary>"the past two months", "the next 12 to 18 months", "the last few weeks".</summary>
    public static DateReading? AfterShift(DateScan scan, int start, int shift, int at) =>
        Numerals.Read(scan, at) is { } number && Unit(scan, number) is var (count, unit) && !IsAge(scan, unit)
            ? DateReading.Duration(start, unit + 1, Units.Duration(count, scan.Tokens[unit].Value))
            : null;

    /// <summary>"the nine months", "the first nine months", "the first few days".</summary>
    private static DateReading? AfterArticle(DateScan scan, int at)
    {
        var number = scan.Is(at + 1, DateWordKind.Ordinal) || scan.Is(at + 1, DateWordKind.Latest) ? at + 2 : at + 1;
        return Numerals.Read(scan, number) is { } count && Unit(scan, count) is var (many, unit) && !IsAge(scan, unit)
            ? DateReading.Duration(scan.Tokens[unit].Joined ? number : at, unit + 1, Units.Duration(many, scan.Tokens[unit].Value))
            : null;
    }

    /// <summary>"a year" is how long, "$3 a year" is how often, "a year ago" is when.</summary>
    private static DateReading? One(DateScan scan, int at, int unit)
    {
        if (scan.Word(unit)[^1] == 's' || scan.Tokens[unit + 1].Joined)
        {
            return null;
        }

        var kind = scan.Tokens[unit].Value;
        if (scan.Is(unit + 1, DateWordKind.Of) && kind is Units.Quarter or Units.Weekend)
        {
            return null;
        }

        if (Distance(scan, at, unit, 1) is { } distance)
        {
            return distance;
        }

        var half = scan.Is(unit + 1, DateWordKind.And) && scan.Is(unit + 2, DateWordKind.Article, 1) && scan.Is(unit + 3, DateWordKind.Half);
        if (half)
        {
            return DateReading.Duration(at, unit + 4, Units.Duration(1.5, kind));
        }

        return IsRate(scan, at)
            ? DateReading.Set(at, unit + 1, Units.Duration(1, kind))
            : DateReading.Duration(at, OrSo(scan, unit + 1), Units.Duration(1, kind));
    }

    /// <summary>After an amount or a plural: "15 a year", "$2 million a day", "twice a week".</summary>
    private static bool IsRate(DateScan scan, int at)
    {
        var before = scan.Tokens[at - 1];
        return before.Kind is DateWordKind.Counted or DateWordKind.Digits or DateWordKind.Amount or DateWordKind.Scale
            || (before.Kind == DateWordKind.None && before.End > before.Start
                && (scan.Word(at - 1) is "once" or "twice" || scan.Word(at - 1)[^1] == 's'));
    }

    /// <summary>"decades-long", "a day-long meeting".</summary>
    private static DateReading? Long(DateScan scan, int at) =>
        scan.Tokens[at + 1].Joined && scan.Is(at + 1, "long") && !scan.Tokens[at].Joined
            ? DateReading.Duration(at, at + 2, Units.Duration(scan.Word(at)[^1] == 's' ? null : 1, scan.Tokens[at].Value))
            : null;

    /// <summary>"years", "for weeks": how long without a number.</summary>
    private static DateReading? Plural(DateScan scan, int at)
    {
        if (scan.Word(at)[^1] != 's' || scan.Tokens[at].Joined)
        {
            return null;
        }

        if (scan.Is(at - 1, "these"))
        {
            return DateReading.Vague(at - 1, at + 1, "PRESENT_REF");
        }

        var kind = scan.Tokens[at].Value;
        if (scan.Is(at + 1, DateWordKind.Ago))
        {
            return DateReading.Vague(at, at + 2, "PAST_REF");
        }

        var led = scan.Tokens[at - 1].Kind is DateWordKind.In or DateWordKind.Preposition;
        return led && !scan.Is(at + 1, DateWordKind.Of) ? DateReading.Duration(at, at + 1, Units.Duration(null, kind)) : null;
    }

    private static DateReading? Counted(DateScan scan, int at, Numeral number)
    {
        if (scan.Is(at - 1, DateWordKind.AmountSign) || IsPartOfSum(scan, at) || Unit(scan, number) is not var (count, unit) || IsAge(scan, unit))
        {
            return null;
        }

        return Distance(scan, at, unit, count)
            ?? DateReading.Duration(at, OrSo(scan, unit + 1), Units.Duration(count, scan.Tokens[unit].Value));
    }

    /// <summary>"10^6 years ago", "-3 days ago".</summary>
    private static bool IsPartOfSum(DateScan scan, int at) =>
        scan.Tokens[at] is { Start: > 0, Joined: false } number && scan.Tokens.Text[number.Start - 1] is '^' or '*' or '×' or '/' or '+' or '-' or '−';

    /// <summary>The unit that a number counts: "two [more] weeks", "two to three weeks", "30-year".</summary>
    private static (double? Count, int Unit)? Unit(DateScan scan, Numeral number)
    {
        var end = number.End;
        var linked = scan.Tokens[end].Kind is DateWordKind.To or DateWordKind.Or or DateWordKind.Dash || scan.Tokens[end] is { Joined: true, Kind: DateWordKind.Digits };
        var second = scan.Tokens[end].Joined && scan.Is(end, DateWordKind.Digits) ? end : end + 1;
        if (linked && Numerals.Read(scan, second) is { } upper && UnitAfter(scan, upper.End) is { } ranged)
        {
            return (number.Count, ranged);
        }

        return UnitAfter(scan, end) is { } unit ? (number.Count, unit) : null;
    }

    private static int? UnitAfter(DateScan scan, int at)
    {
        at = scan.Tokens[at].Kind is DateWordKind.Filler or DateWordKind.Comparative or DateWordKind.Fiscal ? at + 1 : at;
        return scan.Is(at, DateWordKind.Unit) ? at : null;
    }

    /// <summary>"10-year-old", "52 years old": how old someone is, not how long something takes. "three-quarters" is a share.</summary>
    private static bool IsAge(DateScan scan, int unit) =>
        scan.Is(unit + 1, DateWordKind.Old)
        || (scan.Tokens[unit].Value == Units.Quarter && (scan.Tokens[unit].Joined || scan.Is(unit + 1, DateWordKind.Of)));

    private static int OrSo(DateScan scan, int end) => scan.Is(end, DateWordKind.Or) && scan.Is(end + 1, "so") ? end + 2 : end;

    /// <summary>"ago" and "earlier" make a length a date, as coarse as its unit.</summary>
    private static DateReading? Distance(DateScan scan, int start, int unit, double? count)
    {
        var word = OrSo(scan, unit + 1);
        var ago = scan.Is(word, DateWordKind.Ago);
        if (!ago && !scan.Is(word, DateWordKind.Earlier))
        {
            return null;
        }

        var kind = scan.Tokens[unit].Value;
        if (count is not { } number || number > 9999 || (kind == Units.Day && number % 1 != 0))
        {
            return DateReading.Vague(start, word + 1, "PAST_REF");
        }

        if (kind == Units.Year && number == 1 && Quarters.YearBefore(scan) is { } quarter)
        {
            return DateReading.Date(start, word + 1, quarter, DateRules.Ago);
        }

        var origin = ago ? scan.Today : scan.LastDay;
        return Before(origin.From, kind, number) is { } period
            ? DateReading.Date(start, word + 1, period, ago ? DateRules.Ago : DateRules.FromContext)
            : DateReading.Vague(start, word + 1, "PAST_REF");
    }

    private static CalendarPeriod? Before(DateOnly day, int unit, double count) => unit switch
    {
        Units.Second or Units.Minute or Units.Hour => CalendarPeriod.Day(day).Shift(-(int)(count * (unit == Units.Hour ? 1 : 0) / 24)),
        Units.Fortnight => CalendarPeriod.Day(day).Shift(-(int)(count * 14)),
        Units.Week when count <= 2 => CalendarPeriod.Day(day).Shift(-(int)(count * 7)),
        Units.Year when count % 1 != 0 => Units.Period(day, Units.Month)?.Shift(-(int)(count * 12)) is { } month ? Units.Period(month.From, unit) : null,
        Units.Decade => Units.Period(day, Units.Year)?.Shift(-(int)(count * 10)),
        _ => Units.Period(day, unit)?.Shift(-(int)count),
    };
}
