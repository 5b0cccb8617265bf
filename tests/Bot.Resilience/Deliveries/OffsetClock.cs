namespace Bot.Resilience.Deliveries;

/// <summary>The system's clock, put forward or back.</summary>
internal sealed class OffsetClock(TimeSpan offset) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + offset;
}
