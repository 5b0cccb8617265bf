using Bot.Digest.Chat;
using Bot.Digest.Deliveries;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using Bot.Host.Storage;
using Bot.Host.Storage.Deliveries;

namespace Bot.Host.Tests.Storage.Deliveries;

/// <summary>What every contract of due digests and their messages starts from.</summary>
public abstract class LedgerContract : StorageContract
{
    protected const string Platform = "telegram";

    protected static readonly Editor Admin = new(Harbour, "telegram 7");

    protected static readonly DigestWish Standard = new("standard", null, null, null, null, "");

    protected StoredSubscriptions Subscriptions => new(Database, Clock);

    protected StoredSlots Slots => new(Database);

    protected StoredDigestHistory History => new(Database, Clock);

    protected StoredDeliveries Ledger => new(Database, Clock);

    protected LongRest Rest => new(Platform, new StoredPlatformState(Database), Clock);

    protected static ChatAddress Channel(int number) => new(Platform, $"-100{number}", $"-100{number}");

    /// <summary>A topic of a group.</summary>
    protected static ChatAddress Topic(int group, int topic) => Channel(group) with { Channel = $"{topic}" };

    /// <summary>A subscription of a channel of its own.</summary>
    protected Task<Subscription> SubscribeAsync(int channel, params string[] times) => SubscribeAsync(Channel(channel), times);

    protected async Task<Subscription> SubscribeAsync(ChatAddress channel, params string[] times)
    {
        await StoreAsync(Harbour, "Norrmark Post");
        var cadence = new Cadence(times.Length == 0 ? [new TimeOnly(8, 0)] : times.Select(time => TimeOnly.Parse(time, null)), WeekDays.All);
        return await Subscriptions.AddAsync(
            Admin, channel, new Schedule { Cadence = cadence, Zone = "Europe/Berlin", ValidFrom = Clock.GetUtcNow() }, Standard, Ct);
    }

    /// <summary>Slots of a subscription, due in so many minutes from now.</summary>
    protected async Task<IReadOnlyList<PlannedSlot>> PlanAsync(Subscription subscription, params int[] minutes)
    {
        var slots = minutes.Select((minute, at) => new Slot(new DateOnly(2026, 6, 1).AddDays(at), 0, Clock.GetUtcNow().AddMinutes(minute))).ToList();
        var now = (await Subscriptions.ListAsync(subscription.Community, null, Ct)).Single(one => one.Id == subscription.Id);
        await Slots.PlanAsync([new SlotsToPlan(subscription.Id, now.Look, slots, Clock.GetUtcNow().AddDays(1))], Ct);
        return [.. slots.Select(slot => new PlannedSlot(subscription.Id, slot))];
    }

    /// <summary>A digest of some messages, ready to be sent.</summary>
    protected Task<Subscription> ComposeAsync(int channel, params string[] messages) => ComposeAsync(Channel(channel), messages);

    protected async Task<Subscription> ComposeAsync(ChatAddress channel, params string[] messages)
    {
        var subscription = await SubscribeAsync(channel);
        var slot = Assert.Single(await PlanAsync(subscription, 0));
        await Slots.ComposeAsync([Digest(subscription, slot, messages)], Clock.GetUtcNow(), Ct);
        return subscription;
    }

    protected static ComposedDigest Digest(Subscription subscription, PlannedSlot carrier, params string[] messages) =>
        new(subscription.Channel, carrier, messages, Skip: null, IsSilent: false, Merged: [], Skipped: [], ToldEdition.Nothing);

    protected Task<IReadOnlyList<OutgoingDelivery>> TakeAsync(int most = 10, TimeSpan? keyLife = null) => Ledger.TakeAsync(Platform, keyLife, [], isRestShared: false, most, Ct);

    protected Task EndAsync(OutgoingDelivery delivery, DeliveryEnd end) => Ledger.EndAsync(delivery.Id, end, Ct);
}
