using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;

namespace Bot.DiscordStandIn.Gateway;

/// <summary>The bytes of one connection: whole messages in, messages out as text or as one packed stream (zlib-stream), in several frames when asked to.</summary>
internal sealed class GatewayWire : IDisposable
{
    /// <summary>Larger ones a client may not send.</summary>
    public const int LargestPayload = 4096;

    private readonly WebSocket _socket;
    private readonly MemoryStream _packed = new();
    private readonly ZLibStream? _packing;
    private readonly byte[] _buffer = new byte[LargestPayload + 1];

    public GatewayWire(WebSocket socket, bool isPacked) => (_socket, _packing) = (socket, isPacked ? new ZLibStream(_packed, CompressionLevel.Fastest, leaveOpen: true) : null);

    /// <summary>The next whole message.</summary>
    /// <returns>Null when the client hung up; "" when the message is too large.</returns>
    public async Task<string?> ReadAsync(CancellationToken ct)
    {
        var length = 0;
        while (true)
        {
            var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), ct);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += part.Count;
            if (length > LargestPayload)
            {
                return "";
            }

            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(_buffer, 0, length);
            }
        }
    }

    /// <summary>Sends a message.</summary>
    /// <param name="frames">In how many frames.</param>
    public async Task WriteAsync(string text, int frames, CancellationToken ct)
    {
        var bytes = Pack(Encoding.UTF8.GetBytes(text));
        var size = Math.Max(1, (bytes.Length + frames - 1) / frames);
        for (var at = 0; at < bytes.Length; at += size)
        {
            var isLast = at + size >= bytes.Length;
            await _socket.SendAsync(bytes.AsMemory(at, Math.Min(size, bytes.Length - at)), _packing is null ? WebSocketMessageType.Text : WebSocketMessageType.Binary, isLast, ct);
        }
    }

    public void Dispose()
    {
        _packing?.Dispose();
        _packed.Dispose();
    }

    // One context for the whole connection; each message ends with the marker 00 00 FF FF.
    private byte[] Pack(byte[] bytes)
    {
        if (_packing is null)
        {
            return bytes;
        }

        _packing.Write(bytes);
        _packing.Flush();
        var packed = _packed.ToArray();
        _packed.SetLength(0);
        return packed;
    }
}
