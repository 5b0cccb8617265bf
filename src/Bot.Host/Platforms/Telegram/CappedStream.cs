namespace Bot.Host.Platforms.Telegram;

/// <summary>Takes the first bytes of what is written to it and lets the others go.</summary>
internal sealed class CappedStream(int most) : MemoryStream
{
    public ReadOnlyMemory<byte> Taken => GetBuffer().AsMemory(0, (int)Length);

    public override void Write(byte[] buffer, int offset, int count) => base.Write(buffer, offset, Math.Min(count, most - (int)Length));

    // The framework's own overload leads back here.
    public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer, offset, count);
        return Task.CompletedTask;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }
}
