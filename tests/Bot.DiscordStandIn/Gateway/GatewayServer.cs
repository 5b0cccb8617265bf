using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.DiscordStandIn.Communities;
using Microsoft.AspNetCore.Http;

namespace Bot.DiscordStandIn.Gateway;

/// <summary>A heartbeat as it came.</summary>
/// <param name="Number">The number of the last event that the client has.</param>
public sealed record Heartbeat(DateTimeOffset At, long? Number);

/// <summary>Discord's gateway: sessions of clients, and events for them that are kept until they have been heard.</summary>
public sealed class GatewayServer
{
    private readonly World _world;
    private readonly Violations _violations;
    private readonly List<GatewayConnection> _connections = [];
    private readonly GatewaySessions _sessions;
    private readonly List<Heartbeat> _heartbeats = [];
    private readonly List<int> _closes = [];

    internal GatewayServer(World world, Violations violations, string token)
    {
        (_world, _violations, Token) = (world, violations, token);
        (Budget, Trouble) = (new IdentifyBudget(world.Clock), new GatewayTrouble(this));
        _sessions = new GatewaySessions(world, this);
    }

    /// <summary>The bot's token; another one makes the old one useless.</summary>
    public string Token { get; set; }

    /// <summary>Where clients connect to, as GET /gateway/bot says.</summary>
    public string Address { get; internal set; } = "";

    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>With so many servers on one shard, the gateway refuses (4011).</summary>
    public int MostGuildsOnAShard { get; set; } = 2500;

    /// <summary>Intents that are not switched on in the developer portal: members, presences and contents of messages.</summary>
    public int DisallowedIntents { get; set; } = (1 << 1) | (1 << 8) | (1 << 15);

    public IdentifyBudget Budget { get; }

    public GatewayTrouble Trouble { get; }

    /// <summary>How often a session was taken up again.</summary>
    public int Resumes { get; private set; }

    /// <summary>How often a client wanted to take up a session that was no longer there.</summary>
    public int FailedResumes { get; private set; }

    public IReadOnlyList<Heartbeat> Heartbeats => Read(() => _heartbeats.ToList());

    /// <summary>Codes with which either side hung up, in order; a connection that ended without one is not in it.</summary>
    public IReadOnlyList<int> Closes => Read(() => _closes.ToList());

    /// <summary>How many events clients said that they have, by their heartbeats.</summary>
    public long Confirmed => Read(() => _sessions.Confirmed);

    /// <summary>How many shards GET /gateway/bot advises.</summary>
    public int AdvisedShards => Math.Max(1, (_world.Guilds.Count + MostGuildsOnAShard - 1) / MostGuildsOnAShard);

    /// <summary>Whether a client listens and is known.</summary>
    public bool HasListener => Read(() => _connections.Exists(one => one is { IsDeaf: false, Session: not null }));

    /// <summary>Waits until a client listens and is known.</summary>
    public Task ListenedToAsync(CancellationToken ct) => _world.Happenings.UntilAsync(() => HasListener, ct);

    /// <summary>Waits until so many sessions were begun since the stand-in began.</summary>
    public Task IdentifiedAsync(int times, CancellationToken ct) => _world.Happenings.UntilAsync(() => Budget.All.Count >= times && HasListener, ct);

    /// <summary>Waits until so many sessions were taken up again since the stand-in began.</summary>
    public Task ResumedAsync(int times, CancellationToken ct) => _world.Happenings.UntilAsync(() => Resumes >= times, ct);

    /// <summary>Waits until a client hung up or was hung up on so often.</summary>
    public Task ClosedAsync(int times, CancellationToken ct) => _world.Happenings.UntilAsync(() => _closes.Count >= times, ct);

    internal DateTimeOffset Now => _world.Clock.GetUtcNow();

    internal JsonObject Describe() => Read(() => new JsonObject
    {
        ["url"] = Address,
        ["shards"] = AdvisedShards,
        ["session_start_limit"] = new JsonObject
        {
            ["total"] = Budget.Total,
            ["remaining"] = Budget.Remaining,
            ["reset_after"] = (int)Budget.ResetsAfter.TotalMilliseconds,
            ["max_concurrency"] = Budget.MaxConcurrency,
        },
    });

