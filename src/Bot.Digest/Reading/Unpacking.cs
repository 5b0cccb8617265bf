namespace Bot.Digest.Reading;

/// <summary>Takes gzip packing off an input, at most twice, without knowing its length.</summary>
public static class Unpacking
{
    /// <summary>An archive packed once more on its way happens; more is a trap.</summary>
    private const int MostLayers = 2;

    /// <summary>The unpacked bytes, to be read once from the beginning; disposing it disposes <paramref name="input"/>.</summary>
    /// <exception cref="UnreadableException">Packed too often, broken, or unpacks to too much; also thrown while reading on.</exception>
    public static async Task<HeadedStream> OpenAsync(Stream input, CancellationToken ct)
    {
        var stream = await HeadedStream.OpenAsync(input, DocumentKinds.Reach, ct);
        for (var layers = 0; stream.Head.Span is [0x1F, 0x8B, ..]; layers++)
        {
            if (layers == MostLayers)
            {
                throw new UnreadableException(Refusals.GzipTwice);
            }

            stream = await HeadedStream.OpenAsync(new GuardedUnpacking(stream, Packing.Gzip), DocumentKinds.Reach, ct);
        }

        return stream;
    }
}
