using System.Buffers;
using System.Net.WebSockets;

namespace Bot.Host.Platforms.Discord.Gateway;

/// <inheritdoc/>
public sealed class GatewaySocket(string userAgent) : IGatewaySocket
{
    /// <summary>Bytes that are asked for at a time.</summary>
    private const int Piece = 16 * 1024;

    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(3);

    private readonly ClientWebSocket _socket = new();
    private ArrayBufferWriter<byte> _message = new(Piece);

    public Task ConnectAsync(Uri address, CancellationToken ct)
    {
        _socket.Options.SetRequestHeader("User-Agent", userAgent);
        return _socket.ConnectAsync(address, ct);
    }

    public async Task<GatewayMessage> ReceiveAsync(CancellationToken ct)
    {
        _message = _message.Emptied();
        while (true)
        {
            var part = await _socket.ReceiveAsync(_message.GetMemory(Piece), ct);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return new GatewayMessage(default, IsEnd: true, (int?)_socket.CloseStatus);
            }

            _message.Advance(part.Count);
            if (part.EndOfMessage)
            {
                return new GatewayMessage(_message.WrittenMemory);
            }
        }
    }

    public Task SendAsync(ReadOnlyMemory<byte> text, CancellationToken ct) =>
        _socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, ct).AsTask();

    public async Task CloseAsync(int code)
    {
        using var patience = new CancellationTokenSource(ClosePatience);
        try
        {
            await _socket.CloseOutputAsync((WebSocketCloseStatus)code, statusDescription: null, patience.Token);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or InvalidOperationException)
        {
            // It is gone already; that was wanted.
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
