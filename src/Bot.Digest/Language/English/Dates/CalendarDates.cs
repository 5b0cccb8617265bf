using Bot.Digest.Language.Dates;

namespace Bot.Digest.Language.English.Dates;

/// <summary>Dates by the names of the calendar: "Oct. 24", "24 October 2024", "Friday, Oct. 13", "March 1996", "the 1990s", "1991".</summary>
internal static class CalendarDates
{
    public static DateReading? Read(DateScan scan, int at) => scan.Tokens[at].Kind switch
    {
        DateWordKind.Month => MonthFirst(scan, at) ?? Alone(scan, at),
        DateWordKind.Digits => DayFirst(scan, at) ?? AnotherDay(scan, at) ?? Years.Read(scan, at),
        DateWordKind.DigitOrdinal or DateWordKind.Ordinal => DayFirst(scan, at) ?? Years.Century(scan, at, at),
        DateWordKind.Weekday => AfterWeekday(scan, at),
        DateWordKind.Article when scan.Is(at, "the") => AfterArticle(scan, at),
        DateWordKind.WholeDate => Whole(scan, at),
        DateWordKind.WholeMonth => DateReading.Date(
            at, at + 1, CalendarPeriod.Month(scan.Tokens[at].Value / 100, scan.Tokens[at].Value % 100), DateRules.Stated),
        DateWordKind.Decade => Years.Decade(scan, at, at),
        DateWordKind.Cardinal => DayFirst(scan, at) ?? Years.Spelled(scan, at, at),
        _ => null,
    };

    /// <summary>"Oct. 24", "October 24th, 2024", "October 2024", "October last year".</summary>
    public static DateReading? MonthFirst(DateScan scan, int at)
    {
        var month = scan.Tokens[at];
        if (month.Kind != DateWordKind.Month || !month.Capital)
        {
            return null;
        }

        if (DayOfMonth(scan, at + 1) is var (day, end) && !CountsThings(scan, end))
        {
            return WithDay(scan, at, month.Value, day, end);
        }

        var year = scan.Is(at + 1, DateWordKind.Comma) ? at + 2 : at + 1;
        if (Years.Number(scan, year) is var (number, yearEnd))
        {
            return DateReading.Date(at, yearEnd, CalendarPeriod.Month(number, month.Value), DateRules.Stated);
        }

        return Years.Named(scan, at + 1) is var (named, after)
            ? DateReading.Date(at, after, CalendarPeriod.Month(named, month.Value), DateRules.RelativePeriod)
            : null;
    }

    /// <summary>"24 October", "24th of October 2024".</summary>
    private static DateReading? DayFirst(DateScan scan, int at)
    {
        if (DayOfMonth(scan, at) is not var (day, end) || scan.Is(at - 1, DateWordKind.AmountSign))
        {
            return null;
        }

        var month = scan.Is(end, DateWordKind.Of) ? end + 1 : end;
        return scan.Is(month, DateWordKind.Month) && scan.Tokens[month].Capital
            ? WithDay(scan, at, scan.Tokens[month].Value, day, month + 1)
            : null;
    }

    private static DateReading? WithDay(DateScan scan, int start, int month, int day, int end)
    {
        var year = scan.Is(end, DateWordKind.Comma) ? end + 1 : end;
        if (Years.Number(scan, year) is var (number, yearEnd))
        {
            // "30 February 2024": the month is said, whatever the day.
            var stated = CalendarPeriod.Day(number, month, day) ?? CalendarPeriod.Month(number, month);
            return DateReading.Date(start, yearEnd, stated, DateRules.Stated);
        }

        if (scan.IsUnknownYear(year) && (year == end || scan.Tokens[year].Value > 999))
        {
            return DateReading.Nothing(start, year + 1);
        }

        if (Years.Named(scan, end) is var (named, after))
        {
            return DateReading.Date(start, after, CalendarPeriod.Day(named, month, day), DateRules.RelativePeriod);
        }

        if (YearOfRange(scan, month, end) is { } shared)
        {
            return DateReading.Date(start, end, CalendarPeriod.Day(shared, month, day), DateRules.Stated) ?? DateReading.Nothing(start, end);
        }

        var nearest = Nearest.Day(scan, month, day, Tenses.Around(scan, start, end), Tenses.IsOver(scan, start));
        return DateReading.Date(start, end, nearest, DateRules.MonthDay) ?? DateReading.Nothing(start, end);
    }

    /// <summary>The year that the last day of a range gives to its first: "May 24-26, 2019", "from 30 December to 2 January 2019".</summary>
    private static int? YearOfRange(DateScan scan, int month, int end)
    {
        var linked = scan.Tokens[end].Kind is DateWordKind.Dash or DateWordKind.To or DateWordKind.And or DateWordKind.Or;
        var last = scan.Tokens[end].Joined ? end : end + 1;
        if (!linked && last > end)
        {
            return null;
        }

        var day = scan.Is(last, DateWordKind.Month) ? last + 1 : last;
        if (DayOfMonth(scan, day) is not var (_, after))
        {
            return null;
        }

        var named = day > last ? last : scan.Is(after, DateWordKind.Month) ? after++ : -1;
        var year = scan.Is(after, DateWordKind.Comma) ? after + 1 : after;
        return Years.Number(scan, year) is var (number, _) ? number - (named >= 0 && scan.Tokens[named].Value < month ? 1 : 0) : null;
    }

