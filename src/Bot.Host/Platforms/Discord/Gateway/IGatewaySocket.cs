namespace Bot.Host.Platforms.Discord.Gateway;

/// <summary>One connection to the gateway.</summary>
public interface IGatewaySocket : IAsyncDisposable
{
    /// <summary>Connects, once.</summary>
    /// <exception cref="System.Net.WebSockets.WebSocketException">It cannot be reached.</exception>
    Task ConnectAsync(Uri address, CancellationToken ct);

    /// <summary>The next whole message, or the end; its bytes are good until the next is asked for.</summary>
    /// <exception cref="System.Net.WebSockets.WebSocketException">The connection broke.</exception>
    Task<GatewayMessage> ReceiveAsync(CancellationToken ct);

    Task SendAsync(ReadOnlyMemory<byte> text, CancellationToken ct);

    /// <summary>Says that it ends and does not wait long for an answer; never throws.</summary>
    Task CloseAsync(int code);
}

/// <summary>A message of the socket.</summary>
/// <param name="IsEnd">The server closed the connection.</param>
/// <param name="CloseCode">Its code, where it gave one.</param>
public readonly record struct GatewayMessage(ReadOnlyMemory<byte> Bytes, bool IsEnd = false, int? CloseCode = null);
