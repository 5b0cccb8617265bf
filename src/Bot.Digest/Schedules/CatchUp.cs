using Bot.Digest.Ports;

namespace Bot.Digest.Schedules;

/// <summary>A slot with the subscription that it belongs to.</summary>
public sealed record PlannedSlot(SubscriptionId Subscription, Slot Slot);

/// <summary>One digest to compose for planned slots; each of them stands in one place.</summary>
/// <param name="Carrier">The slot that becomes this digest.</param>
/// <param name="Merged">Slots that it is told for as well.</param>
/// <param name="Skipped">Slots that are too old to be told; the digest says so.</param>
/// <param name="IsLate">True when it has to say that it comes late.</param>
/// <param name="OnlySince">Where its news begins when there is more than it can make up for; null when it begins at the last edition.</param>
public sealed record DueDigest(
    PlannedSlot Carrier, IReadOnlyList<PlannedSlot> Merged, IReadOnlyList<PlannedSlot> Skipped, bool IsLate, DateTimeOffset? OnlySince);

/// <summary>
/// What becomes of a channel's planned slots: those of a short delay are told late, those of a longer one are merged, and what is older than
/// a day is skipped, so that a backlog never comes as a flood.
/// </summary>
public static class CatchUp
{
    /// <summary>Up to here nobody calls a digest late.</summary>
    public static readonly TimeSpan Punctual = TimeSpan.FromMinutes(5);

    /// <summary>Up to here each subscription has its own digest, as it would have had on time.</summary>
    public static readonly TimeSpan OwnDigest = TimeSpan.FromHours(2);

    /// <summary>Up to here everything is told; older news is no news.</summary>
    public static readonly TimeSpan Told = TimeSpan.FromHours(24);

    /// <summary>The digests to compose now: one for each subscription, and one for the whole channel when it is behind.</summary>
    /// <param name="planned">The channel's planned slots, in any order. One that is not due yet, since the clock was put back, stays planned.</param>
    public static IReadOnlyList<DueDigest> Of(IEnumerable<PlannedSlot> planned, DateTimeOffset now)
    {
        var due = planned.Where(one => one.Slot.Due <= now)
            .OrderBy(one => one.Slot.Due).ThenBy(one => one.Slot.Day).ThenBy(one => one.Slot.Number).ThenBy(one => one.Subscription.Value)
            .ToList();
        var isBehind = due.Exists(one => now - one.Slot.Due > OwnDigest);
        return [.. due.GroupBy(one => isBehind ? default : one.Subscription).Select(together => Digest([.. together], now))];
    }

    private static DueDigest Digest(IReadOnlyList<PlannedSlot> due, DateTimeOffset now)
    {
        var carrier = due[^1];
        var others = due.SkipLast(1).ToLookup(one => now - one.Slot.Due > Told);
        return new DueDigest(
            carrier,
            [.. others[false]],
            [.. others[true]],
            now - carrier.Slot.Due > Punctual,
            now - due[0].Slot.Due > Told ? now - Told : null);
    }
}
