namespace Bot.Host.Platforms.Discord.Interactions;

/// <summary>The last ids that came, so that what comes again is not done again. Safe for many threads.</summary>
public sealed class SeenOnce
{
    private const int Most = 4096;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>False for one that came before.</summary>
    public bool Add(string id)
    {
        lock (_lock)
        {
            if (!_ids.Add(id))
            {
                return false;
            }

            _order.Enqueue(id);
            if (_order.Count > Most)
            {
                _ids.Remove(_order.Dequeue());
            }

            return true;
        }
    }
}
