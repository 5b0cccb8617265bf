using Bot.Digest.Deliveries;
using Bot.Digest.Follows;
using Quartz;

namespace Bot.Host.Jobs;

/// <summary>
/// Each minute: writes down which digests are due, puts right what was posted, composes what is due and what came of what is followed, tells who ordered
/// what is held, and wakes the sending. What is due stands in the archive; this only wakes.
/// </summary>
[DisallowConcurrentExecution]
public sealed class PlanSlots(SlotPlanning planning, Correcting correcting, DigestWriting writing, FollowWriting following, HeldTelling held) : IJob
{
    public static readonly JobKey Key = new("plan-slots");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await planning.RunAsync(cancellationToken);
        await correcting.RunAsync(cancellationToken);
        await writing.RunAsync(cancellationToken);
        await following.RunAsync(cancellationToken);
        await held.RunAsync(cancellationToken);
        await context.Scheduler.TriggerJob(SendDeliveries.Key, cancellationToken);
    }
}
