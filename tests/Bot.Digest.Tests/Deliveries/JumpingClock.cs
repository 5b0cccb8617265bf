using Microsoft.Extensions.Time.Testing;

namespace Bot.Digest.Tests.Deliveries;

/// <summary>A clock whose time is put right, while what it counts goes on.</summary>
internal sealed class JumpingClock(FakeTimeProvider clock) : TimeProvider
{
    public TimeSpan Jump { get; set; }

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + Jump;

    public override long GetTimestamp() => clock.GetTimestamp();
}
