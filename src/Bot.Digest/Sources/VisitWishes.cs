namespace Bot.Digest.Sources;

/// <summary>How a document asks to be visited.</summary>
/// <param name="Interval">How long it may be kept; null where unsaid.</param>
/// <param name="HourBits">Hours in UTC to leave it alone in, a bit each from the lowest.</param>
/// <param name="DayBits">Days in UTC to leave it alone on, a bit each from Sunday.</param>
public sealed record VisitWishes(TimeSpan? Interval, long HourBits, long DayBits)
{
    public static VisitWishes None { get; } = new(null, 0, 0);

    public IReadOnlySet<int> Hours => Enumerable.Range(0, 24).Where(hour => (HourBits >> hour & 1) == 1).ToHashSet();

    public IReadOnlySet<DayOfWeek> Days => Enum.GetValues<DayOfWeek>().Where(day => (DayBits >> (int)day & 1) == 1).ToHashSet();

    /// <summary>The wishes as a document states them.</summary>
    public static VisitWishes Of(TimeSpan? interval, IEnumerable<int> hours, IEnumerable<DayOfWeek> days) => new(
        interval, hours.Where(hour => hour is >= 0 and < 24).Aggregate(0L, (bits, hour) => bits | 1L << hour), days.Aggregate(0L, (bits, day) => bits | 1L << (int)day));
}
