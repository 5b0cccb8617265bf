namespace Bot.TelegramStandIn;

/// <summary>Things that happened, in order, of which each can be waited for once. Safe for many threads.</summary>
public sealed class Journal<T>
{
    private readonly Lock _gate = new();
    private readonly List<(T Item, bool IsTaken)> _items = [];
    private TaskCompletionSource _grew = New();

    /// <summary>Everything so far, waited for or not.</summary>
    public IReadOnlyList<T> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _items.Select(entry => entry.Item)];
            }
        }
    }

    /// <summary>Waits for the next that is wanted and that nobody waited for yet.</summary>
    public async Task<T> NextAsync(Func<T, bool> isWanted, CancellationToken ct)
    {
        while (true)
        {
            Task grew;
            lock (_gate)
            {
                var at = _items.FindIndex(entry => !entry.IsTaken && isWanted(entry.Item));
                if (at >= 0)
                {
                    _items[at] = (_items[at].Item, true);
                    return _items[at].Item;
                }

                grew = _grew.Task;
            }

            await grew.WaitAsync(ct);
        }
    }

    internal void Add(T item)
    {
        TaskCompletionSource grew;
        lock (_gate)
        {
            _items.Add((item, false));
            (grew, _grew) = (_grew, New());
        }

        grew.SetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
