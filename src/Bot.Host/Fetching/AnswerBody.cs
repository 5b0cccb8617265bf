using Bot.Digest.Ports;
using Bot.Digest.Reading;

namespace Bot.Host.Fetching;

/// <summary>The body cannot be had; the reason says why.</summary>
internal sealed class BodyRefusedException(FetchFailure reason) : IOException($"The body of an answer was given up: {reason}")
{
    public FetchFailure Reason => reason;
}

/// <summary>Reads bodies, unpacked, within limits of size, packing and pace.</summary>
internal sealed class AnswerBody(TimeProvider clock) : IDisposable
{
    /// <summary>Bodies larger than this are read a few at a time, so that hundreds of endless ones do not fill the memory.</summary>
    private const int Large = 512 * 1024;

    private const int LargeAtOnce = 8;

    /// <summary>1 KB a second, judged after ten seconds and whenever nothing came for as long.</summary>
    private const int LeastBytesASecond = 1024;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _large = new(LargeAtOnce, LargeAtOnce);

    /// <summary>Reads the body of one answer, unpacked.</summary>
    /// <exception cref="BodyRefusedException">Too large, too slow, or packed as nobody can unpack it.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, Wish wish, CancellationToken ct)
    {
        var packings = AnswerHeaders.Parts(response, "Content-Encoding").Where(name => name != "identity").ToList();
        if (packings.Count == 0 && !wish.CutsAtMost && response.Content.Headers.ContentLength > wish.MostBytes)
        {
            throw new BodyRefusedException(FetchFailure.TooLarge);
        }

        try
        {
            await using var body = await UnpackAsync(await response.Content.ReadAsStreamAsync(ct), packings, ct);
            return await ReadAsync(body, wish, ct);
        }
        catch (UnreadableException error)
        {
            throw new BodyRefusedException(error.IsTooMuch ? FetchFailure.TooLarge : FetchFailure.Broken);
        }
    }

    public void Dispose() => _large.Dispose();

    /// <summary>Takes one packing off. Several, one in another, serve nothing but traps.</summary>
    private static async Task<Stream> UnpackAsync(Stream body, List<string> packings, CancellationToken ct)
    {
        if (packings.Count == 0)
        {
            return body;
        }

        var headed = await HeadedStream.OpenAsync(body, reach: 2, ct);
        return (packings is [var name] ? name : "several", headed.Head.ToArray()) switch
        {
            ("gzip" or "x-gzip", [0x1F, 0x8B]) => new GuardedUnpacking(headed, Packing.Gzip),
            // Some servers name a packing that they have not done.
            ("gzip" or "x-gzip", _) => headed,
            ("br", _) => new GuardedUnpacking(headed, Packing.Brotli),
            // The two bytes that a zlib frame begins with are a multiple of 31 (RFC 1950).
            ("deflate", [var first, var second]) when (first & 0x0F) == 8 && ((first << 8) + second) % 31 == 0 => new GuardedUnpacking(headed, Packing.Zlib),
            ("deflate", _) => new GuardedUnpacking(headed, Packing.Deflate),
            _ => throw new BodyRefusedException(FetchFailure.Broken),
        };
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(Stream body, Wish wish, CancellationToken ct)
    {
        var (buffer, length, hasPlace) = (new byte[16 * 1024], 0, false);
        var began = clock.GetTimestamp();
        try
        {
            while (true)
            {
                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, Math.Min(buffer.Length * 2, wish.MostBytes + 1));
                }

                var read = await ReadOnceAsync(body, buffer.AsMemory(length), ct);
                length += read;
                if (read == 0 || length > wish.MostBytes)
                {
                    return length <= wish.MostBytes || wish.CutsAtMost ? buffer.AsMemory(0, Math.Min(length, wish.MostBytes)) : throw new BodyRefusedException(FetchFailure.TooLarge);
                }

                if (clock.GetElapsedTime(began) is var elapsed && elapsed > Grace && length < elapsed.TotalSeconds * LeastBytesASecond)
                {
                    throw new BodyRefusedException(FetchFailure.TooSlow);
                }

                if (!hasPlace && length > Large)
                {
                    await _large.WaitAsync(ct);
                    hasPlace = true;
                }
            }
        }
        finally
        {
            _ = hasPlace ? _large.Release() : 0;
        }
    }

    private async Task<int> ReadOnceAsync(Stream body, Memory<byte> buffer, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(Grace, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            return await body.ReadAsync(buffer, either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new BodyRefusedException(FetchFailure.TooSlow);
        }
    }
}
