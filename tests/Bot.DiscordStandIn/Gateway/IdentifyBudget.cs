namespace Bot.DiscordStandIn.Gateway;

/// <summary>How often a bot may begin sessions (events/gateway, session start limit). All times are the stand-in's clock's.</summary>
public sealed class IdentifyBudget(TimeProvider clock)
{
    /// <summary>Over so long two identifies of the same bucket are too many.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    private readonly List<(DateTimeOffset At, int Bucket)> _all = [];

    /// <summary>Identifies a day, over all shards.</summary>
    public int Total { get; set; } = 1000;

    /// <summary>Identifies in five seconds; shards with the same rest when divided by it share a bucket.</summary>
    public int MaxConcurrency { get; set; } = 1;

    /// <summary>When sessions were begun, or tried to.</summary>
    public IReadOnlyList<DateTimeOffset> All => [.. _all.Select(one => one.At)];

    /// <summary>How many of the day's are left.</summary>
    public int Remaining => Math.Max(0, Total - Today);

    private int Today => _all.Count(one => one.At > clock.GetUtcNow().AddDays(-1));

    /// <summary>When the day of the oldest one is over; zero when there is none.</summary>
    internal TimeSpan ResetsAfter => _all.Where(one => one.At > clock.GetUtcNow().AddDays(-1)).Select(one => one.At.AddDays(1) - clock.GetUtcNow()).DefaultIfEmpty(TimeSpan.Zero).First();

    /// <summary>Counts one.</summary>
    /// <returns>Whether it is neither too many a day nor too soon after the last.</returns>
    internal (bool IsInBudget, bool IsPaced) Take(int shard)
    {
        var now = clock.GetUtcNow();
        var bucket = shard % MaxConcurrency;
        var isPaced = !_all.Exists(one => one.Bucket == bucket && one.At > now - Pace);
        var isInBudget = Remaining > 0;
        _all.Add((now, bucket));
        return (isInBudget, isPaced);
    }
}
