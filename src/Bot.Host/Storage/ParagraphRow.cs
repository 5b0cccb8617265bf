namespace Bot.Host.Storage;

/// <summary>A stored paragraph.</summary>
internal sealed class ParagraphRow
{
    private bool? _isWhole;

    public long Article { get; init; }

    public long Number { get; init; }

    public long Hash { get; init; }

    public string Text { get; init; } = "";

    /// <summary>Whether the text is still the one that was stored.</summary>
    public bool IsWhole => _isWhole ??= Stored.ShortHash(Text) == Hash;
}
