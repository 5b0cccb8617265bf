using System.Globalization;
using System.Text.Json.Nodes;
using Bot.DiscordStandIn.Communities;

namespace Bot.DiscordStandIn.Gateway;

/// <summary>The sessions of clients, and what each of them hears. Used under the lock.</summary>
internal sealed class GatewaySessions
{
    private const int GuildsIntent = 1 << 0;

    /// <summary>How long a session waits for its client. Discord does not publish it.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly World _world;
    private readonly GatewayServer _server;
    private readonly Dictionary<string, GatewaySession> _all = new(StringComparer.Ordinal);
    private (GatewaySession Session, GatewayEvent Event)? _late;

    public GatewaySessions(World world, GatewayServer server)
    {
        (_world, _server) = (world, server);
        world.Announced = Dispatch;
    }

    public void Begin(GatewayConnection connection, int shard, int shards, int intents)
    {
        var session = new GatewaySession(_world.Ids.Next().ToString("x", CultureInfo.InvariantCulture), shard, shards, intents);
        _all[session.Id] = session;
        Listen(connection, session);
        var guilds = _world.Guilds.Where(guild => guild.HasBot && session.Hears(guild.Id)).ToList();
        connection.Send(session.Keep("READY", () => new()
        {
            ["v"] = 10,
            ["user"] = _world.Bot.ToOwnJson(),
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = _server.Address,
            ["application"] = new JsonObject { ["id"] = _world.Bot.IdText, ["flags"] = 0 },
            ["shard"] = new JsonArray(shard, shards),
            ["guilds"] = new JsonArray([.. guilds.Select(guild => new JsonObject { ["id"] = guild.IdText, ["unavailable"] = true })]),
        }).ToJson);
        foreach (var guild in guilds.Where(_ => (intents & GuildsIntent) != 0))
        {
            connection.Send(session.Keep("GUILD_CREATE", guild.ToGatewayJson).ToJson);
        }
    }

    /// <summary>A session that may still be taken up again.</summary>
    public GatewaySession? Find(string id) => _all.TryGetValue(id, out var session) && !(session.LeftAt < _world.Clock.GetUtcNow() - Life) ? session : null;

    /// <summary>Goes on with a session: what came since is told again, then that this was all.</summary>
    public static void Resume(GatewayConnection connection, GatewaySession session, long after)
    {
        Listen(connection, session);
        foreach (var missed in session.After(after))
        {
            connection.Send(missed.ToJson);
        }

        connection.Send(session.Keep("RESUMED", () => []).ToJson);
    }

    /// <summary>The client is no longer there. With 1000 and 1001 it said that it does not want its session any more.</summary>
    public void Leave(GatewayConnection connection, int? code)
    {
        if (connection.Session is not { } session || session.Connection != connection)
        {
            return;
        }

        (session.Connection, session.LeftAt) = (null, _world.Clock.GetUtcNow());
        if (code is 1000 or 1001)
        {
            _all.Remove(session.Id);
        }
    }

    public void Forget() => _all.Clear();

    public long Confirmed => _all.Values.Sum(session => session.Confirmed);

    private static void Listen(GatewayConnection connection, GatewaySession session) => (session.Connection, session.LeftAt, connection.Session) = (connection, null, session);

    private void Dispatch(Announcement told)
    {
        foreach (var session in _all.Values.Where(one => one.Hears(told.Guild?.Id)))
        {
            var isWanted = told.Type == "INTERACTION_CREATE" || (session.Intents & GuildsIntent) != 0;
            if (isWanted && (told.Guild?.HasBot != false || told.Type == "GUILD_DELETE"))
            {
                Send(session, session.Keep(told.Type, told.Data));
            }
        }
    }

    private void Send(GatewaySession session, GatewayEvent made)
    {
        var (disturbance, late) = (_server.Trouble.Next, _late);
        _server.Trouble.Next = Disturbance.None;
        _late = disturbance == Disturbance.LateByOne ? (session, made) : null;
        for (var times = disturbance switch { Disturbance.LateByOne => 0, Disturbance.Twice => 2, _ => 1 }; times > 0; times--)
        {
            session.Connection?.Send(made.ToJson);
        }

        late?.Session.Connection?.Send(late.Value.Event.ToJson);
    }
}
