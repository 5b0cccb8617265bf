namespace Bot.Digest.Schedules;

/// <summary>At which times of which days a digest goes out, by the channel's clock.</summary>
public sealed record Cadence
{
    /// <summary>More than a few digests a day would be a stream again.</summary>
    public const int MostTimes = 4;

    /// <summary>A cadence of these times on these days.</summary>
    /// <param name="times">One to four, in any order; equal ones count once.</param>
    /// <param name="days">At least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">No time, too many of them, or no day.</exception>
    public Cadence(IEnumerable<TimeOnly> times, WeekDays days)
    {
        Times = [.. times.Distinct().Order()];
        Days = days;
        ArgumentOutOfRangeException.ThrowIfZero(Times.Count, nameof(times));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Times.Count, MostTimes, nameof(times));
        ArgumentOutOfRangeException.ThrowIfZero((int)(days & WeekDays.All), nameof(days));
    }

    /// <summary>Every day at eight, until somebody says otherwise.</summary>
    public static Cadence Default { get; } = new([new TimeOnly(8, 0)], WeekDays.All);

    /// <summary>The earliest of the day first.</summary>
    public IReadOnlyList<TimeOnly> Times { get; }

    public WeekDays Days { get; }

    public bool Equals(Cadence? other) => other is not null && Days == other.Days && Times.SequenceEqual(other.Times);

    public override int GetHashCode() => HashCode.Combine(Days, Times.Count, Times[0], Times[^1]);
}

/// <summary>Times of the day at which digests go out silently.</summary>
/// <param name="From">When silence begins.</param>
/// <param name="To">When it ends, on the next day where that is no later than <paramref name="From"/>.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Whether a channel's clock shows a quiet time at a moment.</summary>
    public bool Cover(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var time = TimeOnly.FromTimeSpan(TimeZoneInfo.ConvertTime(moment, zone).TimeOfDay);
        return From < To ? time >= From && time < To : time >= From || time < To;
    }
}
