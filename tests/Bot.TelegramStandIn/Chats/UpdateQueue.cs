using System.Text.Json.Nodes;

namespace Bot.TelegramStandIn.Chats;

/// <summary>What happened and the bot was not told yet, or did not confirm. Safe for many threads.</summary>
public sealed class UpdateQueue
{
    /// <summary>Updates are kept for no longer (documented at getUpdates).</summary>
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>Sent only to bots that ask for them by name (documented at getUpdates).</summary>
    private static readonly string[] OnRequest = ["chat_member", "message_reaction", "message_reaction_count"];

    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private readonly List<(int Id, JsonObject Wire, DateTimeOffset At)> _pending = [];
    private HashSet<string> _allowed = [];
    private TaskCompletionSource _grew = New();
    private TaskCompletionSource _shrank = New();
    private int _next = 700_000_001;
    private bool _isNextRepeated;
    private bool _isNextReversed;

    internal UpdateQueue(TimeProvider clock) => _clock = clock;

    /// <summary>How many wait to be confirmed.</summary>
    public int Pending
    {
        get
        {
            lock (_gate)
            {
                Forget();
                return _pending.Count;
            }
        }
    }

    /// <summary>Waits until the bot has confirmed all that it was told: then it has done what it does about it.</summary>
    public async Task ConfirmedAsync(CancellationToken ct)
    {
        while (true)
        {
            Task shrank;
            lock (_gate)
            {
                if (_pending.Count == 0)
                {
                    return;
                }

                shrank = _shrank.Task;
            }

            await shrank.WaitAsync(ct);
        }
    }

    /// <summary>The next updates come a second time after they were confirmed.</summary>
    public void RepeatNext()
    {
        lock (_gate)
        {
            _isNextRepeated = true;
        }
    }

    /// <summary>The next updates that come together come in the wrong order.</summary>
    public void ReverseNext()
    {
        lock (_gate)
        {
            _isNextReversed = true;
        }
    }

    /// <summary>Completes when there may be something to take.</summary>
    internal Task Grew
    {
        get
        {
            lock (_gate)
            {
                return _pending.Count > 0 ? Task.CompletedTask : _grew.Task;
            }
        }
    }

    /// <summary>Keeps an update if the bot wants its kind.</summary>
    /// <returns>The whole update; null when it is of no interest.</returns>
    internal JsonObject? Add(string kind, JsonObject content)
    {
        lock (_gate)
        {
            if (_allowed.Count > 0 ? !_allowed.Contains(kind) : OnRequest.Contains(kind, StringComparer.Ordinal))
            {
                return null;
            }

            var update = new JsonObject { ["update_id"] = _next, [kind] = content };
            _pending.Add((_next++, update, _clock.GetUtcNow()));
            _grew.TrySetResult();
            _grew = New();
            return update;
        }
    }

    /// <summary>What the bot wants to be told from now on; an empty list for the usual kinds. Lasts until it says otherwise.</summary>
    internal void Allow(IEnumerable<string> kinds)
    {
        lock (_gate)
        {
            _allowed = [.. kinds];
        }
    }

    internal IReadOnlyList<string> Allowed
    {
        get
        {
            lock (_gate)
            {
                return [.. _allowed];
            }
        }
    }

    /// <summary>Forgets what comes before an offset; with a negative one, all but so many of the last.</summary>
    internal void Confirm(long offset)
    {
        lock (_gate)
        {
            var until = offset < 0 ? _pending.SkipLast((int)-offset).Select(update => update.Id + 1L).LastOrDefault() : offset;
            if (_isNextRepeated && _pending.Any(update => update.Id < until))
            {
                _isNextRepeated = false;
                return;
            }

            _pending.RemoveAll(update => update.Id < until);
            _shrank.TrySetResult();
            _shrank = New();
        }
    }

    /// <summary>The oldest that are pending. They stay so until they are confirmed.</summary>
    internal IReadOnlyList<JsonObject> Peek(int limit)
    {
        lock (_gate)
        {
            Forget();
            List<JsonObject> next = [.. _pending.Take(limit).Select(update => update.Wire.DeepClone().AsObject())];
            if (_isNextReversed && next.Count > 1)
            {
                _isNextReversed = false;
                next.Reverse();
            }

            return next;
        }
    }

    /// <summary>Forgets all that the bot was not told.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _pending.Clear();
        }
    }

    private void Forget()
    {
        var now = _clock.GetUtcNow();
        _pending.RemoveAll(update => now - update.At > Life);
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
