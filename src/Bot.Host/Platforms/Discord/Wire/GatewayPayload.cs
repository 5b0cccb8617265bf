using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Host.Platforms.Discord.Wire;

/// <summary>What the gateway sends (docs.discord.com, events/gateway-events, payload structure).</summary>
public sealed record GatewayPayload
{
    /// <summary><see cref="GatewayOp"/>.</summary>
    public required int Op { get; init; }

    /// <summary>What it is about, as JSON: a piece of what was read, since a large server's announcement is millions of bytes.</summary>
    public ReadOnlyMemory<byte> D { get; init; }

    /// <summary>The number of an event in its session; null for what is no event.</summary>
    public long? S { get; init; }

    /// <summary>The name of an event.</summary>
    public string? T { get; init; }

    /// <summary>Reads a payload.</summary>
    /// <exception cref="JsonException">It is no such payload.</exception>
    /// <exception cref="InvalidOperationException">A field is of another kind.</exception>
    public static GatewayPayload Read(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        var payload = new GatewayPayload { Op = -1 };
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            payload = name switch
            {
                "op" => payload with { Op = reader.GetInt32() },
                "s" => payload with { S = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64() },
                "t" => payload with { T = reader.GetString() },
                _ => payload,
            };
            reader.Skip();
            payload = name == "d" ? payload with { D = json[start..(int)reader.BytesConsumed] } : payload;
        }

        return payload;
    }
}

/// <summary>The greeting of a connection.</summary>
public sealed record Greeting
{
    /// <summary>Milliseconds.</summary>
    public required long HeartbeatInterval { get; init; }
}

/// <summary>READY, as far as the connection needs it.</summary>
public sealed record SessionBegun
{
    public required string SessionId { get; init; }

    public required Uri ResumeGatewayUrl { get; init; }
}

/// <summary>What a payload is (docs.discord.com, topics/opcodes-and-status-codes).</summary>
public static class GatewayOp
{
    public const int Event = 0;
    public const int Heartbeat = 1;
    public const int Identify = 2;
    public const int Resume = 6;
    public const int Reconnect = 7;
    public const int InvalidSession = 9;
    public const int Hello = 10;
    public const int HeartbeatAck = 11;
}

/// <summary>A heartbeat: the number of the last event, null before the first.</summary>
public sealed record HeartbeatPayload([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? D)
{
    public int Op => GatewayOp.Heartbeat;
}

/// <summary>Begins a session.</summary>
public sealed record IdentifyPayload(IdentifyData D)
{
    public int Op => GatewayOp.Identify;
}

/// <summary>Who begins a session.</summary>
/// <param name="Shard">Its number and how many there are.</param>
public sealed record IdentifyData(string Token, int Intents, IReadOnlyList<int> Shard)
{
    public ConnectionProperties Properties { get; } = new();
}

/// <summary>Who connects.</summary>
public sealed record ConnectionProperties
{
    public string Os => OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux";

    public string Browser => "DigestBot";

    public string Device => "DigestBot";
}

/// <summary>Goes on with a session.</summary>
public sealed record ResumePayload(ResumeData D)
{
    public int Op => GatewayOp.Resume;
}

/// <summary>Which session it is.</summary>
/// <param name="Seq">The number of the last event that arrived.</param>
public sealed record ResumeData(string Token, string SessionId, long? Seq);

/// <summary>GET /gateway/bot.</summary>
/// <param name="Url">Where to connect.</param>
/// <param name="Shards">How many Discord advises.</param>
public sealed record GatewayAddress(string Url, int Shards, SessionStartLimit SessionStartLimit);

/// <summary>How many sessions may still be begun.</summary>
/// <param name="ResetAfter">Milliseconds until all may be begun again.</param>
/// <param name="MaxConcurrency">How many may be begun within five seconds.</param>
public sealed record SessionStartLimit(int Total, int Remaining, long ResetAfter, int MaxConcurrency);
