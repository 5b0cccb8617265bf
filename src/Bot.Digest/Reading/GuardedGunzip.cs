using System.Buffers.Binary;
using System.IO.Compression;

namespace Bot.Digest.Reading;

/// <summary>Unpacks gzip and stops where it is a bomb, broken or cut off; the framework's stream ends silently where input is cut off.</summary>
internal sealed class GuardedGunzip : ForwardStream
{
    /// <summary>Measured: text packs 2 to 20 times, markup up to 60; a bomb of zeros 1,029 times.</summary>
    private const int MostTimes = 200;

    /// <summary>A small file of few different bytes may pack better than <see cref="MostTimes"/> and harms nobody.</summary>
    private const long Unsuspected = 1024 * 1024;

    private readonly CountedStream _packed;
    private readonly GZipStream _unpacked;
    private long _given;

    public GuardedGunzip(Stream packed)
    {
        _packed = new CountedStream(packed);
        _unpacked = new GZipStream(_packed, CompressionMode.Decompress);
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Judged(_unpacked.Read(buffer), buffer.Length);
        }
        catch (InvalidDataException)
        {
            throw new UnreadableException(Refusals.BrokenGzip);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Judged(await _unpacked.ReadAsync(buffer, cancellationToken), buffer.Length);
        }
        catch (InvalidDataException)
        {
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

    private int Judged(int length, int wanted)
    {
        _given += length;
        if (_given > Unsuspected && _given > _packed.Count * MostTimes)
        {
            throw new UnreadableException(Refusals.GzipBomb);
        }

        // The last member's length stands in the last four bytes (RFC 1952); where the file is cut off, some other number does.
        return length > 0 || wanted == 0 || _packed.LastFourBytes <= _given % (1L << 32)
            ? length
            : throw new UnreadableException(Refusals.BrokenGzip);
    }

    /// <summary>Counts the bytes that pass and remembers the last four.</summary>
    private sealed class CountedStream(Stream inner) : ForwardStream
    {
        private readonly byte[] _last = new byte[4];

        public long Count { get; private set; }

        public uint LastFourBytes => BinaryPrimitives.ReadUInt32LittleEndian(_last);

        public override int Read(Span<byte> buffer)
        {
            var length = inner.Read(buffer);
            Note(buffer[..length]);
            return length;
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var length = await inner.ReadAsync(buffer, cancellationToken);
            Note(buffer.Span[..length]);
            return length;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }

        private void Note(ReadOnlySpan<byte> passed)
        {
            Count += passed.Length;
            foreach (var value in passed[Math.Max(0, passed.Length - 4)..])
            {
                (_last[0], _last[1], _last[2], _last[3]) = (_last[1], _last[2], _last[3], value);
            }
        }
    }
}
