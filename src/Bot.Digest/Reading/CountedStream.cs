namespace Bot.Digest.Reading;

/// <summary>A stream that tells how many bytes were read from it, as they are read.</summary>
public sealed class CountedStream(Stream inner, Action<int> count) : ForwardStream
{
    public override int Read(Span<byte> buffer)
    {
        var length = inner.Read(buffer);
        count(length);
        return length;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var length = await inner.ReadAsync(buffer, cancellationToken);
        count(length);
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
}
