using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Bot.DiscordStandIn.Tests;

/// <summary>A client of the gateway that says what the tests tell it to and nothing of itself.</summary>
internal sealed class Listener : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly MemoryStream _packed = new();
    private readonly ZLibStream? _unpacking;

    private Listener(bool isPacked) => _unpacking = isPacked ? new ZLibStream(_packed, CompressionMode.Decompress, leaveOpen: true) : null;

    /// <summary>How many frames the last message came in.</summary>
    public int Frames { get; private set; }

    public WebSocketState State => _socket.State;

    /// <summary>The code with which the stand-in hung up.</summary>
    public int? Code => (int?)_socket.CloseStatus;

    public static async Task<Listener> ConnectAsync(StandInDiscord discord, CancellationToken ct, string query = "?v=10&encoding=json")
    {
        var listener = new Listener(query.Contains("zlib", StringComparison.Ordinal));
        listener._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await listener._socket.ConnectAsync(new Uri(discord.Gateway.Address + query), ct);
        return listener;
    }

    /// <summary>Connects, begins a session and reads until its servers are told.</summary>
    /// <returns>The listener and the id of its session.</returns>
    public static async Task<(Listener Listener, string Session)> BeginAsync(StandInDiscord discord, CancellationToken ct)
    {
        var listener = await ConnectAsync(discord, ct);
        await listener.NextAsync(ct);
        await listener.SayAsync(Identify(discord), ct);
        var ready = await listener.NextAsync(ct);
        for (var guilds = discord.World.Guilds.Count; guilds > 0; guilds--)
        {
            await listener.NextAsync(ct);
        }

        return (listener, ready.GetProperty("d").GetProperty("session_id").GetString()!);
    }

    /// <summary>The words that begin a session.</summary>
    /// <param name="more">Further fields, each with a comma before it.</param>
    public static string Identify(StandInDiscord discord, int intents = 1, string more = "") =>
        $$$"""{"op":2,"d":{"token":"{{{discord.Gateway.Token}}}","intents":{{{intents}}},"properties":{"os":"linux","browser":"a","device":"a"}{{{more}}}}}""";

    public static string Resume(StandInDiscord discord, string session, long seq) =>
        $$$"""{"op":6,"d":{"token":"{{{discord.Gateway.Token}}}","session_id":"{{{session}}}","seq":{{{seq}}}}}""";

    public Task SayAsync(string text, CancellationToken ct) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, ct);

    public Task CloseAsync(int code, CancellationToken ct) => _socket.CloseAsync((WebSocketCloseStatus)code, statusDescription: null, ct);

    /// <summary>The next message.</summary>
    /// <exception cref="WebSocketException">The connection ended without a word.</exception>
    /// <exception cref="EndOfStreamException">The stand-in hung up.</exception>
    public async Task<JsonElement> NextAsync(CancellationToken ct)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[64 * 1024];
        ValueWebSocketReceiveResult part;
        Frames = 0;
        do
        {
            part = await _socket.ReceiveAsync(buffer.AsMemory(), ct);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                throw new EndOfStreamException($"Hung up with {Code}.");
            }

            whole.Write(buffer, 0, part.Count);
            Frames++;
        }
        while (!part.EndOfMessage);

        return JsonSerializer.Deserialize<JsonElement>(Unpack(whole.ToArray()));
    }

    /// <summary>The name of the next event, or the number of what is no event.</summary>
    public async Task<string> NextNameAsync(CancellationToken ct)
    {
        var next = await NextAsync(ct);
        return next.GetProperty("t").GetString() ?? next.GetProperty("op").ToString();
    }

    /// <summary>Reads until the end of the connection.</summary>
    /// <returns>The code with which the stand-in hung up; null when it did so without a word.</returns>
    public async Task<int?> EndAsync(CancellationToken ct)
    {
        try
        {
            while (true)
            {
                await NextAsync(ct);
            }
        }
        catch (Exception over) when (over is EndOfStreamException or WebSocketException)
        {
            return Code;
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _unpacking?.Dispose();
        _packed.Dispose();
    }

    private byte[] Unpack(byte[] bytes)
    {
        if (_unpacking is null)
        {
            return bytes;
        }

        Assert.Equal([0x00, 0x00, 0xFF, 0xFF], bytes[^4..]);
        var at = _packed.Length;
        _packed.Write(bytes);
        _packed.Position = at;
        using var text = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (_packed.Position < _packed.Length || text.Length == 0)
        {
            text.Write(buffer, 0, _unpacking.Read(buffer));
        }

        return text.ToArray();
    }
}
