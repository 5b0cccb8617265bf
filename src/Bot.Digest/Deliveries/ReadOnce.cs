namespace Bot.Digest.Deliveries;

/// <summary>What was read in a run, so that it is read once however many ask for it. Not for several threads.</summary>
/// <param name="weigh">How many parts of about a kilobyte a thing has; null for things that are small themselves.</param>
public sealed class ReadOnce<TKey, T>(Func<T, int>? weigh = null)
    where TKey : notnull
{
    /// <summary>Things and their parts, about a kilobyte each: communities with sources of their own share none of them, and one story may have hundreds of articles.</summary>
    private const int MostKept = 100_000;

    private readonly Dictionary<TKey, T> _kept = [];
    private int _weight;

    /// <summary>One thing.</summary>
    public async Task<T> GetAsync(TKey key, Func<Task<T>> read)
    {
        if (!_kept.TryGetValue(key, out var known))
        {
            MakeRoom();
            Keep(key, known = await read());
        }

        return known;
    }

    /// <summary>Several, in the order asked; those that were not read before are read together.</summary>
    /// <param name="read">Gives one for each of its keys, in their order.</param>
    public async Task<IReadOnlyList<T>> GetAsync(IReadOnlyList<TKey> keys, Func<IReadOnlyList<TKey>, Task<IReadOnlyList<T>>> read)
    {
        MakeRoom();
        var missing = keys.Distinct().Where(key => !_kept.ContainsKey(key)).ToList();
        foreach (var (key, found) in missing.Zip(missing.Count == 0 ? [] : await read(missing)))
        {
            Keep(key, found);
        }

        return [.. keys.Select(key => _kept[key])];
    }

    private void Keep(TKey key, T thing)
    {
        _kept[key] = thing;
        _weight += 1 + (weigh?.Invoke(thing) ?? 0);
    }

    private void MakeRoom()
    {
        if (_weight >= MostKept)
        {
            _kept.Clear();
            _weight = 0;
        }
    }
}
