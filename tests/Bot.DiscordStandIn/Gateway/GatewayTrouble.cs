namespace Bot.DiscordStandIn.Gateway;

/// <summary>How the gateway confirms heartbeats.</summary>
public enum Acks
{
    Prompt,

    /// <summary>After <see cref="GatewayTrouble.AckDelay"/>.</summary>
    Late,
    Never,
}

/// <summary>What an event suffers on its way.</summary>
public enum Disturbance
{
    None,
    Twice,

    /// <summary>After the one that follows it.</summary>
    LateByOne,
}

/// <summary>What can go wrong with a gateway, at the moment when it is asked for.</summary>
public sealed class GatewayTrouble(GatewayServer server)
{
    public Acks Acks { get; set; }

    /// <summary>By the stand-in's clock.</summary>
    public TimeSpan AckDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>In how many frames each message comes.</summary>
    public int Frames { get; set; } = 1;

    /// <summary>What the next events suffer.</summary>
    public Disturbance Next { get; set; }

    /// <summary>All connections end without a word.</summary>
    public void Drop() => server.Each(connection => connection.Drop());

    /// <summary>All connections stay open, and nothing comes through any more. New ones are as they should be.</summary>
    public void GoDeaf() => server.Each(connection => connection.IsDeaf = true);

    /// <summary>Asks all clients to connect anew (op 7).</summary>
    public void AskToReconnect() => server.Each(connection => connection.Send(Opcode.Reconnect));

    /// <summary>Tells all clients that their session is no longer good (op 9).</summary>
    /// <param name="mayResume">Whether they may take it up again nevertheless.</param>
    public void InvalidateSessions(bool mayResume)
    {
        server.Each(connection => connection.Send(Opcode.InvalidSession, mayResume));
        if (!mayResume)
        {
            server.ForgetSessions();
        }
    }

    /// <summary>Asks all clients for a heartbeat at once (op 1).</summary>
    public void AskForHeartbeat() => server.Each(connection => connection.Send(Opcode.Heartbeat));

    /// <summary>Hangs up on all clients with a code of Discord's or of the protocol's.</summary>
    public Task CloseAsync(int code, CancellationToken ct) => server.EachAsync(connection => connection.CloseAsync(code, ct));

    /// <summary>Forgets all sessions: a client that comes back is told that it can't take up its own.</summary>
    public void ForgetSessions() => server.ForgetSessions();
}
