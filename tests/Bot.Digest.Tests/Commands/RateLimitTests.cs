using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Tests.Deliveries;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Digest.Tests.Commands;

/// <summary>The sliding minute on a machine whose time is put right.</summary>
public sealed class RateLimitTests
{
    private static readonly ChatAddress Chat = new("terminal", "home", "c1");

    private readonly FakeTimeProvider _passing = new(Asking.Noon);

    [Theory]
    [InlineData(-3)]
    [InlineData(3)]
    public void A_clock_that_is_put_back_or_forward_changes_nothing_about_the_minute(int hours)
    {
        var clock = new JumpingClock(_passing);
        var limit = new RateLimit(clock);
        var free = Enumerable.Range(0, RateLimit.PerUser).Select(_ => limit.Wait(Chat, "u1")).ToList();

        clock.Jump = TimeSpan.FromHours(hours);
        _passing.Advance(TimeSpan.FromSeconds(10));
        var early = limit.Wait(Chat, "u1");
        _passing.Advance(TimeSpan.FromSeconds(50));
        var late = limit.Wait(Chat, "u1");

        Assert.All(free, Assert.Null);
        Assert.Equal((TimeSpan.FromSeconds(50), null), (early, late));
    }
}