    /// <summary>The weekday only confirms the date: "Friday, Oct. 13", "Tuesday 20 May".</summary>
    private static DateReading? AfterWeekday(DateScan scan, int at)
    {
        var date = scan.Is(at + 1, DateWordKind.Comma) ? at + 2 : at + 1;
        date = scan.Is(date, DateWordKind.Article, 0) ? date + 1 : date;
        var hasDay = DayOfMonth(scan, scan.Is(date, DateWordKind.Month) ? date + 1 : date) is not null;
        return hasDay && (MonthFirst(scan, date) ?? DayFirst(scan, date)) is { } found ? found with { Start = at } : null;
    }

    private static DateReading? AfterArticle(DateScan scan, int at) => scan.Tokens[at + 1].Kind switch
    {
        DateWordKind.DigitOrdinal or DateWordKind.Ordinal or DateWordKind.Cardinal =>
            DayFirst(scan, at + 1) is { } day ? day with { Start = at } : Years.Century(scan, at, at + 1),
        DateWordKind.Decade => Years.Decade(scan, at, at + 1),
        DateWordKind.Unit when scan.Is(at + 1, "year") => Years.AfterTheYear(scan, at, at + 2),
        _ => null,
    };

    private static DateReading? Whole(DateScan scan, int at)
    {
        var packed = scan.Tokens[at].Value;
        return DateReading.Date(
            at, at + 1, CalendarPeriod.Day(packed / 10000, packed / 100 % 100, packed % 100), DateRules.Stated);
    }

    /// <summary>The second number of "Oct. 24 and 25", "Oct. 24-26".</summary>
    private static DateReading? AnotherDay(DateScan scan, int at)
    {
        if (scan.OpenMonth is not var (day, end) || DayOfMonth(scan, at) is not var (number, after) || CountsThings(scan, after))
        {
            return null;
        }

        var linked = at == end ? scan.Tokens[at].Joined : at == end + 1 && scan.Tokens[end].Kind
            is DateWordKind.And or DateWordKind.Or or DateWordKind.To or DateWordKind.Dash or DateWordKind.Comma;
        return linked && number > day.From.Day
            ? DateReading.Date(at, after, CalendarPeriod.Day(day.From.Year, day.From.Month, number), DateRules.MonthDay)
            : null;
    }

    /// <summary>A month with neither day nor year. Those that are also names or verbs need a word before them that leads to a date.</summary>
    private static DateReading? Alone(DateScan scan, int at)
    {
        var month = scan.Tokens[at];
        var led = scan.FollowsPreposition(at) || scan.Tokens[at - 1].Kind is DateWordKind.Edge or DateWordKind.And || IsAttribute(scan, at);
        var ambiguous = month.Value is 3 or 4 or 5 or 6 or 8;
        var clipped = month.End - month.Start < 4 && month.Value != 5;
        return month.Capital && !clipped && (led || !ambiguous) && !scan.Is(at + 1, DateWordKind.Digits)
            ? DateReading.Date(at, at + 1, Nearest.Month(scan, month.Value, Tenses.Around(scan, at, at + 1), Tenses.IsOver(scan, at)), DateRules.Month)
            : null;
    }

    /// <summary>"the March accession", "a June agreement"; "the May government" is somebody's, and "the March against fear" no month.</summary>
    private static bool IsAttribute(DateScan scan, int at) =>
        scan.Is(at - 1, DateWordKind.Article) && scan.Tokens[at].Value != 5 && scan.Tokens[at + 1] is { Kind: DateWordKind.None, Capital: false }
        && (scan.Tokens.Lexicon.ClassesOf(scan.Word(at + 1)) & WordClass.Prepositions) == 0;

    /// <summary>A day's number, be there such a day or not, and where it ends: "24", "24th", "twenty-fourth".</summary>
    private static (int Day, int End)? DayOfMonth(DateScan scan, int at)
    {
        var token = scan.Tokens[at];
        return token.Kind switch
        {
            DateWordKind.Digits when token.Value < 100 && token.End - token.Start <= 2 => (token.Value, at + 1),
            DateWordKind.DigitOrdinal or DateWordKind.Ordinal => (token.Value, at + 1),
            DateWordKind.Cardinal when token.Value is >= 20 and <= 90 && scan.Is(at + 1, DateWordKind.Ordinal) =>
                (token.Value + scan.Tokens[at + 1].Value, at + 2),
            _ => null,
        };
    }

    /// <summary>"May 10 people", "June 5 percent", "on May 3 a.m." counts or clocks something, it names no day.</summary>
    private static bool CountsThings(DateScan scan, int at) =>
        scan.Tokens[at].Kind is DateWordKind.Counted or DateWordKind.Meridiem or DateWordKind.Unit or DateWordKind.Month;
}
