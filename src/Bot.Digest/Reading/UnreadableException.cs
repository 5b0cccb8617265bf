namespace Bot.Digest.Reading;

/// <summary>The bytes of an input end here, though it may have more: its packing is broken or hostile. The message is one of <see cref="Refusals"/>.</summary>
public sealed class UnreadableException(string refusal) : IOException(refusal)
{
    /// <summary>True when the packing is whole and holds too much.</summary>
    public bool IsTooMuch { get; init; }
}
