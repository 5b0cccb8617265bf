using Bot.Digest.Ports;

namespace Bot.Digest.Timelines;

/// <summary>Dated events on one topic, ready to be shown.</summary>
/// <param name="Happened">Oldest first, by when it happened.</param>
/// <param name="Planned">What was announced and nobody has reported since, soonest first.</param>
/// <param name="LeftOut">Happenings and plans that weighed too little for the length.</param>
public sealed record Timeline(
    IReadOnlyList<TimelineEntry> Happened, IReadOnlyList<TimelineEntry> Planned, int LeftOut);

/// <summary>One happening, however many outlets told it.</summary>
public sealed record TimelineEntry
{
    /// <summary>First day; the earliest that an outlet gives where they disagree.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day; the latest that an outlet gives where they disagree.</summary>
    public required DateOnly To { get; init; }

    /// <summary>How exactly the best informed outlet dates it.</summary>
    public required DatePrecision Precision { get; init; }

    /// <summary>The report whose sentence stands for all of them.</summary>
    public required EventHit Told { get; init; }

    /// <summary>Each outlet once, with its earliest report, earliest first.</summary>
    public required IReadOnlyList<Citation> Sources { get; init; }

    /// <summary>Who gives which date, earliest date first; empty where the outlets agree.</summary>
    public required IReadOnlyList<DateClaim> Claims { get; init; }

    /// <summary>Days without a dated event before this one, where that is worth a line; otherwise 0.</summary>
    public int QuietDaysBefore { get; init; }
}

/// <summary>A date and the outlets that give it.</summary>
public sealed record DateClaim(DateOnly From, DateOnly To, DatePrecision Precision, IReadOnlyList<Citation> Sources);