    internal async Task ServeAsync(HttpContext http, CancellationToken ct)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        using var connection = new GatewayConnection(this, http, socket);
        Safely(() => _connections.Add(connection));
        await connection.ServeAsync(ct);
    }

    internal CloseCode? Identify(GatewayConnection connection, JsonElement data) => Safely<CloseCode?>(() =>
    {
        foreach (var slip in IdentifyRules.Slips(data))
        {
            Slipped(slip);
        }

        if (IdentifyRules.Refusal(data, Token, DisallowedIntents, shards => _world.Guilds.Count > (long)MostGuildsOnAShard * shards) is { } refusal)
        {
            return refusal;
        }

        var (shard, shards) = IdentifyRules.Shard(data);
        var (isInBudget, isPaced) = Budget.Take(shard);
        if (!isInBudget)
        {
            // Discord ends all sessions and resets the token of a bot that identifies too often.
            ForgetSessions();
            Token += "-reset";
            return CloseCode.AuthenticationFailed;
        }

        if (!isPaced)
        {
            Slipped("identified again within five seconds");
            connection.Send(Opcode.InvalidSession, false);
            return null;
        }

        _sessions.Begin(connection, shard, shards, data.GetProperty("intents").GetInt32());
        return null;
    });

    internal CloseCode? Resume(GatewayConnection connection, JsonElement data) => Safely<CloseCode?>(() =>
    {
        var number = MessageBody.Field(data, "seq") is { ValueKind: JsonValueKind.Number } seq ? seq.GetInt64() : -1;
        if (MessageBody.Text(data, "token") != Token)
        {
            return CloseCode.AuthenticationFailed;
        }

        if (_sessions.Find(MessageBody.Text(data, "session_id")) is not { } session)
        {
            FailedResumes++;
            connection.Send(Opcode.InvalidSession, false);
            return null;
        }

        if (number < 0 || number > session.Last)
        {
            return CloseCode.InvalidSequence;
        }

        Resumes++;
        GatewaySessions.Resume(connection, session, number);
        return null;
    });

    internal void Beaten(GatewayConnection connection, long? number) => Safely(() =>
    {
        _heartbeats.Add(new(Now, number));
        connection.Session?.Forget(number ?? 0);
        switch (Trouble.Acks)
        {
            case Acks.Prompt:
                connection.Send(Opcode.HeartbeatAck);
                break;
            case Acks.Late:
                _ = AckLaterAsync(connection);
                break;
        }
    });

    internal void Slipped(string says) => _violations.Add("gateway", says);

    internal void Closed(int code) => Safely(() => _closes.Add(code));

    internal void Left(GatewayConnection connection, int? code) => Safely(() =>
    {
        _connections.Remove(connection);
        if (code is { } said)
        {
            _closes.Add(said);
        }

        _sessions.Leave(connection, code);
    });

    internal string Written(Func<JsonObject> payload) => Read(() => payload().ToJsonString());

    internal void Each(Action<GatewayConnection> done) => Safely(() => _connections.ToList().ForEach(done));

    internal Task EachAsync(Func<GatewayConnection, Task> done) => Task.WhenAll(Read(() => _connections.ToList()).Select(done));

    internal void ForgetSessions() => Safely(_sessions.Forget);

    private async Task AckLaterAsync(GatewayConnection connection)
    {
        await Task.Delay(Trouble.AckDelay, _world.Clock, CancellationToken.None);
        connection.Send(Opcode.HeartbeatAck);
    }

    private void Safely(Action done) => Safely(() =>
    {
        done();
        return true;
    });

    private T Safely<T>(Func<T> done)
    {
        var made = Read(done);
        _world.Happenings.Tell();
        return made;
    }

    private T Read<T>(Func<T> made)
    {
        lock (_world.Happenings.Gate)
        {
            return made();
        }
    }
}
