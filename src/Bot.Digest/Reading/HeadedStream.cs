namespace Bot.Digest.Reading;

/// <summary>A stream whose beginning was looked at and is still read from the beginning.</summary>
public sealed class HeadedStream : ForwardStream
{
    private readonly Stream _rest;
    private int _given;

    private HeadedStream(Stream rest, ReadOnlyMemory<byte> head)
    {
        _rest = rest;
        Head = head;
    }

    /// <summary>The first bytes; fewer than asked for only when the stream is shorter.</summary>
    public ReadOnlyMemory<byte> Head { get; }

    /// <summary>Reads ahead <paramref name="reach"/> bytes. Disposing the result disposes <paramref name="stream"/>.</summary>
    public static async Task<HeadedStream> OpenAsync(Stream stream, int reach, CancellationToken ct)
    {
        var head = new byte[reach];
        var length = await stream.ReadAtLeastAsync(head, reach, throwOnEndOfStream: false, ct);
        return new(stream, head.AsMemory(0, length));
    }

    public override int Read(Span<byte> buffer)
    {
        var taken = Math.Min(buffer.Length, Head.Length - _given);
        if (taken <= 0)
        {
            return _rest.Read(buffer);
        }

        Head.Span.Slice(_given, taken).CopyTo(buffer);
        _given += taken;
        return taken;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _given < Head.Length ? new(Read(buffer.Span)) : _rest.ReadAsync(buffer, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _rest.Dispose();
        }

        base.Dispose(disposing);
    }
}
