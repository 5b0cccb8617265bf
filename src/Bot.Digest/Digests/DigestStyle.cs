namespace Bot.Digest.Digests;

/// <summary>How much of its stories a digest tells.</summary>
public enum DigestStyle
{
    /// <summary>Headlines.</summary>
    Brief = 1,

    /// <summary>Three stories in full and five headlines: one message, where it fits.</summary>
    Standard = 2,

    /// <summary>Up to twelve stories in full.</summary>
    Full = 3,
}

/// <summary>How many stories a style has room for.</summary>
/// <param name="InFull">Told in full; the rest are headlines.</param>
public readonly record struct DigestSize(int InFull, int InAll)
{
    public static DigestSize Of(DigestStyle style) => style switch
    {
        DigestStyle.Brief => new(0, 8),
        DigestStyle.Full => new(12, 12),
        _ => new(3, 8),
    };
}
