namespace Bot.DiscordStandIn.Communities;

/// <summary>Discord's ids: the milliseconds since the first of 2015, then a counter. Clients read the age of an interaction from its id, so they follow the clock.</summary>
public sealed class Snowflakes(TimeProvider clock)
{
    private const int CounterBits = 22;
    private static readonly DateTimeOffset Epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private long _last;

    /// <summary>A new one; of two, the later is the greater.</summary>
    public ulong Next()
    {
        var now = (long)(clock.GetUtcNow() - Epoch).TotalMilliseconds << CounterBits;
        while (true)
        {
            var last = Volatile.Read(ref _last);
            var next = Math.Max(now, last + 1);
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
            {
                return (ulong)next;
            }
        }
    }

    /// <summary>When one was made.</summary>
    public static DateTimeOffset TimeOf(ulong id) => Epoch.AddMilliseconds(id >> CounterBits);
}
