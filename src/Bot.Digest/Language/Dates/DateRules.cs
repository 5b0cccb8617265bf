namespace Bot.Digest.Language.Dates;

/// <summary>How a date was worked out: the keys of the explanations that readers get.</summary>
public static class DateRules
{
    /// <summary>The text gives day, month and year, or a period with its year.</summary>
    public const string Stated = "stated";

    /// <summary>A day and month without a year: the year that puts it nearest to publication, before it where the clause tells that it is over.</summary>
    public const string MonthDay = "month-day";

    /// <summary>A month alone: the last one before publication, the next one in a sentence about the future.</summary>
    public const string Month = "month";

    /// <summary>A weekday: the last one up to the day of publication.</summary>
    public const string WeekdayPast = "weekday-past";

    /// <summary>A weekday in a sentence about the future: the next one.</summary>
    public const string WeekdayFuture = "weekday-future";

    /// <summary>"last", "this" or "next" with a weekday.</summary>
    public const string WeekdayShifted = "weekday-shifted";

    /// <summary>"today", "yesterday", "tomorrow", "tonight": counted from the day of publication.</summary>
    public const string RelativeDay = "relative-day";

    /// <summary>"last week", "this month", "next year": counted from the day of publication.</summary>
    public const string RelativePeriod = "relative-period";

    /// <summary>"three days ago": counted back from the day of publication.</summary>
    public const string Ago = "ago";

    /// <summary>"the following day", "that year": counted from the date before it in the text.</summary>
    public const string FromContext = "from-context";

    /// <summary>A quarter without a year: the last one that had begun.</summary>
    public const string Quarter = "quarter";

    /// <summary>A season without a year.</summary>
    public const string Season = "season";

    /// <summary>A holiday without a year: the nearest one.</summary>
    public const string Holiday = "holiday";

    /// <summary>A time of day, on the day named beside it or last before it.</summary>
    public const string Clock = "clock";

    public const string Duration = "duration";

    public const string Repeated = "repeated";

    /// <summary>"now", "recently", "soon": never a day.</summary>
    public const string Vague = "vague";
}
