using Bot.Digest.Language.Dates;

namespace Bot.Digest.Language.English.Dates;

/// <summary>Years, decades and centuries: "1991", "nineteen ninety-one", "fiscal 1989", "the 1990s", "the 20th century".</summary>
internal static class Years
{
    /// <summary>Four digits in this range need no word before them to be a year.</summary>
    private const int FirstCommon = 1900;

    private const int LastCommon = 2039;

    /// <summary>A number that can stand for a year beside a month, and where it ends.</summary>
    public static (int Year, int End)? Number(DateScan scan, int at)
    {
        var token = scan.Tokens[at];
        return token is { Kind: DateWordKind.Digits, Value: >= 1000 and <= 2999 } && token.End - token.Start == 4
            && !scan.Is(at + 1, DateWordKind.Counted) && !scan.Is(at + 1, DateWordKind.Era)
            ? (token.Value, at + 1)
            : Clipped(scan, at) ?? SpelledNumber(scan, at);
    }

    /// <summary>"12 May '24": the nearest year of these last figures.</summary>
    private static (int Year, int End)? Clipped(DateScan scan, int at)
    {
        var (mark, figures) = (scan.Tokens[at], scan.Tokens[at + 1]);
        if (figures.Kind != DateWordKind.Digits || figures.End - figures.Start != 2 || figures.Start != mark.End || scan.Word(at) is not ("'" or "’")
            || IsCounted(scan, at + 2))
        {
            return null;
        }

        var today = scan.Today.From.Year;
        var year = today - (today % 100) + figures.Value;
        return (year + (year > today + 50 ? -100 : year < today - 50 ? 100 : 0), at + 2);
    }

    /// <summary>"in May '20 million people could …'": the mark begins a quotation, and its figures count what follows.</summary>
    private static bool IsCounted(DateScan scan, int at) =>
        scan.Tokens[at].Kind is DateWordKind.Counted or DateWordKind.Scale or DateWordKind.Unit
        || (scan.Is(at, DateWordKind.None) && char.IsLetter(scan.Word(at)[0]));

    /// <summary>"last year", "of this year": the year and where it ends.</summary>
    public static (int Year, int End)? Named(DateScan scan, int at)
    {
        at = scan.Is(at, DateWordKind.Of) ? at + 1 : at;
        return scan.Is(at, DateWordKind.Shift) && scan.Is(at + 1, "year")
            ? (scan.Today.From.Year + scan.Tokens[at].Value, at + 2)
            : null;
    }

    /// <summary>Four digits alone.</summary>
    public static DateReading? Read(DateScan scan, int at)
    {
        var token = scan.Tokens[at];
        if (token.Joined && token.End - token.Start == 2 && scan.Last is { Granularity: Granularity.Year } first
            && scan.Tokens[at - 1] is { Kind: DateWordKind.Digits } before && before.Value == first.From.Year
            && (before.Value % 100) + 1 <= token.Value)
        {
            return DateReading.Date(at, at + 1, CalendarPeriod.Year(before.Value - (before.Value % 100) + token.Value), DateRules.Stated);
        }

        return token.Kind == DateWordKind.Digits && Number(scan, at) is var (year, _) && IsYear(scan, at, year)
            ? DateReading.Date(at, at + 1, CalendarPeriod.Year(year), DateRules.Stated)
            : null;
    }

    /// <summary>"the year 2000", "the year two thousand"; <paramref name="at"/> is the number.</summary>
    public static DateReading? AfterTheYear(DateScan scan, int start, int at)
    {
        if (Number(scan, at) is var (year, end))
        {
            return DateReading.Date(start, end, CalendarPeriod.Year(year), DateRules.Stated);
        }

        return Numerals.Read(scan, at) is { Count: >= 1000 and <= 2999 } number
            ? DateReading.Date(start, number.End, CalendarPeriod.Year((int)number.Count), DateRules.Stated)
            : null;
    }

    /// <summary>"nineteen ninety-six".</summary>
    public static DateReading? Spelled(DateScan scan, int start, int at) => SpelledNumber(scan, at) is var (year, end)
        ? DateReading.Date(start, end, CalendarPeriod.Year(year), DateRules.Stated)
        : null;

    /// <summary>"the 1990s", "the '90s", "nineties".</summary>
    public static DateReading? Decade(DateScan scan, int start, int at) =>
        DateReading.Date(start, at + 1, CalendarPeriod.Decade(scan.Tokens[at].Value), DateRules.Stated);

    /// <summary>"the 20th century".</summary>
    public static DateReading? Century(DateScan scan, int start, int at)
    {
        var number = scan.Tokens[at].Value;
        return scan.Is(at + 1, "century") && number is >= 1 and <= 30 && !scan.Is(at + 2, DateWordKind.Era)
            ? DateReading.Date(start, at + 2, CalendarPeriod.Century(number), DateRules.Stated)
            : null;
    }

    private static (int Year, int End)? SpelledNumber(DateScan scan, int at)
    {
        var century = scan.Tokens[at];
        var tens = scan.Tokens[at + 1];
        if (century is not { Kind: DateWordKind.Cardinal, Value: >= 17 and <= 20 } || tens is not { Kind: DateWordKind.Cardinal, Value: >= 10 })
        {
            return null;
        }

        var one = scan.Tokens[at + 2];
        var ones = tens.Value >= 20 && one is { Kind: DateWordKind.Cardinal, Value: <= 9 } && one.Joined;
        return ((century.Value * 100) + tens.Value + (ones ? one.Value : 0), ones ? at + 3 : at + 2);
    }

    private static bool IsYear(DateScan scan, int at, int year)
    {
        if (scan.Tokens[at - 1].Kind is DateWordKind.AmountSign or DateWordKind.Numbered
            || scan.Tokens[at + 1].Kind is DateWordKind.Counted or DateWordKind.Unit or DateWordKind.Meridiem or DateWordKind.Scale)
        {
            return false;
        }

        return year is >= FirstCommon and <= LastCommon || scan.FollowsPreposition(at);
    }
}
