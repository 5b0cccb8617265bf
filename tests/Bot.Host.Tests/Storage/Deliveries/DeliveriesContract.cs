using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Tests.Storage.Deliveries;

/// <summary>What every engine must do with messages that have to be posted.</summary>
public abstract class DeliveriesContract : LedgerContract
{
    private static readonly TimeSpan KeyLife = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task In_a_channel_one_message_follows_the_other_while_channels_go_side_by_side()
    {
        await ComposeAsync(1, "one a", "one b");
        await ComposeAsync(2, "two");

        var first = await TakeAsync();
        var meanwhile = await TakeAsync();
        await EndAsync(first[0], new DeliveryEnd.Sent("m1"));
        var second = await TakeAsync();

        Assert.Equal(["one a", "two"], first.Select(delivery => delivery.Post.Body));
        Assert.Equal(Channel(1), first[0].Post.To);
        Assert.Empty(meanwhile);
        Assert.Equal(["one b"], second.Select(delivery => delivery.Post.Body));
    }

    [Fact]
    public async Task Two_hosts_never_take_the_same_message()
    {
        await ComposeAsync(1, "one");

        var taken = await Task.WhenAll(TakeAsync(), TakeAsync());

        Assert.Single(taken.SelectMany(one => one));
    }

    [Fact]
    public async Task A_resting_channel_waits_and_a_message_that_was_put_off_comes_when_its_time_has_come_under_the_same_key()
    {
        await ComposeAsync(1, "one");
        await ComposeAsync(2, "two");

        var first = Assert.Single(await TakeAsync(most: 1));
        var others = await Ledger.TakeAsync(Platform, keyLife: null, [first.Channel], isRestShared: false, 10, Ct);
        await EndAsync(first, new DeliveryEnd.Again(Clock.GetUtcNow().AddMinutes(1), MayBeThere: false));
        var tooEarly = await TakeAsync();
        var next = await Ledger.NextAsync(Platform, Ct);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var again = Assert.Single(await TakeAsync());

        Assert.Equal("two", Assert.Single(others).Post.Body);
        Assert.Empty(tooEarly);
        Assert.Equal(Clock.GetUtcNow(), next);
        Assert.Equal((first.Post.Key, 2), (again.Post.Key, again.Attempt));
    }

