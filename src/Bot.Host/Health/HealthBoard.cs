using Bot.Digest.Ports;

namespace Bot.Host.Health;

/// <summary>What the watch saw last.</summary>
/// <param name="Numbers">Null when the archive did not answer.</param>
public sealed record HealthLook(DateTimeOffset At, ServiceNumbers? Numbers, IReadOnlyList<ServiceFault> Faults);

/// <summary>Where the watch writes what it saw, for everybody who asks. Safe for many threads.</summary>
public sealed class HealthBoard(TimeProvider clock)
{
    /// <summary>An older look says nothing: the watch itself has stopped.</summary>
    private static readonly TimeSpan Valid = TimeSpan.FromMinutes(2);

    private volatile HealthLook? _last;

    /// <summary>Null before the first look.</summary>
    public HealthLook? Last
    {
        get => _last;
        set => _last = value;
    }

    /// <summary>Nothing is wrong, as far as anybody has looked lately.</summary>
    public bool IsWell => Last is not { } look || (look.Faults.Count == 0 && clock.GetUtcNow() - look.At <= Valid);
}
