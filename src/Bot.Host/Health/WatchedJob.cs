using Bot.Digest.Ports;

namespace Bot.Host.Health;

/// <summary>A job that has to be heard of.</summary>
/// <param name="GotOn">When a long run of it last got something done, as far as the archive tells; null where a run is short.</param>
public sealed record WatchedJob(string Name, Func<ServiceNumbers, DateTimeOffset?> GotOn)
{
    /// <summary>False where a run may wait for long, and what waits is judged by itself.</summary>
    public bool CanHang { get; init; } = true;
}
