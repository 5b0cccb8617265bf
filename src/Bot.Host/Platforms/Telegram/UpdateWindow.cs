namespace Bot.Host.Platforms.Telegram;

/// <summary>
/// Which updates were taken and which of them are done. The server gives out again everything from the number that it is asked for, and forgets what is
/// below: so that number is the lowest that is not done. Safe for many threads.
/// </summary>
public sealed class UpdateWindow
{
    private readonly Lock _lock = new();
    private readonly SortedSet<int> _open = [];
    private readonly HashSet<int> _done = [];

    // Everything below the first is done; the second follows the highest that was taken.
    private int? _floor;
    private int? _next;

    /// <summary>Begins where reading ended.</summary>
    /// <param name="offset">From where on nothing is done; null where that is not known.</param>
    public UpdateWindow(int? offset) => _floor = _next = offset;

    /// <summary>The lowest number that is not done; null before the first.</summary>
    public int? Offset
    {
        get
        {
            lock (_lock)
            {
                return _open.Count > 0 ? _open.Min : _next;
            }
        }
    }

    public bool IsIdle
    {
        get
        {
            lock (_lock)
            {
                return _open.Count == 0;
            }
        }
    }

    /// <summary>False for an update that was taken before: what ends while the server writes its answer is still in it.</summary>
    public bool TryTake(int update)
    {
        lock (_lock)
        {
            if (update < _floor || _done.Contains(update) || !_open.Add(update))
            {
                return false;
            }

            _next = Math.Max(_next ?? update, update + 1);
            return true;
        }
    }

    /// <summary>Everything that follows from it is stored and said.</summary>
    public void Finish(int update)
    {
        lock (_lock)
        {
            _open.Remove(update);
            _done.Add(update);
            _floor = _open.Count > 0 ? _open.Min : _next;
            _done.RemoveWhere(done => done < _floor);
        }
    }

    /// <summary>After a week without updates the server counts on from any number (core.telegram.org/bots/api#update).</summary>
    public void ForgetNumbers()
    {
        lock (_lock)
        {
            if (_open.Count == 0)
            {
                _floor = _next = null;
                _done.Clear();
            }
        }
    }
}