    [Fact]
    public async Task With_a_channel_that_rests_those_beside_it_in_its_community_rest_where_that_is_wanted()
    {
        await ComposeAsync(Topic(1, 11), "one");
        await ComposeAsync(Topic(1, 12), "two");
        await ComposeAsync(Topic(2, 11), "three");
        var first = Assert.Single(await TakeAsync(most: 1));

        var others = await Ledger.TakeAsync(Platform, keyLife: null, [first.Channel], isRestShared: true, 10, Ct);

        Assert.Equal("three", Assert.Single(others).Post.Body);
        Assert.Equal("two", Assert.Single(await TakeAsync()).Post.Body);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 0)]
    public async Task A_message_that_may_be_there_is_tried_again_only_while_its_key_is_good_however_long_it_had_to_wait(int minutes, int again)
    {
        await ComposeAsync(1, "one");
        var first = Assert.Single(await TakeAsync());
        await EndAsync(first, new DeliveryEnd.Again(Clock.GetUtcNow(), MayBeThere: true));
        Clock.Advance(TimeSpan.FromMinutes(minutes));

        var taken = await TakeAsync(keyLife: KeyLife);

        Assert.Equal(Enumerable.Repeat(first.FirstSent, again), taken.Select(delivery => delivery.FirstSent));
        Assert.Equal([again == 1 ? SlotState.Composed : SlotState.Uncertain], await StatesAsync());
    }

    [Fact]
    public async Task The_time_that_a_message_was_only_put_off_for_takes_nothing_from_its_key()
    {
        await ComposeAsync(1, "one");
        await EndAsync(Assert.Single(await TakeAsync()), new DeliveryEnd.Again(Clock.GetUtcNow(), MayBeThere: false));
        Clock.Advance(TimeSpan.FromMinutes(10));

        var again = Assert.Single(await TakeAsync(keyLife: KeyLife));

        Assert.Equal(Clock.GetUtcNow(), again.FirstSent);
    }

    [Fact]
    public async Task A_clock_that_is_put_back_holds_no_message_for_hours_and_makes_no_key_younger()
    {
        await ComposeAsync(1, "one");
        await ComposeAsync(2, "two");
        var first = await TakeAsync();
        await EndAsync(first[0], new DeliveryEnd.Again(Clock.GetUtcNow().AddMinutes(1), MayBeThere: false));
        Clock.AdjustTime(Clock.GetUtcNow().AddHours(-1));

        var outcome = await Ledger.RecoverAsync(Platform, KeyLife, Ct);
        var next = await Ledger.NextAsync(Platform, Ct);
        var again = await TakeAsync(keyLife: KeyLife);

        Assert.Equal((0, 1), outcome);
        Assert.Equal(Clock.GetUtcNow(), next);
        Assert.Equal(["one"], again.Select(delivery => delivery.Post.Body));
    }

    [Fact]
    public async Task A_digest_takes_the_worst_state_of_its_messages()
    {
        await ComposeAsync(1, "a", "b");
        await ComposeAsync(2, "c", "d");
        await ComposeAsync(3, "e", "f");

        await EndAllAsync(body => body switch
        {
            "b" => new DeliveryEnd.Uncertain(DeliveryReason.AnswerLost),
            "c" => new DeliveryEnd.Undeliverable(DeliveryReason.ContentRefused, HoldsChannel: false),
            "d" => new DeliveryEnd.Uncertain(DeliveryReason.AnswerLost),
            _ => new DeliveryEnd.Sent(body),
        });

        Assert.Equal([SlotState.Uncertain, SlotState.Undeliverable, SlotState.Sent], await StatesAsync());
    }

    [Fact]
    public async Task A_channel_that_refuses_for_good_is_not_written_to_again_and_its_subscription_is_held()
    {
        var subscription = await ComposeAsync(1, "a", "b");
        var first = Assert.Single(await TakeAsync());

        await EndAsync(first, new DeliveryEnd.Undeliverable(DeliveryReason.Forbidden, HoldsChannel: true));

        Assert.Empty(await TakeAsync());
        Assert.Equal([SlotState.Undeliverable], await StatesAsync());
        var held = Assert.Single(await Subscriptions.ListAsync(Harbour, subscription.Address, Ct));
        Assert.Equal((SubscriptionStanding.Held, DeliveryReason.Forbidden), (held.Standing, held.HeldFor));
        Assert.Empty(await Slots.DueAsync(Clock.GetUtcNow().AddDays(3), 10, Ct));
    }

    [Fact]
    public async Task A_message_that_was_on_its_way_when_the_program_ended_is_uncertain_where_no_key_makes_a_second_try_safe()
    {
        await ComposeAsync(1, "one");
        await TakeAsync();

        var outcome = await Ledger.RecoverAsync(Platform, keyLife: null, Ct);

        Assert.Equal((0, 1), outcome);
        Assert.Empty(await TakeAsync());
        Assert.Equal([SlotState.Uncertain], await StatesAsync());
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(3, 0, 1)]
    public async Task With_a_key_it_is_tried_again_while_the_key_is_good(int minutes, int again, int uncertain)
    {
        await ComposeAsync(1, "one");
        var first = Assert.Single(await TakeAsync());
        Clock.Advance(TimeSpan.FromMinutes(minutes));

        var outcome = await Ledger.RecoverAsync(Platform, KeyLife, Ct);

        Assert.Equal((again, uncertain), outcome);
        Assert.Equal(Enumerable.Repeat(first.Post.Key, again), (await TakeAsync(keyLife: KeyLife)).Select(delivery => delivery.Post.Key));
    }

    [Fact]
    public async Task A_channel_that_moved_is_written_to_at_its_new_address_from_then_on_and_every_topic_of_its_group_too()
    {
        await ComposeAsync(1, "a", "b");
        var topic = await Subscriptions.AddAsync(
            Admin, new ChatAddress(Platform, "-1001", "5"), (await SubscribeAsync(2)).Schedule, Standard, Ct);
        var first = Assert.Single(await TakeAsync());

        await EndAsync(first, new DeliveryEnd.MovedTo(new ChatAddress(Platform, "-77", "-77")));
        var again = Assert.Single(await TakeAsync());

        Assert.Equal(("a", new ChatAddress(Platform, "-77", "-77")), (again.Post.Body, again.Post.To));
        Assert.Equal(topic.Id, Assert.Single(await Subscriptions.ListAsync(Harbour, new ChatAddress(Platform, "-77", "5"), Ct)).Id);
    }

    [Fact]
    public async Task A_channel_that_moved_to_one_that_is_known_becomes_that_one()
    {
        await ComposeAsync(1, "a");
        var known = await SubscribeAsync(2);
        var first = Assert.Single(await TakeAsync());

        await EndAsync(first, new DeliveryEnd.MovedTo(known.Address));
        var again = Assert.Single(await TakeAsync());

        Assert.Equal((known.Channel, known.Address), (again.Channel, again.Post.To));
        Assert.Equal([1, 2], (await Subscriptions.ListAsync(Harbour, known.Address, Ct)).Select(subscription => subscription.Number));
    }

    /// <summary>Takes and ends until nothing is left.</summary>
    private async Task EndAllAsync(Func<string, DeliveryEnd> end)
    {
        while (await TakeAsync() is { Count: > 0 } taken)
        {
            foreach (var delivery in taken)
            {
                await EndAsync(delivery, end(delivery.Post.Body));
            }
        }
    }

    private async Task<List<SlotState>> StatesAsync() => await Database.ReadAsync(
        async connection => (await connection.QueryAsync<long>("select state from slots order by id")).Select(state => (SlotState)state).ToList(), Ct);
}
