using Bot.Digest.Chat;
using Bot.Digest.Deliveries;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using Bot.Host.Configuration;
using Bot.Host.Storage;
using Bot.Host.Storage.Communities;
using Bot.Host.Storage.Deliveries;
using Bot.Host.Storage.Sources;
using Bot.Host.Tests.Deliveries;
using Bot.Host.Tests.Storage.Deliveries;
using Dapper;
using Microsoft.Extensions.Options;

namespace Bot.Host.Tests.Storage;

/// <summary>What every engine must tell of held digests, and how long it keeps what is no use any more.</summary>
public abstract class RetentionContract : LedgerContract
{
    private static readonly ChatAddress Group = new(Platform, "-5", "-5");

    private StoredCommunities Communities => new(Database, Options.Create(new CommunitiesOptions()), Clock);

    private StoredCommunityLife Life => new(Database, Clock);

    private StoredNotices Notices => new(Database, Clock);

    private HeldTelling Telling => new(new StoredHeldDigests(Database, Clock), [new ScriptedPlatform((post, _) => new Posted(post.Key))]);

    [Fact]
    public async Task Admins_hear_once_of_a_held_digest_and_again_when_it_is_held_anew()
    {
        var order = await OrderAsync(Group, "7");
        await Life.ClosedAsync(Group, DeliveryReason.TopicClosed, Ct);

        var first = (await Notices.TakeAsync(order.Community, channel: null, Ct)).Held;
        var second = (await Notices.TakeAsync(order.Community, channel: null, Ct)).Held;
        await Life.ReopenedAsync(Group, Ct);
        Clock.Advance(TimeSpan.FromDays(1));
        await Life.ClosedAsync(Group, DeliveryReason.Gone, Ct);

        Assert.Equal((order.Id, DeliveryReason.TopicClosed), (Assert.Single(first).Id, first[0].HeldFor));
        Assert.Empty(second);
        Assert.Equal(DeliveryReason.Gone, Assert.Single((await Notices.TakeAsync(order.Community, channel: null, Ct)).Held).HeldFor);
        Assert.Empty((await Notices.TakeAsync(Valley, channel: null, Ct)).Held);
    }

    [Fact]
    public async Task Who_manages_one_channel_hears_of_what_is_held_there_and_takes_no_news_from_those_who_manage_more()
    {
        var (here, there) = (await OrderAsync(Group, "7"), await OrderAsync(Group with { Channel = "9" }, "7"));
        await Life.LeftAsync(Platform, "-5", DeliveryReason.Forbidden, Ct);

        Assert.Equal([here.Id], (await Notices.TakeAsync(here.Community, Group, Ct)).Held.Select(one => one.Id));
        Assert.Equal([there.Id], (await Notices.TakeAsync(here.Community, channel: null, Ct)).Held.Select(one => one.Id));
    }

    [Fact]
    public async Task Who_ordered_it_hears_of_it_once_in_their_private_chat()
    {
        await Communities.EnterAsync(new ChatAddress(Platform, "7", "7"), "Anna", Ct);
        await OrderAsync(Group, "7");
        await OrderAsync(Group with { Channel = "9" }, "8");
        await Life.LeftAsync(Platform, "-5", DeliveryReason.Forbidden, Ct);

        await Telling.RunAsync(Ct);
        await Telling.RunAsync(Ct);

        var told = Assert.Single(await TakeAsync());
        Assert.Equal(new ChatAddress(Platform, "7", "7"), told.Post.To);
        Assert.Contains("The digest 1 that you ordered for Pier is held: the bot may not write there.", told.Post.Body, StringComparison.Ordinal);
        Assert.Empty(await TakeAsync());
    }

