using Bot.Digest.Chat;
using Bot.Digest.Filters;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using Bot.Host.Configuration;
using Bot.Host.Storage.Communities;
using Bot.Host.Storage.Filtering;
using Microsoft.Extensions.Options;

namespace Bot.Host.Tests.Storage.Deliveries;

/// <summary>What every engine must make of communities and channels that come, go and move.</summary>
public abstract class CommunityLifeContract : LedgerContract
{
    private const string Group = "-5";

    private StoredCommunityLife Life => new(Database, Clock);

    private StoredCommunities Communities => new(Database, Options.Create(new CommunitiesOptions()), Clock);

    [Fact]
    public async Task When_the_bot_is_removed_what_waits_is_given_up_and_every_subscription_is_held_until_it_is_back()
    {
        var (main, topic) = (await OrderAsync(Group, Group), await OrderAsync(Group, "7"));
        var elsewhere = await OrderAsync("-6", "-6");
        var slot = Assert.Single(await PlanAsync(main, 0));
        await Slots.ComposeAsync([Digest(main, slot, "a", "b")], Clock.GetUtcNow(), Ct);

        await Life.LeftAsync(Platform, Group, DeliveryReason.Forbidden, Ct);
        var held = new[] { await FindAsync(main), await FindAsync(topic) };
        var taken = await TakeAsync();
        Clock.Advance(TimeSpan.FromDays(3));
        await Life.LeftAsync(Platform, Group, DeliveryReason.Forbidden, Ct);
        await Life.ReturnedAsync(Platform, Group, Ct);
        var back = await FindAsync(main);

        Assert.All(held, one => Assert.Equal((SubscriptionStanding.Held, DeliveryReason.Forbidden), (one.Standing, one.HeldFor)));
        Assert.Empty(taken);
        Assert.Equal(SubscriptionStanding.Active, (await FindAsync(elsewhere)).Standing);
        Assert.Equal((SubscriptionStanding.Active, null, Clock.GetUtcNow()), (back.Standing, back.HeldFor, back.Schedule.ValidFrom));
        Assert.Equal(
            [main.Id, topic.Id],
            (await Slots.DueAsync(Clock.GetUtcNow(), 10, Ct)).Where(one => one.Id != elsewhere.Id).Select(one => one.Id).OrderBy(id => id.Value));
    }

    [Fact]
    public async Task Channels_with_digests_are_told_with_those_of_them_that_are_held()
    {
        await OrderAsync(Group, Group);
        var (held, ended) = (await OrderAsync(Group, "7"), await OrderAsync(Group, "8"));
        await OrderAsync("-6", "-6");
        await Life.ClosedAsync(held.Address, DeliveryReason.TopicClosed, Ct);
        await Subscriptions.EndAsync(new Editor(ended.Community, "keyed 1"), ended.Id, Ct);

        var channels = await Life.ChannelsAsync(Platform, Group, Ct);

        Assert.Equal([new(Group, IsHeld: false), new("7", IsHeld: true)], channels.OrderBy(one => one.IsHeld));
    }

    [Fact]
    public async Task A_refusal_that_came_before_the_news_of_the_removal_ends_with_it_and_a_deleted_channel_stays_held()
    {
        var (refused, deleted) = (await OrderAsync(Group, Group), await OrderAsync(Group, "7"));
        var slot = Assert.Single(await PlanAsync(refused, 0));
        await Slots.ComposeAsync([Digest(refused, slot, "a")], Clock.GetUtcNow(), Ct);
        await EndAsync(Assert.Single(await TakeAsync()), new DeliveryEnd.Undeliverable(DeliveryReason.Forbidden, HoldsChannel: true));
        await Life.ClosedAsync(deleted.Address, DeliveryReason.Gone, Ct);
        Clock.Advance(TimeSpan.FromMinutes(1));

        await Life.LeftAsync(Platform, Group, DeliveryReason.Forbidden, Ct);
        Clock.Advance(TimeSpan.FromDays(1));
        await Life.ReturnedAsync(Platform, Group, Ct);

        Assert.Equal(SubscriptionStanding.Active, (await FindAsync(refused)).Standing);
        Assert.Equal((SubscriptionStanding.Held, DeliveryReason.Gone), ((await FindAsync(deleted)).Standing, (await FindAsync(deleted)).HeldFor));
    }

    [Fact]
    public async Task A_closed_topic_is_held_alone_and_goes_on_when_it_is_opened_again()
    {
        var (main, topic) = (await OrderAsync(Group, Group), await OrderAsync(Group, "7"));

        await Life.ClosedAsync(topic.Address, DeliveryReason.TopicClosed, Ct);
        var (open, closed) = (await FindAsync(main), await FindAsync(topic));
        await Life.ReopenedAsync(topic.Address, Ct);

        Assert.Equal((SubscriptionStanding.Active, SubscriptionStanding.Held), (open.Standing, closed.Standing));
        Assert.Equal(SubscriptionStanding.Active, (await FindAsync(topic)).Standing);
    }

