namespace Bot.Digest.Language;

/// <summary>
/// Lists that serve one article after another on the same thread, so that reading an article asks for no memory that the one before has
/// just given up. Take one, fill it, give it back when nothing refers to it any more; one that is not given back is simply lost.
/// </summary>
internal static class SpareList<T>
{
    /// <summary>A longer list was made by an article of a size that comes once in a blue moon: it is not kept.</summary>
    private const int LongestKept = 1 << 16;

    [ThreadStatic]
    private static List<T>? _spare;

    /// <summary>An empty list.</summary>
    public static List<T> Take()
    {
        var list = _spare ?? [];
        _spare = null;
        return list;
    }

    public static void GiveBack(List<T> list)
    {
        if (list.Capacity <= LongestKept)
        {
            list.Clear();
            _spare = list;
        }
    }
}
