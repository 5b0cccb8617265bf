namespace Bot.Digest.Deliveries;

/// <summary>What was read in a run, so that it is read once however many ask for it. Not for several threads.</summary>
internal sealed class ReadOnce<TKey, T>
    where TKey : notnull
{
    /// <summary>Kept things, some kilobytes each: communities with sources of their own share none of them.</summary>
    private const int MostKept = 10_000;

    private readonly Dictionary<TKey, T> _kept = [];

    /// <summary>One thing.</summary>
    public async Task<T> GetAsync(TKey key, Func<Task<T>> read)
    {
        if (!_kept.TryGetValue(key, out var known))
        {
            MakeRoom();
            _kept[key] = known = await read();
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
            _kept[key] = found;
        }

        return [.. keys.Select(key => _kept[key])];
    }

    private void MakeRoom()
    {
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }
    }
}
