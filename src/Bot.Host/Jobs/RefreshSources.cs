using Bot.Host.Ingestion.Visits;
using Quartz;

namespace Bot.Host.Jobs;

/// <summary>Every few seconds: visits the sources that are due. When they are due stands in the archive; this only wakes.</summary>
[DisallowConcurrentExecution]
public sealed class RefreshSources(DueVisits visits) : IJob
{
    public static readonly JobKey Key = new("refresh-sources");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await visits.RunAsync(cancellationToken);
}
