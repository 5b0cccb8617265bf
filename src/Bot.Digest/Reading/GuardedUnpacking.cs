using System.IO.Compression;

namespace Bot.Digest.Reading;

/// <summary>How bytes are packed.</summary>
public enum Packing
{
    Gzip,

    /// <summary>Deflate in the frame of zlib, which HTTP calls "deflate".</summary>
    Zlib,

    /// <summary>Deflate without a frame, which some servers call so too.</summary>
    Deflate,

    Brotli,
}

/// <summary>Unpacks and stops where it is a bomb, broken or, as Directory.Build.props asks of the framework, cut off.</summary>
public sealed class GuardedUnpacking : ForwardStream
{
    /// <summary>Measured: text packs 2 to 20 times, markup up to 60; a bomb of zeros 1,029 times in gzip, 600,000 times in brotli.</summary>
    private const int MostTimes = 200;

    /// <summary>A small file of few different bytes may pack better than <see cref="MostTimes"/> and harms nobody.</summary>
    private const long Unsuspected = 1024 * 1024;

    private readonly Stream _unpacked;
    private long _taken;
    private long _given;

    /// <summary>Disposing it disposes <paramref name="packed"/>.</summary>
    public GuardedUnpacking(Stream packed, Packing packing)
    {
        var counted = new CountedStream(packed, length => _taken += length);
        _unpacked = packing switch
        {
            Packing.Gzip => new GZipStream(counted, CompressionMode.Decompress),
            Packing.Zlib => new ZLibStream(counted, CompressionMode.Decompress),
            Packing.Deflate => new DeflateStream(counted, CompressionMode.Decompress),
            _ => new BrotliStream(counted, CompressionMode.Decompress),
        };
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Judged(_unpacked.Read(buffer));
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException)
        {
            // Brotli's decoder calls bytes that it cannot read an invalid operation.
            throw new UnreadableException(Refusals.BrokenGzip);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Judged(await _unpacked.ReadAsync(buffer, cancellationToken));
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException)
        {
            // Brotli's decoder calls bytes that it cannot read an invalid operation.
            throw new UnreadableException(Refusals.BrokenGzip);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _unpacked.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Judged(int length)
    {
        _given += length;
        return _given <= Unsuspected || _given <= _taken * MostTimes ? length : throw new UnreadableException(Refusals.GzipBomb) { IsTooMuch = true };
    }
}
