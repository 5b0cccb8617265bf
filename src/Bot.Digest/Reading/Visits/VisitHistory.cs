namespace Bot.Digest.Reading.Visits;

/// <summary>What is known of a source when its next visit is planned.</summary>
/// <param name="Source">Its number, which spreads visits over time.</param>
public sealed record VisitHistory(long Source)
{
    /// <summary>New items a week lately; null while nothing is known.</summary>
    public double? ItemsAWeek { get; init; }

    /// <summary>How many items one copy holds; 0 when unknown.</summary>
    public int ItemsOffered { get; init; }

    /// <summary>Whether the server can answer that nothing is new.</summary>
    public bool OffersValidators { get; init; }

    /// <summary>How long the server called its last answer fresh (Cache-Control, Expires).</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>How often the document itself asks to be read (<c>ttl</c>, <c>sy:updatePeriod</c>).</summary>
    public TimeSpan? StatedInterval { get; init; }

    /// <summary>Hours in UTC, 0 to 23, in which the document asks to be left alone (<c>skipHours</c>).</summary>
    public IReadOnlySet<int> SkippedHours { get; init; } = new HashSet<int>();

    /// <summary>Days in UTC on which it does (<c>skipDays</c>).</summary>
    public IReadOnlySet<DayOfWeek> SkippedDays { get; init; } = new HashSet<DayOfWeek>();

    /// <summary>Visits without a document since the last one with; an unchanged one counts as a document.</summary>
    public int FailuresInARow { get; init; }

    /// <summary>How long the host wants to be left alone, as its last answer said.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The server said that the document will not come back (410).</summary>
    public bool IsGone { get; init; }
}
