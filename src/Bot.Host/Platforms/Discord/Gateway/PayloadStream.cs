using System.Buffers;
using System.IO.Compression;

namespace Bot.Host.Platforms.Discord.Gateway;

/// <summary>
/// Unpacks a connection's zlib stream: one context from its first byte to its last, a payload ending where the sender flushed (docs.discord.com,
/// events/gateway, transport compression).
/// </summary>
public sealed class PayloadStream : IDisposable
{
    /// <summary>A payload that unpacks to more is none of Discord's; the announcement of a large server takes a few million bytes.</summary>
    private const int Largest = 64 * 1024 * 1024;

    private static readonly byte[] _flush = [0x00, 0x00, 0xFF, 0xFF];

    private readonly ArrivingBytes _arriving = new();
    private readonly ZLibStream _inflating;
    private readonly byte[] _buffer = new byte[32 * 1024];

    /// <summary>The beginning of a payload that comes in several messages.</summary>
    private ArrayBufferWriter<byte> _packed = new();
    private ArrayBufferWriter<byte> _payload = new();
    private Task<int>? _reading;

    public PayloadStream() => _inflating = new ZLibStream(_arriving, CompressionMode.Decompress);

    /// <summary>Takes a message of the socket.</summary>
    /// <returns>The payload's bytes when it is whole, good until the next message is taken; null when more has to come.</returns>
    /// <exception cref="InvalidDataException">These are no bytes of such a stream, or too many.</exception>
    public async Task<ReadOnlyMemory<byte>?> TakeAsync(ReadOnlyMemory<byte> message)
    {
        if (_packed.WrittenCount > 0 || !message.Span.EndsWith(_flush))
        {
            _packed.Write(message.Span);
            message = _packed.WrittenMemory;
        }

        if (message.Length > Largest)
        {
            throw new InvalidDataException($"A payload of more than {Largest} bytes.");
        }

        if (!message.Span.EndsWith(_flush))
        {
            return null;
        }

        _arriving.Add(message);
        var payload = await InflateAsync();
        _packed = _packed.Emptied();
        return payload;
    }

    public void Dispose()
    {
        _arriving.Dispose();
        _inflating.Dispose();
    }

    /// <summary>Reads until the inflater asks for more than has arrived: that read stays open until the next payload comes.</summary>
    private async Task<ReadOnlyMemory<byte>> InflateAsync()
    {
        _payload = _payload.Emptied();
        while (true)
        {
            _reading ??= _inflating.ReadAsync(_buffer.AsMemory()).AsTask();
            if (await Task.WhenAny(_reading, _arriving.Exhausted) != _reading)
            {
                return _payload.WrittenMemory;
            }

            _payload.Write(_buffer.AsSpan(0, await _reading));
            _reading = null;
            if (_payload.WrittenCount > Largest)
            {
                throw new InvalidDataException($"A payload of more than {Largest} bytes.");
            }
        }
    }

    /// <summary>A stream that waits for bytes instead of ending.</summary>
    private sealed class ArrivingBytes : Stream
    {
        private ReadOnlyMemory<byte> _waiting;
        private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource _exhausted = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Completes when more is asked for than there is.</summary>
        public Task Exhausted => _exhausted.Task;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        /// <summary>To be called at the start, and then when all is read.</summary>
        public void Add(ReadOnlyMemory<byte> bytes)
        {
            var waiter = _more;
            _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _exhausted = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting = bytes;
            waiter.SetResult();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_waiting.IsEmpty)
            {
                var more = _more.Task;
                _exhausted.SetResult();
                await more.WaitAsync(cancellationToken);
            }

            var taken = Math.Min(buffer.Length, _waiting.Length);
            _waiting[..taken].CopyTo(buffer);
            _waiting = _waiting[taken..];
            return taken;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
