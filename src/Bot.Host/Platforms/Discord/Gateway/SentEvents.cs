namespace Bot.Host.Platforms.Discord.Gateway;

/// <summary>Counts what a connection sends: Discord closes one that sends more than 120 in a minute (docs.discord.com, events/gateway, rate limiting).</summary>
public sealed class SentEvents(TimeProvider clock)
{
    /// <summary>Leaves room for beginning or resuming a session.</summary>
    private const int Most = 110;

    private readonly Queue<long> _sent = new();

    /// <summary>Counts one more, unless it would be one too many.</summary>
    public bool MayCount()
    {
        while (_sent.TryPeek(out var oldest) && clock.GetElapsedTime(oldest) >= TimeSpan.FromMinutes(1))
        {
            _sent.Dequeue();
        }

        if (_sent.Count >= Most)
        {
            return false;
        }

        _sent.Enqueue(clock.GetTimestamp());
        return true;
    }
}
