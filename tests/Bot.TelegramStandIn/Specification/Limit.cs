namespace Bot.TelegramStandIn.Specification;

/// <summary>From a least to a most, both allowed.</summary>
public readonly record struct Bounds(decimal Least, decimal Most)
{
    public bool Hold(decimal value) => value >= Least && value <= Most;

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Least}..{Most}");
}

/// <summary>What the documentation allows in a field beyond its type; null where it says nothing.</summary>
public sealed record Limit
{
    public static readonly Limit None = new();

    /// <summary>Characters, counted in UTF-16 units.</summary>
    public Bounds? Characters { get; init; }

    /// <summary>Whether characters count after the markup was read out of the text.</summary>
    public bool IsParsed { get; init; }

    /// <summary>Bytes of UTF-8.</summary>
    public Bounds? Bytes { get; init; }

    /// <summary>Members of a list.</summary>
    public Bounds? Items { get; init; }

    /// <summary>A number.</summary>
    public Bounds? Value { get; init; }

    /// <summary>The values that a text may have; empty where any will do.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];

    /// <summary>The letters that a text may have, as a class of a regular expression ("a-z0-9_").</summary>
    public string? Letters { get; init; }
}
