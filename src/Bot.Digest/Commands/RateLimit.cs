using Bot.Digest.Chat;

namespace Bot.Digest.Commands;

/// <summary>How often one user and one chat may ask: a sliding minute, whatever the clock on the wall is set to. Safe for many threads.</summary>
/// <param name="perUser">Times a minute.</param>
/// <param name="perChat">Times a minute.</param>
public sealed class RateLimit(TimeProvider clock, int perUser = RateLimit.PerUser, int perChat = RateLimit.PerChat)
{
    /// <summary>Commands a minute one user may run.</summary>
    public const int PerUser = 10;

    /// <summary>Commands a minute one chat may run.</summary>
    public const int PerChat = 30;

    /// <summary>Above so many askers the ones that were silent for a minute are forgotten.</summary>
    private const int Remembered = 4096;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<object, Queue<long>> _asked = [];

    /// <summary>Counts a command; when it is one too many, nothing is counted and the answer is how long to wait.</summary>
    public TimeSpan? Wait(ChatAddress chat, string user)
    {
        var now = clock.GetTimestamp();
        lock (_lock)
        {
            Forget(now);
            var byUser = Recent((chat.Platform, user), now);
            var byChat = Recent(chat, now);
            if (byUser.Count >= perUser)
            {
                return Left(byUser.Peek(), now);
            }

            if (byChat.Count >= perChat)
            {
                return Left(byChat.Peek(), now);
            }

            byUser.Enqueue(now);
            byChat.Enqueue(now);
            return null;
        }
    }

    /// <summary>How long what was asked then still counts.</summary>
    private TimeSpan Left(long asked, long now) => Window - clock.GetElapsedTime(asked, now);

    private Queue<long> Recent(object key, long now)
    {
        if (!_asked.TryGetValue(key, out var times))
        {
            _asked[key] = times = new Queue<long>();
        }

        while (times.TryPeek(out var oldest) && Left(oldest, now) <= TimeSpan.Zero)
        {
            times.Dequeue();
        }

        return times;
    }

    private void Forget(long now)
    {
        if (_asked.Count <= Remembered)
        {
            return;
        }

        foreach (var key in _asked.Where(asker => asker.Value.All(time => Left(time, now) <= TimeSpan.Zero)).Select(asker => asker.Key).ToList())
        {
            _asked.Remove(key);
        }
    }
}
