using Bot.Digest.Ports;

namespace Bot.Host.Health;

/// <summary>
/// What is wrong, judged by when something last got on: a busy service that gets on is well, however much waits. With a look every half
/// minute, whatever stops is noticed within five minutes. What became due while the service was not running counts from its start: its jobs had no turn before.
/// </summary>
public static class HealthRules
{
    /// <summary>The longest that something may rest that has to get on: planning and looking for due sources come every minute at least.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(4);

    /// <summary>Between two looks.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(30);

    /// <summary>What is wrong now.</summary>
    /// <param name="numbers">Null when the archive does not answer: then jobs alone are judged.</param>
    public static IReadOnlyList<ServiceFault> Of(ServiceNumbers? numbers, JobBeats beats, DateTimeOffset now) =>
    [
        .. Faults(FaultKind.DigestsOverdue, "", Later(numbers?.OldestDue, beats.Since), now),
        .. (numbers?.Platforms ?? []).SelectMany(platform => Faults(
            FaultKind.SendingStuck, platform.Platform, Later(Later(platform.Oldest, platform.LastEnded), beats.Since), now)),
        .. beats.Read().Join(beats.Watched, job => job.Name, watched => watched.Name, (job, watched) => (Job: job, Watched: watched)).SelectMany(one =>
            !one.Job.IsRunning ? Faults(FaultKind.JobSilent, one.Job.Name, one.Job.Ended, now)
            : one.Watched.CanHang ? Faults(FaultKind.JobHangs, one.Job.Name, Later(one.Job.Began, numbers is null ? null : one.Watched.GotOn(numbers)), now)
            : []),
    ];

    private static IEnumerable<ServiceFault> Faults(FaultKind kind, string name, DateTimeOffset? since, DateTimeOffset now) =>
        since is { } moment && now - moment > Rest ? [new ServiceFault(kind, name, moment)] : [];

    /// <summary>Null where nothing waits.</summary>
    private static DateTimeOffset? Later(DateTimeOffset? waitsSince, DateTimeOffset? gotOn) =>
        waitsSince is { } since && gotOn is { } moment && moment > since ? moment : waitsSince;
}
