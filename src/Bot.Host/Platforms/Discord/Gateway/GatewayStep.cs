namespace Bot.Host.Platforms.Discord.Gateway;

/// <summary>What a connection has to do next.</summary>
public abstract record GatewayStep
{
    /// <summary>Send a heartbeat with the number of the last event.</summary>
    public sealed record Heartbeat(long? Last) : GatewayStep;

    /// <summary>Heartbeats from now on.</summary>
    public sealed record Beat(TimeSpan First, TimeSpan Every) : GatewayStep;

    /// <summary>Begin a session as soon as that may be done.</summary>
    public sealed record Identify : GatewayStep;

    /// <summary>Go on with a session.</summary>
    public sealed record Resume(string Session, long? Last) : GatewayStep;

    /// <summary>Pass an event on, before the next payload is taken.</summary>
    public sealed record Hand(string Name, ReadOnlyMemory<byte> Data) : GatewayStep;

    /// <summary>Close the connection. A code other than 1000 and 1001 keeps the session.</summary>
    public sealed record Close(int Code) : GatewayStep;
}

/// <summary>What follows when a connection has ended.</summary>
public abstract record GatewayEnd
{
    /// <summary>Connect again.</summary>
    public sealed record Again(TimeSpan After) : GatewayEnd;

    /// <summary>Never connect again.</summary>
    /// <param name="Why">A sentence that says what to change.</param>
    public sealed record Stop(string Why) : GatewayEnd;
}
