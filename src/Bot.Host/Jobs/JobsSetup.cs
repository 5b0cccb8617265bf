using Bot.Host.Health;
using Quartz;

namespace Bot.Host.Jobs;

/// <summary>What the running service does by itself. Quartz wakes; nothing is kept in it.</summary>
public static class JobsSetup
{
    /// <summary>A source that is due waits no longer than this; a look at an index that finds nothing costs nothing.</summary>
    private static readonly TimeSpan BetweenWakings = TimeSpan.FromSeconds(5);

    /// <summary>Times of digests are minutes. Sending is woken as often for itself: what waits goes out although nothing new can be planned.</summary>
    private static readonly TimeSpan BetweenPlans = TimeSpan.FromMinutes(1);

    /// <summary>What is kept is kept for days.</summary>
    private static readonly TimeSpan BetweenCleanUps = TimeSpan.FromDays(1);

    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddDeliveries()
        .AddSingleton(new WatchedJob(RefreshSources.Key.Name, numbers => numbers.LastVisit))
        .AddSingleton(new WatchedJob(PlanSlots.Key.Name, _ => null))
        .AddSingleton(new WatchedJob(SendDeliveries.Key.Name, _ => null) { CanHang = false })
        .AddQuartz(jobs => jobs
            .ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs)
            .AddJobListener<BeatListener>()
            .AddJob<RefreshSources>(job => job.WithIdentity(RefreshSources.Key))
            .AddTrigger(trigger => trigger
                .ForJob(RefreshSources.Key)
                .WithSimpleSchedule(schedule => schedule.WithInterval(BetweenWakings).RepeatForever().MeasureIntervalFromCompletion(true)))
            .AddJob<PlanSlots>(job => job.WithIdentity(PlanSlots.Key))
            .AddTrigger(trigger => trigger
                .ForJob(PlanSlots.Key)
                .WithSimpleSchedule(schedule => schedule.WithInterval(BetweenPlans).RepeatForever()))
            .AddJob<CleanUp>(job => job.WithIdentity(CleanUp.Key))
            .AddTrigger(trigger => trigger
                .ForJob(CleanUp.Key)
                .WithSimpleSchedule(schedule => schedule.WithInterval(BetweenCleanUps).RepeatForever()))
            .AddJob<SendDeliveries>(job => job.WithIdentity(SendDeliveries.Key))
            .AddTrigger(trigger => trigger
                .ForJob(SendDeliveries.Key)
                .WithSimpleSchedule(schedule => schedule.WithInterval(BetweenPlans).RepeatForever())))
        .AddQuartzHostedService(hosting => hosting.WaitForJobsToComplete = true);
}
