namespace Bot.Digest.Reading.Feeds;

/// <summary>
/// Bytes to a sitemap: XML of sitemaps.org, its index, the news extension, or plain text with an address a line; packed or not.
/// Never throws.
/// </summary>
public static class SitemapReader
{
    /// <summary>As many as a news sitemap may list (Google's news sitemap format).</summary>
    public const int MostEntries = 1_000;

    /// <summary>Unpacked; what goes beyond is not read. 50,000 addresses, the protocol's most, take about as much.</summary>
    private const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Null where the bytes are no sitemap.</summary>
    /// <param name="address">Where it was fetched from; may be null.</param>
    public static Sitemap? Read(ReadOnlyMemory<byte> bytes, string? contentType = null, Uri? address = null)
    {
        if (Unpacked(bytes) is not { } unpacked)
        {
            return null;
        }

        var text = Charset.Decode(unpacked, Charset.OfHeader(contentType));
        return text.AsSpan().TrimStart(" \t\r\n\0\uFEFF") is ['<', ..] ? new SitemapTokens(text, address).Read() : OfLines(text);
    }

    /// <summary>The newest of too many; those without a date count as older than any.</summary>
    internal static Sitemap Limited(List<SitemapEntry> pages, List<SitemapEntry> sitemaps)
    {
        var (keptPages, keptSitemaps) = (Newest(pages), Newest(sitemaps));
        return new()
        {
            Pages = keptPages,
            Sitemaps = keptSitemaps,
            LeftOut = pages.Count + sitemaps.Count - keptPages.Count - keptSitemaps.Count,
        };
    }

    private static List<SitemapEntry> Newest(List<SitemapEntry> entries) =>
        entries.Count <= MostEntries ? entries
            : [.. entries.Index().OrderByDescending(entry => entry.Item.Date).Take(MostEntries).OrderBy(entry => entry.Index).Select(entry => entry.Item)];

    private static Sitemap? OfLines(string text)
    {
        var pages = new List<SitemapEntry>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                continue;
            }

            if (FeedAddress.Of(line.ToString(), origin: null) is not { } page)
            {
                return null; // Some other text.
            }

            pages.Add(new(page, Modified: null, News: null));
        }

        return pages.Count == 0 ? null : Limited(pages, []);
    }

    private static ReadOnlyMemory<byte>? Unpacked(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span is not [0x1F, 0x8B, ..])
        {
            return bytes[..Math.Min(bytes.Length, MostBytes)];
        }

        try
        {
            using var stream = new GuardedUnpacking(new MemoryStream(bytes.ToArray(), writable: false), Packing.Gzip);
            using var unpacked = new MemoryStream();
            var piece = new byte[64 * 1024];
            for (int length; unpacked.Length < MostBytes && (length = stream.Read(piece)) > 0;)
            {
                unpacked.Write(piece, 0, length);
            }

            return unpacked.GetBuffer().AsMemory(0, (int)Math.Min(unpacked.Length, MostBytes));
        }
        catch (UnreadableException)
        {
            return null;
        }
    }
}
