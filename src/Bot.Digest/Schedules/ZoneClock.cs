namespace Bot.Digest.Schedules;

/// <summary>
/// When a zone's clock shows a time. Asks the zone for nothing but its distance from UTC at a moment, which is never in doubt; what
/// "ambiguous" and "invalid" local times mean is decided here.
/// </summary>
public static class ZoneClock
{
    /// <summary>Farther than any zone's clock is behind or ahead of UTC (tz database: 12 h behind to 14 h ahead).</summary>
    private static readonly TimeSpan _farthest = TimeSpan.FromHours(15);

    /// <summary>Clocks change at full seconds.</summary>
    private static readonly TimeSpan _closest = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The first moment at which the clock shows this time of this day or a later one: a time that does not exist gives the first
    /// moment after the gap, one that comes twice its first coming.
    /// </summary>
    /// <param name="day">Not one of the calendar's first or last days.</param>
    public static DateTimeOffset FirstAt(this TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var shown = new DateTimeOffset(day.ToDateTime(time), TimeSpan.Zero);
        var (before, after) = (zone.GetUtcOffset(shown - _farthest), zone.GetUtcOffset(shown + _farthest));
        var moment = shown - before;
        if (before != after && zone.ChangeBetween(shown - _farthest, shown + _farthest, before) is var change && moment >= change)
        {
            moment = shown - after > change ? shown - after : change;
        }

        return moment;
    }

    /// <summary>Whether the clock leaves the whole day out, as those of Samoa did on 30 December 2011.</summary>
    public static bool Skips(this TimeZoneInfo zone, DateOnly day) =>
        zone.FirstAt(day, TimeOnly.MinValue) == zone.FirstAt(day.AddDays(1), TimeOnly.MinValue);

    /// <summary>The channel's day at a moment.</summary>
    public static DateOnly DayAt(this TimeZoneInfo zone, DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>The moment at which a clock that was so far from UTC changes. No zone's clock changes twice within the span that is searched.</summary>
    private static DateTimeOffset ChangeBetween(this TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset to, TimeSpan before)
    {
        while (to - from > _closest)
        {
            var middle = from + TimeSpan.FromSeconds(Math.Floor((to - from).TotalSeconds / 2));
            (from, to) = zone.GetUtcOffset(middle) == before ? (middle, to) : (from, middle);
        }

        return to;
    }
}

/// <summary>A zone as it can be used now.</summary>
/// <param name="IsLost">True when the system's tz database knows it no more, and it stands still at its last distance from UTC: somebody should be told.</param>
public sealed record FoundZone(TimeZoneInfo Zone, bool IsLost)
{
    /// <summary>Finds a zone by its stored name.</summary>
    /// <param name="lastOffset">Its distance from UTC when it was last known.</param>
    public static FoundZone Of(string name, TimeSpan lastOffset) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? new FoundZone(zone, IsLost: false)
            : new FoundZone(TimeZoneInfo.CreateCustomTimeZone(name, lastOffset, name, name), IsLost: true);
}
