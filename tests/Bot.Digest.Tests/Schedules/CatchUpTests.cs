using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using CsCheck;

namespace Bot.Digest.Tests.Schedules;

public sealed class CatchUpTests
{
    private static readonly DateTimeOffset Now = Zones.At("2031-05-20T12:00Z");

    [Fact]
    public void On_time_each_subscription_has_its_digest_and_none_is_called_late()
    {
        var digests = CatchUp.Of([Late(1, minutes: 1), Late(2, minutes: 1)], Now);

        Assert.Equal([1, 2], digests.Select(digest => digest.Carrier.Subscription.Value));
        Assert.All(digests, digest => Assert.False(digest.IsLate));
    }

    [Fact]
    public void An_hour_late_it_is_sent_and_says_so()
    {
        var digest = Assert.Single(CatchUp.Of([Late(1, minutes: 60)], Now));

        Assert.True(digest.IsLate);
        Assert.Empty(digest.Merged);
        Assert.Null(digest.OnlySince);
    }

    [Fact]
    public void After_more_than_two_hours_the_channel_gets_one_digest_for_all()
    {
        var digest = Assert.Single(CatchUp.Of([Late(1, hours: 20), Late(2, hours: 3), Late(1, hours: 10)], Now));

        Assert.Equal(Late(2, hours: 3), digest.Carrier);
        Assert.Equal([Late(1, hours: 20), Late(1, hours: 10)], digest.Merged);
        Assert.Empty(digest.Skipped);
        Assert.Null(digest.OnlySince);
    }

    [Fact]
    public void After_more_than_a_day_the_last_day_is_told_and_the_rest_named_as_skipped()
    {
        var digest = Assert.Single(CatchUp.Of([Late(1, hours: 192), Late(1, hours: 30), Late(1, hours: 20), Late(1, minutes: 1)], Now));

        Assert.Equal([Late(1, hours: 192), Late(1, hours: 30)], digest.Skipped);
        Assert.Equal([Late(1, hours: 20)], digest.Merged);
        Assert.Equal(Now.AddDays(-1), digest.OnlySince);
        Assert.False(digest.IsLate);
    }

    [Fact]
    public void A_single_digest_that_is_days_late_is_sent_with_the_news_of_the_last_day()
    {
        var digest = Assert.Single(CatchUp.Of([Late(1, hours: 70)], Now));

        Assert.Equal((Late(1, hours: 70), true, Now.AddDays(-1)), (digest.Carrier, digest.IsLate, digest.OnlySince));
        Assert.Empty(digest.Skipped);
    }

    [Fact]
    public void What_is_not_due_since_the_clock_was_put_back_stays_planned()
    {
        Assert.Empty(CatchUp.Of([Late(1, hours: -1)], Now));
    }

    [Fact]
    public void Any_backlog_is_one_post_for_a_channel_and_each_slot_stands_in_one_place()
    {
        Gen.Select(Gen.Long[1, 3], Gen.Int[0, 20_000]).Array[0, 40].Sample(slots =>
        {
            var planned = slots.Select(slot => Late(slot.Item1, minutes: slot.Item2)).Distinct().ToList();

            var digests = CatchUp.Of(planned, Now);

            Assert.InRange(digests.Count, 0, planned.Exists(one => Now - one.Slot.Due > CatchUp.OwnDigest) ? 1 : 3);
            Assert.Equal(
                planned.OrderBy(one => one.Slot.Due).ThenBy(one => one.Subscription.Value),
                digests.SelectMany(digest => digest.Skipped.Concat(digest.Merged).Append(digest.Carrier)).OrderBy(one => one.Slot.Due).ThenBy(one => one.Subscription.Value));
            Assert.All(digests, digest => Assert.True(digest.OnlySince is not null || digest.Skipped.Count == 0));
        });
    }

    private static PlannedSlot Late(long subscription, int hours = 0, int minutes = 0)
    {
        var due = Now.AddHours(-hours).AddMinutes(-minutes);
        return new PlannedSlot(new SubscriptionId(subscription), new Slot(DateOnly.FromDateTime(due.DateTime), 0, due));
    }
}
