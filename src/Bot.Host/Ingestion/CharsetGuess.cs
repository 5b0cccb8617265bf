using UtfUnknown;

namespace Bot.Host.Ingestion;

/// <summary>The character set of bytes that declare none, by how letters are spread in them.</summary>
public static class CharsetGuess
{
    /// <summary>The likeliest name; null when nothing is likely.</summary>
    public static string? Of(ReadOnlyMemory<byte> bytes) =>
        CharsetDetector.DetectFromBytes(bytes.Span.ToArray()).Detected is { Confidence: > 0.5f } found ? found.EncodingName : null;
}
