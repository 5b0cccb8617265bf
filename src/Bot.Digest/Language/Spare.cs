namespace Bot.Digest.Language;

/// <summary>
/// Collections that serve one article after another on the same thread, so that reading an article asks for no memory that the one before
/// has just given up. Take one, fill it, give it back when nothing refers to it any more; one that is not given back is simply lost.
/// </summary>
/// <typeparam name="T">The collection.</typeparam>
/// <typeparam name="TItem">What it holds.</typeparam>
internal static class Spare<T, TItem>
    where T : class, ICollection<TItem>, new()
{
    /// <summary>A longer one was filled by an article of a size that comes once in a blue moon: it is not kept.</summary>
    private const int LongestKept = 1 << 14;

    [ThreadStatic]
    private static T? _spare;

    /// <summary>An empty collection.</summary>
    public static T Take()
    {
        var taken = _spare ?? new T();
        _spare = null;
        return taken;
    }

    public static void GiveBack(T collection)
    {
        if (collection.Count <= LongestKept)
        {
            collection.Clear();
            _spare = collection;
        }
    }
}
