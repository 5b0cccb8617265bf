namespace Bot.Digest.Reading.Visits;

/// <summary>When a source is visited again. Polite first: a server that says how often wins over what its readers would like.</summary>
public static class NextVisit
{
    /// <summary>Never sooner, whatever the server invites to: the floor of FreshRSS.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(15);

    /// <summary>The rhythm that rachelbythebay's feed reader score asks for where a server can answer "not modified".</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);

    /// <summary>The same score's rhythm where every visit costs a whole copy; also miniflux's and our slowest.</summary>
    private static readonly TimeSpan Slowest = TimeSpan.FromHours(24);

    /// <summary>Readers of FreshRSS ask that a rest of a week be kept; one said in years is a mistake.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromDays(7);

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>An item waits a quarter of the usual gap between two at the most. miniflux asks once a gap; a digest is read on time.</summary>
    private const double VisitsAnItem = 4;

    /// <summary>So few a week are visited once a day in any case.</summary>
    private const double FewItems = 1;

    /// <summary>Visits that fall on the same minute of the hour come as a herd; ±10 % spreads them.</summary>
    private const double Spread = 0.1;

    /// <summary>The time of the next visit; null when there is none to be.</summary>
    /// <param name="now">When the last one ended.</param>
    public static DateTimeOffset? After(VisitHistory history, DateTimeOffset now)
    {
        if (history.IsGone)
        {
            return null; // RFC 9110, section 15.5.11: clients should not ask again.
        }

        var offset = Offset(history.Source);
        var planned = (history.FailuresInARow > 0 ? BackOff(history) : Rhythm(history)) * (1 + offset);

        // What the server asked for is a floor; it is spread upwards only.
        var floor = Max(Floor(history), Least(history.RetryAfter ?? TimeSpan.Zero, LongestRest));
        var wait = planned > floor ? planned : floor * (1 + Math.Abs(offset));
        return OutOfSkipped(now + Max(wait, Shortest), history);
    }

    /// <summary>×2 for each failure, from an hour to a day: "back off" as Feeder, FreshRSS and miniflux came to do it.</summary>
    private static TimeSpan BackOff(VisitHistory history) =>
        Least(Usual * Math.Pow(2, Math.Min(history.FailuresInARow - 1, 10)), Slowest);

    private static TimeSpan Rhythm(VisitHistory history)
    {
        // A server that calls its copy fresh for less than an hour invites to come sooner; one without validators that names a time invites at all.
        var invited = history.MaxAge is { } age && age > TimeSpan.Zero ? age : history.StatedInterval;
        var soonest = invited is { } sooner && history.OffersValidators ? Least(Usual, sooner) : Usual;
        var wanted = !history.OffersValidators && invited is null ? Slowest
            : history.ItemsAWeek is not { } items ? Usual
            : items > FewItems ? Week / (items * VisitsAnItem)
            : Slowest;

        return Max(Least(Least(wanted, Slowest), BeforeItemsPass(history)), soonest);
    }

    /// <summary>A copy holds the newest items only: half of them may be new at the next visit, so that none passes by unseen in a busy hour.</summary>
    private static TimeSpan BeforeItemsPass(VisitHistory history) =>
        history is { ItemsAWeek: > FewItems and var items, ItemsOffered: > 0 and var offered } ? Week * Math.Min(offered / (2 * items), 1) : Slowest;

    /// <summary>
    /// max-age and Expires (earth.org.uk measured them as the biggest saving of all), ttl and update periods. Kept up to a day: a page that is said to be
    /// fresh for a year is a slip of a server's settings.
    /// </summary>
    private static TimeSpan Floor(VisitHistory history) =>
        Least(Max(history.MaxAge ?? TimeSpan.Zero, history.StatedInterval ?? TimeSpan.Zero), Slowest);

    /// <summary>The first moment that is neither in a skipped hour nor on a skipped day (RSS 2.0); all hours of all days skipped is a mistake.</summary>
    private static DateTimeOffset OutOfSkipped(DateTimeOffset time, VisitHistory history)
    {
        var moved = time.ToUniversalTime();
        for (var hours = 0; hours < 8 * 24; hours++)
        {
            if (!history.SkippedHours.Contains(moved.Hour) && !history.SkippedDays.Contains(moved.DayOfWeek))
            {
                return moved;
            }

            moved = moved.AddHours(1);
        }

        return time;
    }

    /// <summary>Between -<see cref="Spread"/> and +<see cref="Spread"/>, always the same for one source: its numbers are scattered by Fibonacci hashing (Knuth).</summary>
    private static double Offset(long source) => (((ulong)source * 0x9E3779B97F4A7C15UL >> 11) / (double)(1UL << 53) * 2 - 1) * Spread;

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