    [Fact]
    public async Task Held_digests_of_a_platform_that_is_not_set_up_keep_no_others_waiting()
    {
        foreach (var group in new[] { new ChatAddress("discord", "-9", "-9"), Group })
        {
            await Communities.EnterAsync(new ChatAddress(group.Platform, "7", "7"), "Anna", Ct);
            await OrderAsync(group, "7");
            await Life.LeftAsync(group.Platform, group.Community, DeliveryReason.Forbidden, Ct);
            Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var untold = Assert.Single(await new StoredHeldDigests(Database, Clock).UntoldAsync([Platform], most: 1, Ct));

        Assert.Equal(Platform, untold.Maker.Platform);
    }

    [Fact]
    public async Task Nothing_is_written_into_the_private_chat_that_is_itself_held_or_left()
    {
        var own = new ChatAddress(Platform, "7", "7");
        await OrderAsync(own, "7");
        await OrderAsync(Group, "7");
        await Life.LeftAsync(Platform, "7", DeliveryReason.Forbidden, Ct);
        await Life.LeftAsync(Platform, "-5", DeliveryReason.Forbidden, Ct);

        await Telling.RunAsync(Ct);

        Assert.Empty(await TakeAsync());
    }

    [Fact]
    public async Task A_held_digest_and_a_community_without_the_bot_are_kept_for_thirty_days()
    {
        var (held, left) = (await OrderAsync(Group, "7"), await OrderAsync(new ChatAddress(Platform, "-6", "-6"), "7"));
        await ComposedAsync(held);
        await Life.ClosedAsync(Group, DeliveryReason.Gone, Ct);
        await Life.LeftAsync(Platform, "-6", DeliveryReason.Forbidden, Ct);

        await CleanAsync(days: 30);
        var kept = (await Subscriptions.ListAsync(held.Community, null, Ct)).Count + (await Subscriptions.ListAsync(left.Community, null, Ct)).Count;
        await CleanAsync(days: 1);

        Assert.Equal(2, kept);
        Assert.Empty(await Subscriptions.ListAsync(held.Community, null, Ct));
        Assert.NotNull(await Communities.FindAsync(held.Community, Ct));
        Assert.Null(await Communities.FindAsync(left.Community, Ct));
        Assert.Equal(0, await CountAsync("channels") + await CountAsync("slots") + await CountAsync("deliveries") + await CountAsync("edition_articles"));
        Assert.Empty(await Database.InspectAsync(Ct));
    }

    [Fact]
    public async Task A_community_where_somebody_speaks_is_kept_although_nobody_told_that_the_bot_is_back()
    {
        var order = await OrderAsync(Group, "7");
        await Life.LeftAsync(Platform, "-5", DeliveryReason.Forbidden, Ct);

        var spoke = await Communities.EnterAsync(Group, "Pier", Ct);
        var again = await Communities.EnterAsync(Group, "Pier", Ct);
        await Life.ReturnedAsync(Platform, "-5", Ct);
        await CleanAsync(days: 31);

        Assert.Equal((true, false), (spoke.IsLeft, again.IsLeft));
        Assert.Equal(SubscriptionStanding.Active, Assert.Single(await Subscriptions.ListAsync(order.Community, null, Ct)).Standing);
    }

    [Fact]
    public async Task What_was_posted_and_changed_is_kept_for_half_a_year_and_buttons_for_ninety_days_after_their_last_use()
    {
        var order = await OrderAsync(Group, "7");
        for (var number = 0; number < 3; number++)
        {
            await ComposedAsync(order, number);
            await EndAsync(Assert.Single(await TakeAsync()), new DeliveryEnd.Sent("m"));
        }

        var buttons = new StoredButtonCommands(Database, Clock);
        var keys = await buttons.KeepAsync(["/used", "/unused"], Ct);
        Clock.Advance(TimeSpan.FromDays(60));
        await buttons.FindAsync(keys[0], Ct);

        await CleanAsync(days: 31);
        Assert.Equal(["/used", null], [await buttons.FindAsync(keys[0], Ct), await buttons.FindAsync(keys[1], Ct)]);
        await CleanAsync(days: 89);
        Assert.Equal((3, 3, 3, 1), (await CountAsync("deliveries"), await CountAsync("slots"), await CountAsync("edition_articles"), await CountAsync("changes")));
        await CleanAsync(days: 1);

        Assert.Equal((0, 0, 0, 0), (await CountAsync("deliveries"), await CountAsync("slots"), await CountAsync("edition_articles"), await CountAsync("changes")));
        Assert.Equal(order.Id, Assert.Single(await Subscriptions.ListAsync(order.Community, null, Ct)).Id);
        Assert.Empty(await Database.InspectAsync(Ct));
    }

    [Fact]
    public async Task More_than_one_portion_of_old_rows_goes_in_one_cleaning()
    {
        await new StoredButtonCommands(Database, Clock).KeepAsync([.. Enumerable.Range(1, 1200).Select(number => $"/story {number}")], Ct);

        await CleanAsync(days: 91);

        Assert.Equal(0, await CountAsync("button_commands"));
    }

    private async Task CleanAsync(int days)
    {
        Clock.Advance(TimeSpan.FromDays(days));
        await new Retention(Database, new StoredForgetting(Database), Clock).CleanAsync(Ct);
    }

    private async Task<Subscription> OrderAsync(ChatAddress channel, string user)
    {
        var community = (await Communities.EnterAsync(channel, "Pier", Ct)).Id;
        var schedule = new Schedule { Cadence = Cadence.Default, Zone = "Europe/Berlin", ValidFrom = Clock.GetUtcNow() };
        return await Subscriptions.AddAsync(new Editor(community, $"{channel.Platform} {user}"), channel, schedule, Standard, Ct);
    }

    private async Task ComposedAsync(Subscription order, int number = 0)
    {
        var slot = new Slot(new DateOnly(2026, 6, 1), number, Clock.GetUtcNow());
        await Slots.PlanAsync([new SlotsToPlan(order.Id, order.Look, [slot], order.Look)], Ct);
        await Slots.ComposeAsync(
            [Digest(order, new PlannedSlot(order.Id, slot), "news") with { Edition = new ToldEdition([new ToldArticles(new StoryId(1), [new ArticleId(number + 1)])], []) }], Clock.GetUtcNow(), Ct);
    }

    private Task<int> CountAsync(string table) => Database.ReadAsync(connection => connection.ExecuteScalarAsync<int>($"select count(*) from {table}"), Ct);
}