    [Fact]
    public async Task An_ended_subscription_does_not_come_back_with_the_bot()
    {
        var ended = await OrderAsync(Group, Group);
        await Subscriptions.EndAsync(new Editor(ended.Community, "telegram 7"), ended.Id, Ct);

        await Life.LeftAsync(Platform, Group, DeliveryReason.Forbidden, Ct);
        await Life.ReturnedAsync(Platform, Group, Ct);
        await Life.ReopenedAsync(ended.Address, Ct);

        Assert.Empty(await Subscriptions.ListAsync(ended.Community, null, Ct));
    }

    [Fact]
    public async Task What_is_not_known_changes_nothing()
    {
        var nowhere = new ChatAddress(Platform, "-99", "-99");

        await Life.LeftAsync(Platform, "-99", DeliveryReason.Gone, Ct);
        await Life.ReturnedAsync(Platform, "-99", Ct);
        await Life.ClosedAsync(nowhere, DeliveryReason.Gone, Ct);
        await Life.ReopenedAsync(nowhere, Ct);
        await Life.MovedAsync(nowhere, Channel(1), Ct);

        Assert.Equal(0, (await Communities.ListAsync(0, 9, Ct)).Total);
    }

    [Fact]
    public async Task A_group_that_has_another_id_keeps_its_number_settings_and_subscriptions_also_when_it_is_told_twice()
    {
        var topic = await OrderAsync(Group, "7");
        await Communities.SettleAsync(new Editor(topic.Community, "telegram 7"), new CommunitySettings("Europe/Riga", null, null, null), Ct);
        var (from, to) = (new ChatAddress(Platform, Group, Group), new ChatAddress(Platform, "-1005", "-1005"));

        await Life.MovedAsync(from, to, Ct);
        await Life.MovedAsync(from, to, Ct);

        var moved = await Communities.EnterAsync(to, "Pier", Ct);
        Assert.Equal((topic.Community, "Europe/Riga"), (moved.Id, moved.Settings.Zone));
        Assert.Equal(to with { Channel = "7" }, (await FindAsync(topic)).Address);
    }

    [Fact]
    public async Task What_was_entered_under_the_new_id_before_becomes_part_of_the_group()
    {
        var old = await OrderAsync(Group, Group);
        var early = await OrderAsync("-1005", "-1005");
        var post = new NewSource(new Uri("https://post.example/feed"), SourceKind.Feed, "Post");
        foreach (var community in (CommunityId[])[old.Community, early.Community])
        {
            await Sources.AddAsync(new Editor(community, "telegram 7"), post, Ct);
        }

        await Sources.AddAsync(new Editor(early.Community, "telegram 7"), new NewSource(new Uri("https://echo.example/feed"), SourceKind.Feed, "Echo"), Ct);
        await new StoredFilters(Database, Clock).AddAsync(new Editor(early.Community, "telegram 7"), new FilterRule(false, FilterKind.Words, "gulls"), null, Ct);

        await Life.MovedAsync(new ChatAddress(Platform, Group, Group), new ChatAddress(Platform, "-1005", "-1005"), Ct);

        var all = await Subscriptions.ListAsync(old.Community, new ChatAddress(Platform, "-1005", "-1005"), Ct);
        Assert.Equal([early.Id, old.Id], all.Select(one => one.Id));
        Assert.Equal([1, 2], all.Select(one => one.Number));
        Assert.Equal(["Echo", "Post"], (await Sources.ListAsync(old.Community, 0, 9, Ct)).Items.Select(source => source.Name));
        Assert.Single(await new StoredFilters(Database, Clock).ListAsync(old.Community, Ct));
        Assert.Null(await Communities.FindAsync(early.Community, Ct));
        Assert.Empty(await Database.InspectAsync(Ct));
    }

    [Fact]
    public async Task A_blocked_community_is_blocked_under_its_new_id_too()
    {
        var old = await OrderAsync(Group, Group);
        var early = await OrderAsync("-1005", "-1005");
        await Communities.ServeAsync(new Editor(CommunityId.DefaultSet, "terminal"), early.Community, serve: false, Ct);

        await Life.MovedAsync(old.Address, early.Address, Ct);

        Assert.Equal(CommunityStanding.Blocked, (await Communities.FindAsync(old.Community, Ct))!.Standing);
    }

    private async Task<Subscription> OrderAsync(string community, string channel)
    {
        var address = new ChatAddress(Platform, community, channel);
        var entered = await Communities.EnterAsync(address, "Pier", Ct);
        return await Subscriptions.AddAsync(
            new Editor(entered.Id, "telegram 7"), address, new Schedule { Cadence = Cadence.Default, Zone = "Europe/Berlin", ValidFrom = Clock.GetUtcNow() }, Standard, Ct);
    }

    private async Task<Subscription> FindAsync(Subscription subscription) =>
        Assert.Single(await Subscriptions.ListAsync(subscription.Community, null, Ct), one => one.Id == subscription.Id);
}
