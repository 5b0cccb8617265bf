using Bot.Host.Health;
using Quartz;

namespace Bot.Host.Jobs;

/// <summary>Tells the watch when jobs begin and end.</summary>
public sealed class BeatListener(JobBeats beats) : IJobListener
{
    public string Name => nameof(BeatListener);

    public ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        beats.Began(context.JobDetail.Key.Name);
        return ValueTask.CompletedTask;
    }

    public ValueTask JobExecutionVetoed(IJobExecutionContext context, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        beats.Ended(context.JobDetail.Key.Name, jobException is not null);
        return ValueTask.CompletedTask;
    }
}
