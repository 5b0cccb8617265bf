using Bot.Digest.Articles;

namespace Bot.Digest.Timelines;

/// <summary>How exactly a date is known.</summary>
public enum DatePrecision
{
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// <summary>A sentence with a day or period resolved against the article's publication day.</summary>
public sealed record DatedEvent
{
    /// <summary>The whole sentence.</summary>
    public required TextSpan Sentence { get; init; }

    /// <summary>The words that date it ("last Tuesday").</summary>
    public required TextSpan Expression { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of the period; equal to <see cref="From"/> for a day.</summary>
    public required DateOnly To { get; init; }

    public required DatePrecision Precision { get; init; }

    /// <summary>Which rule worked the date out ("weekday-past"): the key of its explanation in the message catalogue.</summary>
    public required string Rule { get; init; }

    /// <summary>True for something announced, not done, when the article appeared.</summary>
    public bool Planned { get; init; }

    /// <summary>How much the sentence is worth on a timeline, 0 to 1.</summary>
    public double Weight { get; init; }
}
