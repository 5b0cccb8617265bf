using System.Text.Json;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Gateway;

/// <summary>
/// The rules of one shard's conversation with the gateway, version 10, without sockets and clocks: what arrived goes in, what is to be done comes out
/// (docs.discord.com, events/gateway).
/// </summary>
/// <param name="chance">Evenly from 0 up to 1: keeps many bots from doing the same at once.</param>
public sealed class GatewaySession(Func<double> chance)
{
    /// <summary>So long a server may take to greet.</summary>
    public static readonly TimeSpan HelloPatience = TimeSpan.FromSeconds(20);

    /// <summary>After so many failed tries to go on with a session a new one is begun.</summary>
    private const int MostResumes = 5;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private string? _session;
    private Uri? _resumeAt;
    private long? _last;
    private bool _greeted;
    private bool _acknowledged;
    private int _failures;

    /// <summary>Whether the next connection begins a session.</summary>
    public bool IsNew => _session is null;

    /// <summary>A connection is about to be made.</summary>
    /// <param name="home">Where new sessions begin.</param>
    /// <returns>Where to connect.</returns>
    public Uri Connect(Uri home)
    {
        (_greeted, _acknowledged) = (false, true);
        return new UriBuilder(_resumeAt ?? home) { Query = "v=10&encoding=json&compress=zlib-stream" }.Uri;
    }

    /// <summary>A payload arrived.</summary>
    public IReadOnlyList<GatewayStep> Take(GatewayPayload payload) => payload.Op switch
    {
        GatewayOp.Hello => Greeted(payload.D),
        GatewayOp.HeartbeatAck => Acknowledged(),
        GatewayOp.Heartbeat => [new GatewayStep.Heartbeat(_last)],
        GatewayOp.Reconnect => [new GatewayStep.Close(CloseCodes.Dead)],
        GatewayOp.InvalidSession => Invalid(mayResume: payload.D.Span.SequenceEqual("true"u8)),
        GatewayOp.Event => Event(payload),
        _ => [],
    };

    /// <summary>It is time for a heartbeat. One that was not answered before the next is a connection that only seems to be there.</summary>
    public GatewayStep Beat()
    {
        if (!_greeted || !_acknowledged)
        {
            return new GatewayStep.Close(CloseCodes.Dead);
        }

        _acknowledged = false;
        return new GatewayStep.Heartbeat(_last);
    }

    /// <summary>A connection has ended, or could not be made.</summary>
    /// <param name="code">The one of the server; null without one.</param>
    public GatewayEnd Ended(int? code)
    {
        if (CloseCodes.WhyFatal(code) is { } why)
        {
            return new GatewayEnd.Stop(why);
        }

        _failures++;
        if (CloseCodes.EndsSession(code) || _failures > MostResumes)
        {
            Forget();
        }

        // At once after a session that worked; then twice as long each time.
        var wait = _failures == 1 ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(Math.Pow(2, Math.Min(_failures, 10)));
        return new GatewayEnd.Again((wait < LongestWait ? wait : LongestWait) * (0.5 + (chance() / 2)));
    }

    private IReadOnlyList<GatewayStep> Greeted(ReadOnlyMemory<byte> hello)
    {
        _greeted = true;
        var every = TimeSpan.FromMilliseconds((JsonSerializer.Deserialize(hello.Span, DiscordJson.Default.Greeting) ?? throw new JsonException()).HeartbeatInterval);
        return [new GatewayStep.Beat(every * chance(), every), _session is { } session ? new GatewayStep.Resume(session, _last) : new GatewayStep.Identify()];
    }

    private IReadOnlyList<GatewayStep> Acknowledged()
    {
        _acknowledged = true;
        return [];
    }

    /// <summary>Comes also instead of READY when sessions are begun too fast; the wait before the next try is in <see cref="Ended"/>.</summary>
    private IReadOnlyList<GatewayStep> Invalid(bool mayResume)
    {
        if (!mayResume)
        {
            Forget();
        }

        _failures = Math.Max(_failures, 1);
        return [new GatewayStep.Close(CloseCodes.Dead)];
    }

    private IReadOnlyList<GatewayStep> Event(GatewayPayload payload)
    {
        // One that comes again after resuming was taken before.
        if (payload.T is not { } name || payload.S <= _last)
        {
            return [];
        }

        if (name is "READY")
        {
            var begun = JsonSerializer.Deserialize(payload.D.Span, DiscordJson.Default.SessionBegun) ?? throw new JsonException();
            (_session, _resumeAt) = (begun.SessionId, begun.ResumeGatewayUrl);
        }

        _last = payload.S ?? _last;

        if (name is "READY" or "RESUMED")
        {
            _failures = 0;
        }

        return [new GatewayStep.Hand(name, payload.D)];
    }

    private void Forget() => (_session, _resumeAt, _last) = (null, null, null);
}
