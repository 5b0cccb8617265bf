using Quartz;

namespace Bot.Host.Jobs;

/// <summary>What the running service does by itself. Quartz wakes; nothing is kept in it.</summary>
public static class JobsSetup
{
    /// <summary>A source that is due waits no longer than this; a look at an index that finds nothing costs nothing.</summary>
    private static readonly TimeSpan BetweenWakings = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddQuartz(jobs => jobs
            .ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs)
            .AddJob<RefreshSources>(job => job.WithIdentity(RefreshSources.Key))
            .AddTrigger(trigger => trigger
                .ForJob(RefreshSources.Key)
                .WithSimpleSchedule(schedule => schedule.WithInterval(BetweenWakings).RepeatForever().MeasureIntervalFromCompletion(true))))
        .AddQuartzHostedService(hosting => hosting.WaitForJobsToComplete = true);
}
