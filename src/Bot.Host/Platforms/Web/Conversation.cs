using Bot.Digest.Chat;

namespace Bot.Host.Platforms.Web;

/// <summary>One message of the visitor with its answer.</summary>
/// <param name="Number">From 1, never used again; below zero where nothing was asked.</param>
/// <param name="Asked">What was typed or pressed; empty for what was posted.</param>
public sealed record Turn(int Number, string Asked, Reply Reply, DateTimeOffset At)
{
    /// <summary>The number of what was posted; 0 for what was asked.</summary>
    public int Post => Math.Max(0, -Number);
}

/// <summary>What one visitor asked and was answered, kept in memory so that the page can be loaded again. Safe for many threads.</summary>
public sealed class Conversation
{
    /// <summary>Turns kept; older ones are dropped.</summary>
    public const int Most = 40;

    private readonly Lock _lock = new();
    private readonly List<Turn> _turns = [];
    private int _last;

    public IReadOnlyList<Turn> Turns
    {
        get
        {
            lock (_lock)
            {
                return [.. _turns];
            }
        }
    }

    public Turn Add(string asked, Reply reply, DateTimeOffset at)
    {
        lock (_lock)
        {
            if (_turns.Count == Most)
            {
                _turns.RemoveAt(0);
            }

            var turn = new Turn(++_last, asked, reply, at);
            _turns.Add(turn);
            return turn;
        }
    }

    /// <summary>Turns the page of an earlier answer in its place; null when that answer is gone.</summary>
    public Turn? Replace(int number, Reply reply)
    {
        lock (_lock)
        {
            var at = _turns.FindIndex(turn => turn.Number == number);
            return at < 0 ? null : _turns[at] = _turns[at] with { Reply = reply };
        }
    }
}

/// <summary>The conversations of the visitors who asked something; the ones that were silent longest make room. Safe for many threads.</summary>
public sealed class Conversations
{
    /// <summary>Conversations kept at a time.</summary>
    public const int Most = 64;

    private readonly Lock _lock = new();

    // Silent longest first.
    private readonly OrderedDictionary<string, Conversation> _byVisitor = new(StringComparer.Ordinal);

    /// <summary>The visitor's conversation, null when nothing was asked yet or it had to make room.</summary>
    public Conversation? Find(string visitor)
    {
        lock (_lock)
        {
            return _byVisitor.GetValueOrDefault(visitor);
        }
    }

    public Conversation Open(string visitor)
    {
        lock (_lock)
        {
            var conversation = _byVisitor.GetValueOrDefault(visitor) ?? new Conversation();
            _byVisitor.Remove(visitor);
            if (_byVisitor.Count == Most)
            {
                _byVisitor.RemoveAt(0);
            }

            _byVisitor.Add(visitor, conversation);
            return conversation;
        }
    }

    public void Clear(string visitor)
    {
        lock (_lock)
        {
            _byVisitor.Remove(visitor);
        }
    }
}
