using Bot.Host.Platforms.Discord.Rest;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>What whoever runs the service reads when its clock is not Discord's.</summary>
public sealed class ClockSkewTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(-17, "This machine's clock is 17 seconds behind Discord's")]
    [InlineData(17, "This machine's clock is 17 seconds ahead of Discord's")]
    public void A_clock_that_is_wrong_is_said_to_be_ahead_or_behind(int seconds, string said)
    {
        using var log = new RecordedLog();

        new ClockSkew(_clock, log).Compare(_clock.GetUtcNow().AddSeconds(-seconds));

        Assert.Contains(said, Assert.Single(log.Lines), StringComparison.Ordinal);
    }
}
