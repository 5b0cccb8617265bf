using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Bot.Host.Platforms.Discord.Gateway;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>The other end of a gateway connection, in memory: sessions, numbered events, replay, and faults when a test wants them.</summary>
internal sealed class ScriptedGateway(TimeProvider clock) : IAsyncDisposable
{
    private readonly Dictionary<string, List<string>> _sessions = new(StringComparer.Ordinal);
    private string? _live;
    private ScriptedSocket? _last;

    public ScriptedSocket? Open { get; private set; }

    /// <summary>Moments at which sessions were begun.</summary>
    public List<DateTimeOffset> Identified { get; } = [];

    public int Resumed { get; private set; }

    /// <summary>What each connection sent, with its moment.</summary>
    public List<(ScriptedSocket By, DateTimeOffset At, string Text)> Sent { get; } = [];

    /// <summary>Whether heartbeats are answered.</summary>
    public bool Answers { get; set; } = true;

    /// <summary>Whether connections are taken and never made.</summary>
    public bool IsMute { get; set; }

    /// <summary>Whether nothing is on its way on this side or the other: the last connection is listened to, or done with.</summary>
    public bool Waits => _last?.IsWaitedFor != false;

    public IGatewaySocket Connect() => _last = new ScriptedSocket(this);

    public ValueTask DisposeAsync() => _last?.DisposeAsync() ?? ValueTask.CompletedTask;

    public void Opened(ScriptedSocket socket)
    {
        Open = socket;
        Answers = true;
        socket.Say("""{"op":10,"d":{"heartbeat_interval":41250}}""");
    }

    public void Heard(ScriptedSocket socket, string text)
    {
        Sent.Add((socket, clock.GetUtcNow(), text));
        using var document = JsonDocument.Parse(text);
        var data = document.RootElement.GetProperty("d");
        switch (document.RootElement.GetProperty("op").GetInt32())
        {
            case 1 when Answers:
                socket.Say("""{"op":11}""");
                break;
            case 2:
                Begin(socket);
                break;
            case 6:
                Resume(socket, data.GetProperty("session_id").GetString()!, data.GetProperty("seq").GetInt32());
                break;
        }
    }

    /// <summary>An event of the live session: sent now, or when it is gone on with.</summary>
    /// <returns>False when there is no session that it could belong to.</returns>
    public bool Happens(string name, string data)
    {
        if (_live is null)
        {
            return false;
        }

        Event(name, data);
        if (Open is { IsReady: true } socket)
        {
            socket.Say(_sessions[_live][^1]);
        }

        return true;
    }

    /// <summary>The live session is known no more.</summary>
    public void Forget() => _live = null;

    public void Closed(ScriptedSocket socket) => Open = Open == socket ? null : Open;

    private void Event(string name, string data) =>
        _sessions[_live!].Add($$"""{"op":0,"s":{{_sessions[_live!].Count + 1}},"t":"{{name}}","d":{{data}}}""");

    private void Begin(ScriptedSocket socket)
    {
        Identified.Add(clock.GetUtcNow());
        _live = $"session{Identified.Count}";
        _sessions[_live] = [];
        Event("READY", $$"""{"session_id":"{{_live}}","resume_gateway_url":"wss://resume.discord.example","guilds":[]}""");
        socket.IsReady = true;
        socket.Say(_sessions[_live][0]);
    }

    private void Resume(ScriptedSocket socket, string session, int last)
    {
        if (session != _live)
        {
            socket.Say("""{"op":9,"d":false}""");
            return;
        }

        Resumed++;
        foreach (var missed in _sessions[session].Skip(last))
        {
            socket.Say(missed);
        }

        Event("RESUMED", "{}");
        socket.IsReady = true;
        socket.Say(_sessions[session][^1]);
    }
}

/// <summary>One connection, packed as Discord packs it; a payload may come in two messages.</summary>
internal sealed class ScriptedSocket(ScriptedGateway gateway) : IGatewaySocket
{
    private readonly Queue<GatewayMessage> _waiting = new();
    private readonly MemoryStream _packed = new();
    private ZLibStream? _packing;
    private TaskCompletionSource<GatewayMessage>? _reader;
    private bool _isGone;
    private bool _isDisposed;
    private bool _isNeverMade;

    public bool IsReady { get; set; }

    /// <summary>Whether the connection is reset as soon as something is sent: a socket of the system then reports a cancelled operation.</summary>
    public bool IsReset { get; set; }

    public bool IsWaitedFor => _reader is not null || _isDisposed || _isNeverMade;

    public Uri? Address { get; private set; }

    public Task ConnectAsync(Uri address, CancellationToken ct)
    {
        Address = address;
        if (gateway.IsMute)
        {
            _isNeverMade = true;
            return Task.Delay(Timeout.Infinite, ct);
        }

        _packing = new ZLibStream(_packed, CompressionLevel.Fastest);
        gateway.Opened(this);
        return Task.CompletedTask;
    }

    public Task<GatewayMessage> ReceiveAsync(CancellationToken ct)
    {
        if (_waiting.TryDequeue(out var message))
        {
            return Task.FromResult(message);
        }

        if (_isGone)
        {
            throw new WebSocketException("gone");
        }

        // Whoever waits goes on at once, on the thread of the test.
        _reader = new TaskCompletionSource<GatewayMessage>();
        return _reader.Task;
    }

    public Task SendAsync(ReadOnlyMemory<byte> text, CancellationToken ct)
    {
        if (_isGone)
        {
            throw new WebSocketException("gone");
        }

        if (IsReset)
        {
            throw new OperationCanceledException("reset", new IOException("reset"));
        }

        gateway.Heard(this, Encoding.UTF8.GetString(text.Span));
        return Task.CompletedTask;
    }

    public void Say(string payload)
    {
        if (_isGone)
        {
            return;
        }

        _packing!.Write(Encoding.UTF8.GetBytes(payload));
        _packing.Flush();
        var bytes = _packed.ToArray();
        _packed.SetLength(0);
        Put(new GatewayMessage(bytes.AsMemory(0, bytes.Length / 2)));
        Put(new GatewayMessage(bytes.AsMemory(bytes.Length / 2)));
    }

    /// <summary>The server closes the connection.</summary>
    public void Close(int? code) => End(new GatewayMessage(default, IsEnd: true, code));

    /// <summary>The connection breaks.</summary>
    public void Break()
    {
        _isGone = true;
        gateway.Closed(this);
        Take()?.SetException(new WebSocketException("broken"));
    }

    public Task CloseAsync(int code)
    {
        _isGone = true;
        gateway.Closed(this);
        Take()?.TrySetCanceled(CancellationToken.None);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _isGone = _isDisposed = true;
        gateway.Closed(this);
        return ValueTask.CompletedTask;
    }

    private void End(GatewayMessage message)
    {
        _isGone = true;
        gateway.Closed(this);
        Put(message);
    }

    private void Put(GatewayMessage message)
    {
        if (Take() is { } reader)
        {
            reader.SetResult(message);
        }
        else
        {
            _waiting.Enqueue(message);
        }
    }

    private TaskCompletionSource<GatewayMessage>? Take()
    {
        var reader = _reader;
        _reader = null;
        return reader;
    }
}
