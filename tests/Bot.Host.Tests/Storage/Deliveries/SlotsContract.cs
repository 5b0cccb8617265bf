using Bot.Digest.Digests;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using Bot.Host.Storage.Communities;
using Bot.Host.Storage.Deliveries;
using Dapper;

namespace Bot.Host.Tests.Storage.Deliveries;

/// <summary>What every engine must do with subscriptions and their due digests.</summary>
public abstract class SlotsContract : LedgerContract
{
    [Fact]
    public async Task A_subscription_comes_back_as_it_was_made_and_only_to_its_own_community()
    {
        var schedule = new Schedule
        {
            Cadence = new Cadence([new TimeOnly(18, 30), new TimeOnly(8, 0)], WeekDays.WorkingDays),
            Zone = "Asia/Kathmandu",
            Quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 15)),
            ValidFrom = Clock.GetUtcNow(),
            PausedUntil = Clock.GetUtcNow().AddDays(7),
        };
        var wish = new DigestWish("brief", 5, "ferry", "pier", "sport", "de");
        await StoreAsync(Harbour, "Norrmark Post");

        var made = await Subscriptions.AddAsync(Admin, Channel(1), schedule, wish, Ct);

        var listed = Assert.Single(await Subscriptions.ListAsync(Harbour, Channel(1), Ct));
        Assert.Equal(made, listed);
        Assert.Equal((schedule, wish, 1, TimeSpan.FromMinutes(345)), (listed.Schedule, listed.Wish, listed.Number, listed.ZoneOffset));
        Assert.Empty(await Subscriptions.ListAsync(Valley, null, Ct));
        Assert.Null(await Subscriptions.ChangeAsync(Admin with { Community = Valley }, made.Id, schedule, wish, Ct));
        Assert.False(await Subscriptions.EndAsync(Admin with { Community = Valley }, made.Id, Ct));
    }

    [Fact]
    public async Task A_pause_without_an_end_comes_back_without_one()
    {
        var made = await SubscribeAsync(1);

        var paused = await Subscriptions.ChangeAsync(Admin, made.Id, made.Schedule with { PausedUntil = DateTimeOffset.MaxValue }, made.Wish, Ct);

        Assert.Equal(DateTimeOffset.MaxValue, paused!.Schedule.PausedUntil);
    }

    [Fact]
    public async Task What_was_ended_is_not_due_and_can_be_gone_on_with()
    {
        var made = await SubscribeAsync(1);

        Assert.True(await Subscriptions.EndAsync(Admin, made.Id, Ct));
        Assert.False(await Subscriptions.EndAsync(Admin, made.Id, Ct));
        Assert.Empty(await Subscriptions.ListAsync(Harbour, null, Ct));
        Assert.Empty(await Slots.DueAsync(Clock.GetUtcNow(), 10, Ct));
        var ended = await Subscriptions.EndedAsync(Harbour, Channel(1), Ct);
        var again = await Subscriptions.ChangeAsync(Admin, ended!.Id, ended.Schedule, ended.Wish, Ct);

        Assert.Equal((made.Id, SubscriptionStanding.Active), (again!.Id, again.Standing));
        Assert.Single(await Slots.DueAsync(Clock.GetUtcNow(), 10, Ct));
    }

    [Fact]
    public async Task A_slot_is_planned_once_however_often_it_is_asked_for()
    {
        var subscription = await SubscribeAsync(1);

        await PlanAsync(subscription, -60, -5);
        await PlanAsync(subscription, -60, -5);

        var waiting = Assert.Single(await Slots.WaitingAsync([Platform], Clock.GetUtcNow(), 10, Ct));
        Assert.Equal(2, waiting.Slots.Count);
        Assert.Equal(waiting.Slots[^1].Slot, Assert.Single(waiting.Subscriptions).Last);
        Assert.Empty(await Slots.DueAsync(Clock.GetUtcNow(), 10, Ct));
        Assert.Single(await Slots.DueAsync(Clock.GetUtcNow().AddDays(1), 10, Ct));
    }

    [Fact]
    public async Task Slots_of_a_platform_that_is_not_set_up_stay_planned_and_are_not_read()
    {
        await PlanAsync(await SubscribeAsync(1), -5);

        Assert.Empty(await Slots.WaitingAsync(["discord"], Clock.GetUtcNow(), 10, Ct));
        Assert.Single(await Slots.WaitingAsync(["discord", Platform], Clock.GetUtcNow(), 10, Ct));
    }

    [Fact]
    public async Task A_plan_made_before_the_subscription_was_changed_counts_no_more()
    {
        var read = await SubscribeAsync(1);
        Clock.Advance(TimeSpan.FromSeconds(1));
        var changed = await Subscriptions.ChangeAsync(Admin, read.Id, read.Schedule with { Zone = "Asia/Tokyo" }, read.Wish, Ct);

        await Slots.PlanAsync([new SlotsToPlan(read.Id, read.Look, [new Slot(new DateOnly(2026, 6, 1), 0, Clock.GetUtcNow())], Clock.GetUtcNow().AddDays(1))], Ct);

        Assert.Empty(await Slots.WaitingAsync([Platform], Clock.GetUtcNow(), 10, Ct));
        Assert.Equal(changed, Assert.Single(await Slots.DueAsync(Clock.GetUtcNow(), 10, Ct)));
    }

    [Fact]
    public async Task Composing_settles_each_slot_once_and_tells_the_channel_of_its_stories()
    {
        var subscription = await SubscribeAsync(1);
        var slots = await PlanAsync(subscription, -2000, -60, 0);
        var edition = Digest(subscription, slots[2], "part one", "part two") with
        {
            Merged = [slots[1]],
            Skipped = [slots[0]],
            Edition = new ToldEdition([new ToldArticles(new StoryId(5), [new ArticleId(8), new ArticleId(9)])], []),
            IsSilent = true,
        };

        await Slots.ComposeAsync([edition], Clock.GetUtcNow(), Ct);
        await Slots.ComposeAsync([edition with { Messages = ["twice"] }], Clock.GetUtcNow(), Ct);

        Assert.Equal(
            [(5, (long?)2, true), (4, null, true), (2, null, false)],
            await Database.ReadAsync(
                async connection => (await connection.QueryAsync<(long, long?, bool)>("select state, reason, merged_into is not null from slots order by id")).ToList(), Ct));
        var first = Assert.Single(await TakeAsync());
        Assert.Equal(("part one", true), (first.Post.Body, first.Post.IsSilent));
        await EndAsync(first, new DeliveryEnd.Sent("1"));
        Assert.Equal("part two", Assert.Single(await TakeAsync()).Post.Body);
        Assert.Equal(
            [new ArticleId(8), new ArticleId(9)],
            Assert.Single(await ToldAsync(subscription)).Articles);
        Assert.Empty(await Slots.ToldAsync([subscription.Channel], Clock.GetUtcNow().AddMinutes(1), Ct));
    }

    [Fact]
    public async Task What_an_article_that_was_taken_out_told_is_not_held_against_the_one_that_gets_its_number()
    {
        var subscription = await SubscribeAsync(1);
        var slot = Assert.Single(await PlanAsync(subscription, 0));
        await StoreAsync(Harbour, "Norrmark Post", new News("Bridge opens", "It opens.").Address("https://norrmarkpost.com/1"));
        var told = Assert.Single((await Articles.LatestAsync(Harbour, null, new ArticleFilter(), 0, 9, Ct)).Items).Citation.Article;
        await Slots.ComposeAsync([Digest(subscription, slot, "news") with { Edition = new ToldEdition([new ToldArticles(new StoryId(5), [told])], []) }], Clock.GetUtcNow(), Ct);

        await Writer.RemoveSourceAsync(Harbour, "Norrmark Post", Ct);
        await StoreAsync(Harbour, "Kanal Öst", new News("Mill burns", "It burns.").Address("https://kanal.example/1"));

        Assert.Equal(told, Assert.Single((await Articles.LatestAsync(Harbour, null, new ArticleFilter(), 0, 9, Ct)).Items).Citation.Article);
        Assert.Empty(await ToldAsync(subscription));
    }

    [Fact]
    public async Task Nothing_to_tell_settles_the_slot_without_a_message_and_the_news_goes_on_from_the_last_digest()
    {
        var subscription = await SubscribeAsync(1);
        var slots = await PlanAsync(subscription, -10, 0);
        await Slots.ComposeAsync([Digest(subscription, slots[0], "news")], Clock.GetUtcNow().AddMinutes(-10), Ct);
        var meanwhile = await Slots.WaitingAsync([Platform], Clock.GetUtcNow(), 10, Ct);
        await EndAsync(Assert.Single(await TakeAsync()), new DeliveryEnd.Sent("1"));

        var waiting = Assert.Single(await Slots.WaitingAsync([Platform], Clock.GetUtcNow(), 10, Ct));
        await Slots.ComposeAsync([Digest(subscription, slots[1]) with { Skip = SkipReason.Empty }], Clock.GetUtcNow(), Ct);

        Assert.Equal(Clock.GetUtcNow().AddMinutes(-10), Assert.Single(waiting.Subscriptions).LastDigest);
        Assert.Empty(await Slots.WaitingAsync([Platform], Clock.GetUtcNow(), 10, Ct));
        Assert.Empty(await TakeAsync());

        // While a digest is still to be sent, the next of its channel is not written.
        Assert.Empty(meanwhile);
    }

    [Fact]
    public async Task What_many_channels_are_told_alike_is_written_down_once()
    {
        var (first, second) = (await SubscribeAsync(1), await SubscribeAsync(2));
        var (here, there) = (Assert.Single(await PlanAsync(first, 0)), Assert.Single(await PlanAsync(second, 0)));
        ToldEdition Edition() => new(
            [new ToldArticles(new StoryId(5), [new ArticleId(8)])],
            [
                new(new StoryId(5), DigestPlace.InFull, new DigestWorth(2, 3, 1, 2, TimeSpan.FromMinutes(40), 1), ["ferry"], null),
                new(new StoryId(6), DigestPlace.RepeatsAnother, new DigestWorth(1, 1, 0, 1, TimeSpan.Zero, 0), [], new StoryId(5)),
                new(new StoryId(7), DigestPlace.Excluded, null, [], null),
            ]);

        await Slots.ComposeAsync([Digest(first, here, "news") with { Edition = Edition() }], Clock.GetUtcNow(), Ct);
        await Slots.ComposeAsync([Digest(second, there, "news") with { Edition = Edition() }], Clock.GetUtcNow(), Ct);

        Assert.Equal(await ToldAsync(first), await ToldAsync(second), (one, two) => one.Story == two.Story && one.Articles.SequenceEqual(two.Articles));
        Assert.Equal(1, await Database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("select count(*) from editions"), Ct));
    }

    [Fact]
    public async Task A_message_that_stands_in_a_chat_of_before_a_move_is_no_message_of_the_new_chat()
    {
        var subscription = await SubscribeAsync(1);
        var slot = Assert.Single(await PlanAsync(subscription, 0));
        await Slots.ComposeAsync(
            [Digest(subscription, slot, "first") with { Edition = new ToldEdition([], [new(new StoryId(7), DigestPlace.Excluded, null, [], null)]) }], Clock.GetUtcNow(), Ct);
        await EndAsync(Assert.Single(await TakeAsync()), new DeliveryEnd.Sent("first"));

        await new StoredCommunityLife(Database, Clock).MovedAsync(subscription.Address, Channel(2), Ct);

        Assert.NotNull(await Editions.FindAsync(Harbour, Channel(2), null, Ct));
        Assert.Null(await Editions.FindAsync(Harbour, Channel(2), "first", Ct));
    }

    [Fact]
    public async Task The_reasons_of_the_last_digest_or_of_the_one_with_a_message_are_remembered_for_thirty_days_and_told_to_nobody_else()
    {
        var subscription = await SubscribeAsync(1);
        var slots = await PlanAsync(subscription, -20, -10, -5, 0);
        RememberedChoice[] choices = [new(new StoryId(5), DigestPlace.Headline, new DigestWorth(2, 3, 1, 2, TimeSpan.FromMinutes(40), 1), ["ferry"], null)];
        await TellAsync(slots[0], "first", choices);
        await TellAsync(slots[1], "second", [new(new StoryId(7), DigestPlace.Excluded, null, [], null)]);

        var last = await Editions.FindAsync(Harbour, subscription.Address, null, Ct);
        var replied = await Editions.FindAsync(Harbour, subscription.Address, "first", Ct);
        Assert.Equal((slots[1].Slot.Due, slots[0].Slot.Due), (last!.Due, last.Since!.Value));
        Assert.Equal((slots[0].Slot.Due, null), (replied!.Due, replied.Since));
        var remembered = Assert.Single(replied.Choices);
        Assert.Equal(choices[0] with { Topics = remembered.Topics }, remembered);
        Assert.Equal(["ferry"], remembered.Topics);
        Assert.Null(await Editions.FindAsync(Valley, subscription.Address, "first", Ct));
        Assert.Null(await Editions.FindAsync(Harbour, Channel(2), null, Ct));
        Assert.Null(await Editions.FindAsync(Harbour, subscription.Address, "no digest", Ct));

        // In a forum's thread the thread is the channel that is asked in.
        await TellAsync(slots[2], "77/78", choices);
        Assert.Equal(slots[2].Slot.Due, (await Editions.FindAsync(Harbour, subscription.Address with { Channel = "77" }, "78", Ct))?.Due);
        Assert.Null(await Editions.FindAsync(Harbour, subscription.Address with { Channel = "7" }, "78", Ct));

        Clock.Advance(TimeSpan.FromDays(31));
        await Slots.ComposeAsync([Digest(subscription, slots[3]) with { Skip = SkipReason.Empty }], Clock.GetUtcNow(), Ct);
        Assert.Null(await Editions.FindAsync(Harbour, subscription.Address, null, Ct));

        async Task TellAsync(PlannedSlot slot, string message, RememberedChoice[] why)
        {
            await Slots.ComposeAsync([Digest(subscription, slot, message) with { Edition = new ToldEdition([], why) }], Clock.GetUtcNow(), Ct);
            await EndAsync(Assert.Single(await TakeAsync()), new DeliveryEnd.Sent(message));
        }
    }

    [Fact]
    public async Task One_channels_digests_are_told_and_sent_again_apart_from_those_of_the_others()
    {
        var (here, there) = (await ComposeAsync(1, "one"), await ComposeAsync(2, "two"));
        await TakeAsync();
        await Ledger.RecoverAsync(Platform, keyLife: null, Ct);
        var all = (await History.HistoryAsync(Harbour, channel: null, failed: true, 0, 9, Ct)).Items;
        var other = all.Single(report => report.Channel == there.Address).Id;

        Assert.Equal([here.Address], (await History.HistoryAsync(Harbour, here.Address, failed: false, 0, 9, Ct)).Items.Select(report => report.Channel));
        Assert.Equal(0, await History.SendAgainAsync(Admin, here.Address, other, Ct));
        Assert.Empty(await TakeAsync());
        Assert.Equal(1, await History.SendAgainAsync(Admin, there.Address, other, Ct));
        Assert.Equal("two", Assert.Single(await TakeAsync()).Post.Body);
    }

    private StoredEditions Editions => new(Database);

    private async Task<IReadOnlyList<ToldArticles>> ToldAsync(Subscription subscription) =>
        await Slots.ToldInAsync([.. (await Slots.ToldAsync([subscription.Channel], Clock.GetUtcNow(), Ct))[subscription.Channel]], Ct);
}
