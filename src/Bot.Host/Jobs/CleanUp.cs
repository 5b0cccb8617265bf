using Bot.Host.Storage;
using Quartz;

namespace Bot.Host.Jobs;

/// <summary>At the start and each day: takes out what is older than it may become.</summary>
[DisallowConcurrentExecution]
public sealed class CleanUp(Retention retention) : IJob
{
    public static readonly JobKey Key = new("clean-up");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await retention.CleanAsync(cancellationToken);
}
