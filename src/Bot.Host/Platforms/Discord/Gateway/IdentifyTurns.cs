using System.Globalization;
using Bot.Digest.Ports;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Gateway;

/// <summary>
/// When a session may be begun. Discord takes a bot's token away that begins more than its limit in a day (1,000; docs.discord.com, events/gateway), so
/// what was begun is counted through restarts, and a program that fails at once after each start slows down. Safe for many threads.
/// </summary>
public sealed class IdentifyTurns(IPlatformState state, TimeProvider clock) : IDisposable
{
    private const string StateName = "identifies";

    /// <summary>So many at a stretch beside one for each shard are nothing unusual.</summary>
    private const int Free = 3;

    /// <summary>Below this part of what Discord allows nothing is begun until all may be begun again.</summary>
    private const double Reserve = 0.1;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>What is a stretch.</summary>
    private static readonly TimeSpan Stretch = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>Between two shards of one bucket: five seconds by Discord's clock, and what one may be under way longer than the other.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(6);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<int, DateTimeOffset> _buckets = [];

    /// <summary>Waits until a session may be begun; that it is begun is durable when this returns.</summary>
    /// <param name="shards">How many shards there are.</param>
    public async Task WaitAsync(int shard, int shards, SessionStartLimit limit, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            var now = clock.GetUtcNow();
            var begun = (await ReadAsync(ct)).Where(moment => moment > now - Day).Select(moment => Past(moment, now)).ToList();
            var bucket = shard % Math.Max(1, limit.MaxConcurrency);

            // The program before this one may have begun a session just now.
            var last = _buckets.Count == 0 ? begun.LastOrDefault() : Past(_buckets.GetValueOrDefault(bucket), now);
            var gap = last + Gap - now;

            // From the last one on, since Discord does not keep a connection for ever on which nothing is begun: then it is waited on.
            var rest = begun.LastOrDefault() + WaitAfter(begun, shards, now) - now;
            await Task.Delay(Longest(gap, rest, Exhausted(limit)), clock, ct);

            begun.Add(clock.GetUtcNow());
            await state.WriteAsync(DiscordPlatform.Name, StateName, string.Join(' ', begun.Select(moment => moment.ToUnixTimeMilliseconds())), ct);

            // Only now it goes out: writing may have taken its time.
            _buckets[bucket] = clock.GetUtcNow();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Twice as long for each one beyond the free ones of the last stretch, up to ten minutes: a program that fails right after each start begins about 400 a day.</summary>
    internal static TimeSpan WaitAfter(IReadOnlyList<DateTimeOffset> begun, int shards, DateTimeOffset now)
    {
        var unusual = begun.Count(moment => moment > now - Stretch) - Free - shards + 1;
        var wait = unusual <= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(5 * Math.Pow(2, Math.Min(unusual, 10)));
        return wait < LongestWait ? wait : LongestWait;
    }

    /// <summary>What is still to come was written before the clock was put back: nobody waits until then.</summary>
    private static DateTimeOffset Past(DateTimeOffset moment, DateTimeOffset now) => moment < now ? moment : now;

    private static TimeSpan Exhausted(SessionStartLimit limit) =>
        limit.Remaining <= limit.Total * Reserve ? TimeSpan.FromMilliseconds(limit.ResetAfter) : TimeSpan.Zero;

    private static TimeSpan Longest(params ReadOnlySpan<TimeSpan> waits)
    {
        var longest = TimeSpan.Zero;
        foreach (var wait in waits)
        {
            longest = wait > longest ? wait : longest;
        }

        return longest;
    }

    private async Task<IEnumerable<DateTimeOffset>> ReadAsync(CancellationToken ct) =>
        (await state.ReadAsync(DiscordPlatform.Name, StateName, ct) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(text => long.TryParse(text, CultureInfo.InvariantCulture, out _))
            .Select(text => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(text, CultureInfo.InvariantCulture)));
}
