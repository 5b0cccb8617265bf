using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Host.Platforms.Discord.Wire;

/// <summary>What the gateway sends (docs.discord.com, events/gateway-events, payload structure).</summary>
public sealed record GatewayPayload
{
    /// <summary><see cref="GatewayOp"/>.</summary>
    public required int Op { get; init; }

    public JsonElement D { get; init; }

    /// <summary>The number of an event in its session; null for what is no event.</summary>
    public long? S { get; init; }

    /// <summary>The name of an event.</summary>
    public string? T { get; init; }
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
