namespace Bot.Digest.Reading.Feeds;

/// <summary>
/// Bytes to a feed: RSS, RDF, Atom or JSON Feed, in whatever state they are. Never throws, opens nothing, and takes time in
/// proportion to the length.
/// </summary>
public static class FeedReader
{
    /// <summary>Items that are kept; where a feed holds more, the newest.</summary>
    public const int MostItems = 500;

    /// <summary>What the bytes hold, null when that is no feed.</summary>
    /// <param name="bytes">Unpacked; what goes beyond <see cref="Document.MostBytes"/> is not read.</param>
    /// <param name="contentType">The HTTP header of that name, for its charset; may be null or nonsense.</param>
    /// <param name="address">Where it was fetched from: what its addresses are relative to.</param>
    /// <param name="guessCharset">Asked for a charset's name when the bytes are not UTF-8 and declare nothing.</param>
    public static Feed? Read(
        ReadOnlyMemory<byte> bytes, string? contentType = null, Uri? address = null, Func<ReadOnlyMemory<byte>, string?>? guessCharset = null)
    {
        bytes = bytes[..Math.Min(bytes.Length, Document.MostBytes)];
        var text = Charset.Decode(bytes, Charset.OfHeader(contentType), guessCharset);
        return text.AsSpan().TrimStart(" \t\r\n\0\uFEFF") is ['{', ..]
            ? JsonFeed.Read(text, address)
            : FeedTree.Of(text, address) is { } document ? XmlFeed.Of(document) : null;
    }
}
