using Bot.Digest.Deliveries;
using Quartz;

namespace Bot.Host.Jobs;

/// <summary>
/// Each minute: writes down which digests are due, puts right what was posted, composes what is due and what came of what is followed, tells who ordered
/// what is held, and wakes the sending. What is due stands in the archive; this only wakes.
/// </summary>
[DisallowConcurrentExecution]
public sealed class PlanSlots(EveryMinute minute) : IJob
{
    public static readonly JobKey Key = new("plan-slots");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await minute.RunAsync(cancellationToken);
        }
        finally
        {
            await context.Scheduler.TriggerJob(SendDeliveries.Key, cancellationToken);
        }
    }
}
