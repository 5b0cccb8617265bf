using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Bot.DiscordStandIn.Communities;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace Bot.DiscordStandIn.Gateway;

/// <summary>One connection of a client to the gateway, from HELLO to its end.</summary>
internal sealed class GatewayConnection(GatewayServer server, HttpContext http, WebSocket socket) : IDisposable
{
    /// <summary>Payloads that a client may send in a minute.</summary>
    private const int MostSends = 120;

    private readonly GatewayWire _wire = new(socket, http.Request.Query["compress"] == "zlib-stream");
    private readonly Channel<Func<JsonObject>> _outgoing = System.Threading.Channels.Channel.CreateUnbounded<Func<JsonObject>>();
    private readonly Queue<DateTimeOffset> _sends = new();

    public GatewaySession? Session { get; set; }

    /// <summary>Neither hears nor says anything any more, with the connection open.</summary>
    public bool IsDeaf { get; set; }

    /// <summary>Serves until either side hangs up.</summary>
    public async Task ServeAsync(CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, ct);
        var sending = SendAsync(end.Token);
        try
        {
            await OpenAsync(end.Token);
            while (await _wire.ReadAsync(end.Token) is { } text)
            {
                if (!IsDeaf)
                {
                    await TakeAsync(text, end.Token);
                }
            }

            if (socket.State == WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, end.Token);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or WebSocketException or ConnectionAbortedException or IOException)
        {
            // The client is gone, or it was dropped: nobody is left to tell.
        }
        finally
        {
            server.Left(this, (int?)socket.CloseStatus);
            await end.CancelAsync();
            await sending;
        }
    }

    /// <summary>Sends when those before were sent; the payload is made then.</summary>
    public void Send(Func<JsonObject> payload) => _outgoing.Writer.TryWrite(payload);

    public void Send(Opcode opcode, JsonNode? data = null) => Send(() => new() { ["op"] = (int)opcode, ["s"] = null, ["t"] = null, ["d"] = data });

    /// <summary>Hangs up with a code.</summary>
    public async Task CloseAsync(int code, CancellationToken ct)
    {
        server.Closed(code);
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, statusDescription: null, ct);
        }
    }

    /// <summary>Ends the connection without a word.</summary>
    public void Drop() => http.Abort();

    public void Dispose() => _wire.Dispose();

    private async Task OpenAsync(CancellationToken ct)
    {
        if (http.Request.Query["v"] != "10" || http.Request.Query["encoding"] != "json")
        {
            await CloseAsync((int)CloseCode.InvalidVersion, ct);
            return;
        }

        Send(Opcode.Hello, new JsonObject { ["heartbeat_interval"] = (int)server.HeartbeatInterval.TotalMilliseconds });
    }

    private async Task TakeAsync(string text, CancellationToken ct)
    {
        var refusal = text.Length == 0 ? CloseCode.DecodeError : IsTooFast() ? CloseCode.RateLimited : Take(text);
        if (refusal is { } code)
        {
            server.Slipped($"was hung up on with {(int)code} ({code})");
            await CloseAsync((int)code, ct);
        }
    }

    private CloseCode? Take(string text)
    {
        try
        {
            using var payload = JsonDocument.Parse(text);
            var data = MessageBody.Field(payload.RootElement, "d") ?? default;
            return (Opcode)MessageBody.Number(payload.RootElement, "op") switch
            {
                Opcode.Heartbeat => Beat(data),
                Opcode.Identify => Session is null ? server.Identify(this, data) : CloseCode.AlreadyAuthenticated,
                Opcode.Resume => Session is null ? server.Resume(this, data) : CloseCode.AlreadyAuthenticated,
                Opcode.Presence or Opcode.Voice or Opcode.Members => Session is null ? CloseCode.NotAuthenticated : null,
                _ => CloseCode.UnknownOpcode,
            };
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return CloseCode.DecodeError;
        }
    }

    private CloseCode? Beat(JsonElement data)
    {
        var number = data.ValueKind == JsonValueKind.Number ? data.GetInt64() : (long?)null;
        server.Beaten(this, number);
        return null;
    }

    private bool IsTooFast()
    {
        var now = server.Now;
        _sends.Enqueue(now);
        while (_sends.Peek() <= now.AddMinutes(-1))
        {
            _sends.Dequeue();
        }

        return _sends.Count > MostSends;
    }

    private async Task SendAsync(CancellationToken ct)
    {
        try
        {
            await foreach (var payload in _outgoing.Reader.ReadAllAsync(ct))
            {
                if (!IsDeaf && socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                {
                    await _wire.WriteAsync(server.Written(payload), server.Trouble.Frames, ct);
                }
            }
        }
        catch (Exception over) when (over is OperationCanceledException or WebSocketException or ConnectionAbortedException or IOException)
        {
            // As above; what was not sent is kept in the session.
        }
    }
}
