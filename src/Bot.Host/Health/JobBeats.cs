using Bot.Digest.Ports;

namespace Bot.Host.Health;

/// <summary>When jobs ran, told by the jobs and asked by whoever watches them. Safe for many threads.</summary>
public sealed class JobBeats
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;
    private readonly SortedDictionary<string, JobStatus> _jobs = new(StringComparer.Ordinal);

    /// <summary>Begins to listen.</summary>
    /// <param name="watched">Each has to be heard of from now on.</param>
    public JobBeats(IEnumerable<WatchedJob> watched, TimeProvider clock)
    {
        (Watched, _clock) = ([.. watched], clock);
        Since = Watched.Count > 0 ? clock.GetUtcNow() : null;
        foreach (var job in Watched)
        {
            _jobs[job.Name] = new JobStatus(job.Name, null, clock.GetUtcNow(), IsRunning: false, HasFailed: false);
        }
    }

    public IReadOnlyList<WatchedJob> Watched { get; }

    /// <summary>Since when there are jobs to be heard of; null where the program is no service.</summary>
    public DateTimeOffset? Since { get; }

    public void Began(string job) => Change(job, status => status with { Began = _clock.GetUtcNow(), IsRunning = true });

    public void Ended(string job, bool hasFailed) => Change(job, status => status with { Ended = _clock.GetUtcNow(), IsRunning = false, HasFailed = hasFailed });

    public IReadOnlyList<JobStatus> Read()
    {
        lock (_lock)
        {
            return [.. _jobs.Values];
        }
    }

    private void Change(string job, Func<JobStatus, JobStatus> change)
    {
        lock (_lock)
        {
            if (_jobs.TryGetValue(job, out var status))
            {
                _jobs[job] = change(status);
            }
        }
    }
}
