using Bot.Digest.Articles;

namespace Bot.Digest.Language.Dates;

/// <summary>The four kinds of time expressions of TIMEX3.</summary>
public enum TimexKind
{
    Date,

    /// <summary>A time of a day.</summary>
    Time,

    /// <summary>How long ("six weeks").</summary>
    Duration,

    /// <summary>How often ("every Thursday").</summary>
    Set,
}

/// <summary>Words of a text that tell when, how long or how often.</summary>
/// <param name="Span">The words.</param>
/// <param name="Kind">What they tell.</param>
/// <param name="Value">The value as TIMEX3 writes it ("2024-10-24", "P6W", "PRESENT_REF").</param>
/// <param name="Period">The day or period they name; null for durations, sets and vague references.</param>
/// <param name="Rule">Which of <see cref="DateRules"/> worked it out.</param>
/// <param name="Future">True where the words around them speak of the future.</param>
public sealed record DateExpression(
    TextSpan Span, TimexKind Kind, string Value, CalendarPeriod? Period, string Rule, bool Future);
