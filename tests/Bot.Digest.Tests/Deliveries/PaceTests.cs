using Bot.Digest.Chat;
using Bot.Digest.Deliveries;
using Bot.Digest.Ports;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Digest.Tests.Deliveries;

public sealed class PaceTests
{
    private static readonly ChatAddress Person = new("telegram", "7", "7");
    private static readonly ChatAddress Group = new("telegram", "-7", "-7");

    private static readonly PostingTerms Terms = new()
    {
        MessagesASecond = 30,
        ChannelGap = address => TimeSpan.FromSeconds(address == Group ? 3 : 1),
        MostOnTheirWay = 16,
    };

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void A_minute_holds_as_many_messages_as_the_platform_documents_and_no_second_holds_a_burst()
    {
        var pace = new Pace(Terms, _clock);
        var sent = new List<DateTimeOffset>();
        for (var end = _clock.GetUtcNow().AddMinutes(1); _clock.GetUtcNow() < end; _clock.Advance(Max(pace.UntilTurn(), TimeSpan.FromMilliseconds(1))))
        {
            for (var turns = pace.Turns(); turns > 0; turns--)
            {
                pace.Spend(new ChannelId(sent.Count), Person);
                sent.Add(_clock.GetUtcNow());
            }
        }

        Assert.InRange(sent.Count, 1780, 1801);
        Assert.All(sent.Index(), one => Assert.True(sent.Skip(one.Index).TakeWhile(at => at - one.Item < TimeSpan.FromSeconds(1)).Count() <= 33));
    }

    [Fact]
    public void A_channel_rests_for_its_gap_or_for_as_long_as_the_platform_says()
    {
        var pace = new Pace(Terms, _clock);

        pace.Spend(new ChannelId(1), Person);
        pace.Spend(new ChannelId(2), Person);
        pace.Slow(new ChannelId(2), new PostLater(TimeSpan.FromSeconds(5), IsForAll: false));
        var atOnce = pace.Resting();
        _clock.Advance(TimeSpan.FromSeconds(1));
        var afterTheGap = pace.Resting();
        _clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal([new ChannelId(1), new ChannelId(2)], atOnce);
        Assert.Equal([new ChannelId(2)], afterTheGap);
        Assert.Empty(pace.Resting());
    }

    [Fact]
    public void A_channel_that_wants_a_longer_gap_rests_for_longer()
    {
        var pace = new Pace(Terms, _clock);

        pace.Spend(new ChannelId(1), Person);
        pace.Spend(new ChannelId(2), Group);
        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal([new ChannelId(2)], pace.Resting());
    }

    [Fact]
    public void A_clock_that_is_put_back_or_forward_changes_no_wait()
    {
        var jumping = new JumpingClock(_clock);
        var pace = new Pace(Terms, jumping);

        pace.Slow(new ChannelId(1), new PostLater(TimeSpan.FromSeconds(5), IsForAll: true));
        jumping.Jump = TimeSpan.FromDays(1);
        var early = pace.Turns();
        jumping.Jump = TimeSpan.FromDays(-1);
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(0, early);
        Assert.True(pace.Turns() > 0);
        Assert.Empty(pace.Resting());
    }

    [Fact]
    public void A_wait_for_all_stops_everything_and_the_rate_comes_back_slowly()
    {
        var pace = new Pace(Terms, _clock);

        pace.Slow(new ChannelId(1), new PostLater(TimeSpan.FromSeconds(3), IsForAll: true));
        Assert.Equal(0, pace.Turns());
        Assert.Equal(TimeSpan.FromSeconds(3), pace.UntilTurn());

        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.True(pace.Turns() > 0);
        pace.Spend(new ChannelId(2), Person);
        pace.Spend(new ChannelId(3), Person);
        pace.Spend(new ChannelId(4), Person);
        var slow = pace.UntilTurn();
        _clock.Advance(TimeSpan.FromSeconds(20));
        for (var turns = pace.Turns(); turns > 0; turns--)
        {
            pace.Spend(new ChannelId(9), Person);
        }

        Assert.True(slow > pace.UntilTurn());
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
