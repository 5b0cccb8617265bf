namespace Bot.Digest.Ports;

/// <summary>What is wrong with the service.</summary>
public enum FaultKind
{
    /// <summary>Digests are due and were not composed.</summary>
    DigestsOverdue = 1,

    /// <summary>Messages wait, and none has left for minutes.</summary>
    SendingStuck = 2,

    /// <summary>A job neither runs nor has run lately.</summary>
    JobSilent = 3,

    /// <summary>A job runs for minutes without getting on.</summary>
    JobHangs = 4,

    /// <summary>The archive does not answer.</summary>
    ArchiveSilent = 5,
}

/// <summary>Something that is wrong.</summary>
/// <param name="Name">The job or the platform; empty for the archive and for digests.</param>
/// <param name="Since">When it was last well, as far as that is known.</param>
public sealed record ServiceFault(FaultKind Kind, string Name, DateTimeOffset Since);

/// <summary>A job that the service does by itself.</summary>
/// <param name="Began">When its last run began; null before the first.</param>
/// <param name="Ended">When a run last ended; null before the first.</param>
/// <param name="IsRunning">True while a run goes on.</param>
/// <param name="HasFailed">The last run that ended did so with an exception.</param>
public sealed record JobStatus(string Name, DateTimeOffset? Began, DateTimeOffset? Ended, bool IsRunning, bool HasFailed);

/// <summary>What waits for one platform.</summary>
/// <param name="Waiting">Messages that have not left.</param>
/// <param name="Oldest">Since when the one waits that waits longest of those that may go; null for none.</param>
/// <param name="LastEnded">When a message last arrived or was given up; null for never.</param>
public sealed record PlatformNumbers(string Platform, int Waiting, DateTimeOffset? Oldest, DateTimeOffset? LastEnded);

/// <summary>What the archive tells of the service's work.</summary>
/// <param name="Sources">Sources that are visited.</param>
/// <param name="FailingSources">Those whose last visit brought nothing, and those that are in doubt.</param>
/// <param name="LastVisit">When a source was last visited; null for never.</param>
/// <param name="Subscriptions">Active orders for digests.</param>
/// <param name="Follows">Active follows.</param>
/// <param name="Due">Digests that are due and not composed.</param>
/// <param name="OldestDue">When the first of those was due that somebody could be told; null for none.</param>
/// <param name="Uncertain">Messages of the last day of which nobody knows whether they arrived.</param>
/// <param name="Undeliverable">Messages of the last day that were given up.</param>
public sealed record ServiceNumbers(
    int Articles, int Sources, int FailingSources, DateTimeOffset? LastVisit, int Subscriptions, int Follows, int Due, DateTimeOffset? OldestDue,
    int Uncertain, int Undeliverable, IReadOnlyList<PlatformNumbers> Platforms);

/// <summary>Counts what there is to count.</summary>
public interface IServiceNumbers
{
    /// <summary>What there is at a moment.</summary>
    /// <param name="platforms">Those that are set up: what waits for another is nobody's fault.</param>
    Task<ServiceNumbers> CountAsync(IReadOnlyCollection<string> platforms, DateTimeOffset now, CancellationToken ct);
}

/// <summary>How the service fares.</summary>
/// <param name="Started">When the program was started.</param>
/// <param name="ArchiveBytes">Size of the archive's files.</param>
/// <param name="FreeBytes">Room on their disk.</param>
/// <param name="Numbers">Null when the archive does not answer.</param>
/// <param name="Jobs">None where the program is no service.</param>
/// <param name="Platforms">Those that are set up.</param>
public sealed record ServiceStatus(
    string Version, DateTimeOffset Started, long ArchiveBytes, long FreeBytes, ServiceNumbers? Numbers, IReadOnlyList<JobStatus> Jobs,
    IReadOnlyList<string> Platforms, IReadOnlyList<ServiceFault> Faults);

/// <summary>Tells how the service fares at this moment.</summary>
public interface IServiceStatus
{
    Task<ServiceStatus> ReadAsync(CancellationToken ct);
}
