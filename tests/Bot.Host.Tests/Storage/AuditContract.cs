using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using Bot.Host.Configuration;
using Bot.Host.Storage;
using Bot.Host.Storage.Communities;
using Bot.Host.Storage.Deliveries;
using Bot.Host.Storage.Editing;
using Microsoft.Extensions.Options;

namespace Bot.Host.Tests.Storage;

/// <summary>What every engine must tell of changes.</summary>
public abstract class AuditContract : StorageContract
{
    private static readonly Editor Warden = new(Harbour, "telegram 5");

    private StoredAudit Audit => new(Database);

    private StoredCommunities Communities => new(Database, Options.Create(new CommunitiesOptions()), Clock);

    [Fact]
    public async Task Changes_of_people_and_others_are_one_list_the_newest_first()
    {
        await StoreAsync(Harbour, "Norrmark Post", new News("News", "“Words,” Jon Brek said. Jon Brek left.").Person("Jon Brek").Said("“Words,”", "Jon Brek"));
        await StoreAsync(Valley, "Valley Letter", new News("News", "Words."));
        await Communities.ServeAsync(Warden, Valley, serve: true, Ct);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await new StoredPersonEditing(Database, Clock).NoteAsync(Warden, await PersonAsync("Jon Brek", Harbour), "a note", Ct);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Communities.LimitAsync(Warden, Valley, 200, Ct);

        var all = await Audit.HistoryAsync(Harbour, null, 0, 10, Ct);
        var second = await Audit.HistoryAsync(Harbour, null, 1, 1, Ct);

        Assert.Equal((3, 3), (all.Total, second.Total));
        Assert.Equal(new Change(2, ChangeKind.CommunityLimited, "", "200", "telegram 5", Clock.GetUtcNow()), all.Items[0].Other);
        Assert.Equal(("jon-brek", "a note", "telegram 5"), (all.Items[1].Person!.Person, all.Items[1].Person!.Became, all.Items[1].Person!.By));
        Assert.Equal((ChangeKind.CommunityApproved, (string?)null), (all.Items[2].Other!.Kind, all.Items[2].Other!.Became));
        Assert.Equal(all.Items[1], Assert.Single(second.Items));
    }

    [Fact]
    public async Task A_community_sees_its_own_changes_and_the_operator_those_of_all()
    {
        await StoreAsync(Harbour, "Norrmark Post", new News("News", "“Words,” Jon Brek said. Jon Brek left.").Person("Jon Brek").Said("“Words,”", "Jon Brek"));
        await StoreAsync(Valley, "Valley Letter", new News("News", "Words."));
        await Communities.ServeAsync(Warden, Valley, serve: false, Ct);
        await new StoredPersonEditing(Database, Clock).NoteAsync(Warden, await PersonAsync("Jon Brek", Harbour), "a note", Ct);

        Assert.Equal(2, (await Audit.HistoryAsync(CommunityId.DefaultSet, null, 0, 5, Ct)).Total);
        Assert.Equal(2, (await Audit.HistoryAsync(Harbour, null, 0, 5, Ct)).Total);
        Assert.Equal((0, 0), ((await Audit.HistoryAsync(Valley, null, 0, 5, Ct)).Total, (await Audit.HistoryAsync(Valley, null, 0, 5, Ct)).Items.Count));
    }

    [Fact]
    public async Task Every_change_of_a_digest_is_told_by_its_number_and_channel()
    {
        var (orders, slots, ledger) = (new StoredSubscriptions(Database, Clock), new StoredSlots(Database), new StoredDeliveries(Database, Clock));
        await StoreAsync(Harbour, "Norrmark Post");
        var schedule = new Schedule { Cadence = new Cadence([new TimeOnly(18, 0), new TimeOnly(8, 0)], WeekDays.All), Zone = "Europe/Riga", ValidFrom = Clock.GetUtcNow() };
        var wish = new DigestWish("standard", null, null, null, null, "");

        var order = await orders.AddAsync(Warden, new ChatAddress("telegram", "-5", "7"), schedule, wish, Ct);
        await orders.ChangeAsync(Warden, order.Id, schedule, wish with { Style = "brief" }, Ct);
        await orders.ChangeAsync(Warden, order.Id, schedule with { PausedUntil = DateTimeOffset.MaxValue }, wish with { Style = "brief" }, Ct);
        await orders.ChangeAsync(Warden, order.Id, schedule.Resumed(Clock.GetUtcNow()), wish with { Style = "brief" }, Ct);
        await orders.EndAsync(Warden, order.Id, Ct);
        await orders.EndAsync(Warden, order.Id, Ct);
        var again = await orders.ChangeAsync(Warden, order.Id, schedule.Resumed(Clock.GetUtcNow()), wish with { Style = "brief" }, Ct);
        var slot = new Slot(new DateOnly(2026, 6, 1), 0, Clock.GetUtcNow());
        await slots.PlanAsync([new SlotsToPlan(order.Id, again!.Look, [slot], null)], Ct);
        await slots.ComposeAsync([new ComposedDigest(order.Channel, new PlannedSlot(order.Id, slot), ["news"], null, false, [], [], ToldEdition.Nothing)], Clock.GetUtcNow(), Ct);
        await ledger.TakeAsync("telegram", keyLife: null, [], isRestShared: false, 1, Ct);
        await ledger.RecoverAsync("telegram", keyLife: null, Ct);
        await new StoredDigestHistory(Database, Clock).SendAgainAsync(Warden, channel: null, new SlotId(1), Ct);
        await new StoredDigestHistory(Database, Clock).SendAgainAsync(Warden, channel: null, new SlotId(1), Ct);

        var told = (await Audit.HistoryAsync(Harbour, null, 0, 20, Ct)).Items.Select(entry => entry.Other!).Reverse().ToList();
        Assert.Equal(
            [
                ChangeKind.Subscribed, ChangeKind.SubscriptionChanged, ChangeKind.SubscriptionPaused, ChangeKind.SubscriptionResumed,
                ChangeKind.Unsubscribed, ChangeKind.SubscriptionChanged, ChangeKind.DigestSentAgain,
            ],
            told.Select(change => change.Kind));
        Assert.Equal(("1 · 7", "08:00 18:00 Europe/Riga", "telegram 5"), (told[0].Object, told[0].Became, told[0].By));
        Assert.Equal("1", told[^1].Object);
    }

