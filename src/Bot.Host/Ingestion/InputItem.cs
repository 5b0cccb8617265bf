using Bot.Digest.Reading;

namespace Bot.Host.Ingestion;

/// <summary>Where in the input something stands, for messages.</summary>
/// <param name="Input">File name as it was given, or "standard input".</param>
/// <param name="Line">Line in a JSON-lines file, from 1; null for a whole document.</param>
/// <param name="Item">Item of a feed, from 1; null for anything else.</param>
public readonly record struct InputPlace(string Input, int? Line = null, int? Item = null)
{
    public override string ToString() => Line is { } line ? $"{Input}, line {line}" : Item is { } item ? $"{Input}, item {item}" : Input;
}

/// <summary>One document of an input, or the reason why there is none at that place.</summary>
/// <param name="BytesDone">Bytes of the input that were read so far, for showing progress.</param>
public sealed record InputItem(InputPlace Place, Document? Document, string? Refusal, long BytesDone)
{
    /// <summary>What was read already, where the input is no document of its own: an item of a feed.</summary>
    public ReadResult? Read { get; init; }
}
