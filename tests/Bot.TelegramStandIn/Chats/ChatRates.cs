using System.Runtime.InteropServices;

namespace Bot.TelegramStandIn.Chats;

/// <summary>
/// How fast a bot may write, by Telegram's FAQ for bots ("My bot is hitting limits"): about one message a second to a chat, though short bursts pass;
/// 20 a minute to a group; about 30 a second to all.
/// </summary>
/// <param name="isLimited">Whether the rates hold; without, only rests do.</param>
internal sealed class ChatRates(TimeProvider clock, bool isLimited)
{
    /// <summary>How many messages to a chat pass at once before one a second counts. The FAQ says "short bursts" and no number.</summary>
    private const int Burst = 4;

    private const int AGroupsMinute = 20;
    private const int ASecondToAll = 30;

    private readonly Dictionary<long, Bucket> _chats = [];
    private readonly Dictionary<long, Queue<DateTimeOffset>> _groups = [];
    private readonly Queue<DateTimeOffset> _all = new();
    private readonly Dictionary<long, DateTimeOffset> _rests = [];
    private DateTimeOffset _allRestUntil;

    /// <summary>Lets nothing pass for a time, whatever the rates allow.</summary>
    /// <param name="chat">To one chat; null for all.</param>
    public void Rest(Chat? chat, TimeSpan time)
    {
        var until = clock.GetUtcNow() + time;
        (chat is null ? ref _allRestUntil : ref CollectionsMarshal.GetValueRefOrAddDefault(_rests, chat.Id, out _)) = until;
    }

    /// <summary>Counts a message, unless there were too many.</summary>
    /// <returns>Whole seconds after which it would pass; null when it passes now.</returns>
    public int? Take(Chat chat)
    {
        var now = clock.GetUtcNow();
        var rest = Math.Max((_allRestUntil - now).TotalSeconds, (_rests.GetValueOrDefault(chat.Id) - now).TotalSeconds);
        return rest > 0 ? (int)Math.Ceiling(rest) : isLimited ? Count(chat, now) : null;
    }

    private int? Count(Chat chat, DateTimeOffset now)
    {
        var bucket = _chats.TryGetValue(chat.Id, out var known) ? known : new Bucket(Burst, now);
        var tokens = Math.Min(Burst, bucket.Tokens + (now - bucket.At).TotalSeconds);
        var group = Window(chat);
        var wait = Math.Max(Math.Max(1 - tokens, Wait(_all, ASecondToAll, TimeSpan.FromSeconds(1), now)), group is null ? 0 : Wait(group, AGroupsMinute, TimeSpan.FromMinutes(1), now));
        if (wait > 0)
        {
            return (int)Math.Ceiling(wait);
        }

        _chats[chat.Id] = new(tokens - 1, now);
        _all.Enqueue(now);
        group?.Enqueue(now);
        return null;
    }

    private Queue<DateTimeOffset>? Window(Chat chat)
    {
        if (chat.Kind is ChatKind.Private or ChatKind.Channel)
        {
            return null;
        }

        return _groups.TryGetValue(chat.Id, out var window) ? window : _groups[chat.Id] = new();
    }

    /// <summary>Seconds until one more fits into the window.</summary>
    private static double Wait(Queue<DateTimeOffset> window, int most, TimeSpan length, DateTimeOffset now)
    {
        while (window.TryPeek(out var oldest) && oldest + length <= now)
        {
            window.Dequeue();
        }

        return window.Count < most ? 0 : (window.Peek() + length - now).TotalSeconds;
    }

    private readonly record struct Bucket(double Tokens, DateTimeOffset At);
}