    [Fact]
    public async Task Who_sees_one_channel_is_told_of_no_others_digests_and_follows()
    {
        await StoreAsync(Harbour, "Norrmark Post");
        await Communities.SettleAsync(Warden, new CommunitySettings("Europe/Riga", null, null, null), Ct);
        var (town, staff) = (new ChatAddress("discord", "5", "7"), new ChatAddress("discord", "5", "77"));
        await ChangeEverythingAsync(town);
        await ChangeEverythingAsync(staff);

        var (all, own) = (await Audit.HistoryAsync(Harbour, null, 0, 50, Ct), await Audit.HistoryAsync(Harbour, town, 0, 50, Ct));
        var second = await Audit.HistoryAsync(Harbour, town, 1, 1, Ct);

        ChangeKind[] each = [ChangeKind.Subscribed, ChangeKind.DigestSentAgain, ChangeKind.Followed, ChangeKind.Unfollowed, ChangeKind.Unsubscribed];
        Assert.Equal([ChangeKind.SettingChanged, .. each, .. each], all.Items.Select(entry => entry.Other!.Kind).Reverse());
        Assert.Equal([ChangeKind.SettingChanged, .. each], own.Items.Select(entry => entry.Other!.Kind).Reverse());
        Assert.Equal(all.Items.Skip(each.Length), own.Items);
        Assert.Equal((own.Total, own.Items[1]), (second.Total, Assert.Single(second.Items)));
    }

    [Fact]
    public async Task Who_sees_a_chat_is_told_of_its_digests_but_of_none_of_its_topics()
    {
        await StoreAsync(Harbour, "Norrmark Post");
        var (chat, topic) = (new ChatAddress("telegram", "-5", "-5"), new ChatAddress("telegram", "-5", "7"));
        await ChangeEverythingAsync(chat);
        await ChangeEverythingAsync(topic);

        var (all, own) = (await Audit.HistoryAsync(Harbour, null, 0, 50, Ct), await Audit.HistoryAsync(Harbour, chat, 0, 50, Ct));

        Assert.Equal(all.Items.Skip(5), own.Items);
    }

    /// <summary>Orders a digest, sends it again, follows something, and ends both.</summary>
    private async Task ChangeEverythingAsync(ChatAddress channel)
    {
        var (orders, follows, history) = (new StoredSubscriptions(Database, Clock), new StoredFollows(Database, Clock), new StoredDigestHistory(Database, Clock));
        var schedule = new Schedule { Cadence = Cadence.Default, Zone = "Europe/Riga", ValidFrom = Clock.GetUtcNow() };
        var order = await orders.AddAsync(Warden, channel, schedule, new DigestWish("standard", null, null, null, null, ""), Ct);
        await SendAgainAsync(order, history);
        var target = new FollowTarget(FollowKind.Topic, null, "ferry strike");
        var follow = await follows.AddAsync(Warden, channel, target, new FollowTerms(TimeSpan.FromHours(1), "Europe/Riga", null, ""), 5, Ct);
        await follows.EndAsync(Warden, follow!.Order.Id, Ct);
        await orders.EndAsync(Warden, order.Id, Ct);
    }

    /// <summary>A digest that was due may be there or not, and an admin sends it again.</summary>
    private async Task SendAgainAsync(Subscription order, StoredDigestHistory history)
    {
        var (slots, ledger) = (new StoredSlots(Database), new StoredDeliveries(Database, Clock));
        var slot = new Slot(new DateOnly(2026, 6, 1), 0, Clock.GetUtcNow());
        await slots.PlanAsync([new SlotsToPlan(order.Id, order.Look, [slot], null)], Ct);
        await slots.ComposeAsync([new ComposedDigest(order.Channel, new PlannedSlot(order.Id, slot), ["news"], null, false, [], [], ToldEdition.Nothing)], Clock.GetUtcNow(), Ct);
        await ledger.TakeAsync(order.Address.Platform, keyLife: null, [], isRestShared: false, 10, Ct);
        await ledger.RecoverAsync(order.Address.Platform, keyLife: null, Ct);
        await history.SendAgainAsync(Warden, order.Address, Assert.Single((await history.HistoryAsync(Harbour, order.Address, failed: true, 0, 5, Ct)).Items).Id, Ct);
    }
}
