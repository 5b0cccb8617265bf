using Bot.Digest.Ports;
using Bot.Digest.Schedules;

namespace Bot.Digest.Deliveries;

/// <summary>Writes down which digests are due. What was written down before, by this program or another, is not written again.</summary>
/// <param name="onLostZone">Told of subscriptions whose zone the system knows no more: their clock stands still at its last distance from UTC.</param>
public sealed class SlotPlanning(IDigestSlots slots, TimeProvider clock, Action<Subscription> onLostZone)
{
    /// <summary>Subscriptions of one transaction: some tens of milliseconds of write lock.</summary>
    private const int BatchSize = 500;

    /// <summary>Plans all slots that are due now.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        IReadOnlyList<Subscription> due;
        do
        {
            due = await slots.DueAsync(now, BatchSize, ct);
            await slots.PlanAsync([.. due.Select(subscription => PlanOf(subscription, now))], ct);
        }
        while (due.Count == BatchSize);
    }

    private SlotsToPlan PlanOf(Subscription subscription, DateTimeOffset now)
    {
        var found = FoundZone.Of(subscription.Schedule.Zone, subscription.ZoneOffset);
        if (found.IsLost)
        {
            onLostZone(subscription);
        }

        var due = SlotPlan.Due(subscription.Schedule, found.Zone, subscription.Last, now).ToList();
        var next = SlotPlan.Next(subscription.Schedule, found.Zone, due.LastOrDefault() ?? subscription.Last, now);
        return new SlotsToPlan(subscription.Id, subscription.Look, due, next?.Due);
    }
}
