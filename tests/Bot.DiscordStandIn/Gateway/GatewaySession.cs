using System.Text.Json.Nodes;

namespace Bot.DiscordStandIn.Gateway;

/// <summary>An event of a session. Its data are made when it is sent.</summary>
internal sealed record GatewayEvent(long Number, string Type, Func<JsonObject> Data)
{
    public JsonObject ToJson() => new() { ["op"] = (int)Opcode.Dispatch, ["s"] = Number, ["t"] = Type, ["d"] = Data() };
}

/// <summary>What the gateway remembers of a client: events that it has not heard of yet are kept for when it comes back.</summary>
internal sealed class GatewaySession(string id, int shard, int shards, int intents)
{
    private readonly List<GatewayEvent> _kept = [];
    private long _last;

    public string Id => id;

    public int Shard => shard;

    public int Intents => intents;

    /// <summary>Who listens now.</summary>
    public GatewayConnection? Connection { get; set; }

    /// <summary>Since when nobody listens.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    public long Last => _last;

    /// <summary>The number that the client confirmed last.</summary>
    public long Confirmed { get; private set; }

    /// <summary>Whether the shard of this session hears of a server (sharding formula); what belongs to no server the first shard hears.</summary>
    public bool Hears(ulong? guild) => (int)(((guild ?? 0) >> 22) % (ulong)shards) == shard;

    public GatewayEvent Keep(string type, Func<JsonObject> data)
    {
        var made = new GatewayEvent(++_last, type, data);
        _kept.Add(made);
        return made;
    }

    /// <summary>Events up to this number need not be kept: the client said that it has them.</summary>
    public void Forget(long upTo)
    {
        Confirmed = upTo;
        _kept.RemoveAll(one => one.Number <= upTo);
    }

    public IReadOnlyList<GatewayEvent> After(long number) => [.. _kept.Where(one => one.Number > number)];
}
