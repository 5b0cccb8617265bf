using Bot.Digest.Ports;

namespace Bot.Digest.Timelines;

/// <summary>Dated events on one topic, ready to be shown.</summary>
/// <param name="Happened">Oldest first, by when it happened.</param>
/// <param name="Planned">What was announced and nobody has reported since, soonest first.</param>
/// <param name="LeftOut">Happenings and plans that weighed too little for the length.</param>
public sealed record Timeline(
    IReadOnlyList<TimelineEntry> Happened, IReadOnlyList<TimelineEntry> Planned, int LeftOut);

/// <summary>A date and the outlets that give it.</summary>
public sealed record DateClaim(DateOnly From, DateOnly To, DatePrecision Precision, IReadOnlyList<Citation> Sources);
