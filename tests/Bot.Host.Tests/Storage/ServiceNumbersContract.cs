using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Host.Storage;
using Bot.Host.Storage.Deliveries;
using Bot.Host.Tests.Storage.Deliveries;

namespace Bot.Host.Tests.Storage;

/// <summary>What every engine must count of the service's work.</summary>
public abstract class ServiceNumbersContract : LedgerContract
{
    [Fact]
    public async Task An_empty_archive_has_nothing_due_and_nothing_waiting()
    {
        Assert.Equal((0, 0, null, 0), await CountAsync(numbers => (numbers.Articles, numbers.Due, numbers.OldestDue, numbers.Platforms.Count)));
    }

    [Fact]
    public async Task What_is_due_counts_until_it_is_composed_and_then_waits_until_it_left()
    {
        var subscription = await SubscribeAsync(1);
        var slot = Assert.Single(await PlanAsync(subscription, -10));
        var due = await CountAsync(numbers => (numbers.Due, numbers.OldestDue));
        await Slots.ComposeAsync([Digest(subscription, slot, "a", "b")], Clock.GetUtcNow(), Ct);
        var waiting = await CountAsync(numbers => (numbers.Due, Assert.Single(numbers.Platforms)));
        await EndAsync(Assert.Single(await TakeAsync()), new DeliveryEnd.Sent("1"));
        await EndAsync(Assert.Single(await TakeAsync()), new DeliveryEnd.Uncertain(DeliveryReason.AnswerLost));
        var (platform, uncertain) = await CountAsync(numbers => (Assert.Single(numbers.Platforms), numbers.Uncertain));

        Assert.Equal((1, Clock.GetUtcNow().AddMinutes(-10)), due);
        Assert.Equal((0, new PlatformNumbers(Platform, 2, Clock.GetUtcNow(), null)), waiting);
        Assert.Equal((new PlatformNumbers(Platform, 0, null, Clock.GetUtcNow()), 1), (platform, uncertain));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task What_an_admin_sends_again_waits_since_then_until_it_left(int taken)
    {
        await ComposeAsync(1, "a");
        await EndAsync(Assert.Single(await TakeAsync()), new DeliveryEnd.Uncertain(DeliveryReason.AnswerLost));
        Clock.Advance(TimeSpan.FromDays(2));
        var again = Clock.GetUtcNow();
        await History.SendAgainAsync(Admin, null, Assert.Single((await History.HistoryAsync(Harbour, null, failed: true, 0, 5, Ct)).Items).Id, Ct);
        Clock.Advance(TimeSpan.FromMinutes(1));

        await TakeAsync(taken);

        Assert.Equal(again, await CountAsync(numbers => Assert.Single(numbers.Platforms).Oldest));
    }

    [Fact]
    public async Task What_a_platform_put_off_is_nothing_that_could_leave_and_what_waits_for_none_that_is_set_up_neither()
    {
        await ComposeAsync(1, "a");
        await PlanAsync(await SubscribeAsync(2), -10);
        await EndAsync(Assert.Single(await TakeAsync()), new DeliveryEnd.Again(Clock.GetUtcNow().AddHours(1), MayBeThere: false));

        Assert.Null(await CountAsync(numbers => Assert.Single(numbers.Platforms).Oldest));
        var elsewhere = await new StoredServiceNumbers(Database).CountAsync(["web"], Clock.GetUtcNow(), Ct);
        Assert.Equal((1, null, 0), (elsewhere.Due, elsewhere.OldestDue, elsewhere.Platforms.Count));
    }

    [Fact]
    public async Task Orders_for_digests_and_follows_are_counted_apart()
    {
        await SubscribeAsync(1);
        await new StoredFollows(Database, Clock).AddAsync(
            Admin, new ChatAddress(Platform, "-1", "-1"), new FollowTarget(FollowKind.Topic, null, "ferry"), new FollowTerms(TimeSpan.FromHours(1), "UTC", null, ""), 9, Ct);

        Assert.Equal((1, 1), await CountAsync(numbers => (numbers.Subscriptions, numbers.Follows)));
    }

    private async Task<T> CountAsync<T>(Func<ServiceNumbers, T> what) => what(await new StoredServiceNumbers(Database).CountAsync([Platform], Clock.GetUtcNow(), Ct));
}
