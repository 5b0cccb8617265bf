using Bot.Digest.Deliveries;
using Quartz;

namespace Bot.Host.Jobs;

/// <summary>When something was composed, and each minute: posts until nothing waits, platforms side by side.</summary>
[DisallowConcurrentExecution]
public sealed class SendDeliveries(IReadOnlyList<Sending> sendings) : IJob
{
    public static readonly JobKey Key = new("send-deliveries");

    /// <summary>How long what is on its way may take when the program is told to stop; the whole stop takes less than ten seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(7);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var patience = new CancellationTokenSource();
        await using var told = cancellationToken.Register(() => patience.CancelAfter(Patience));
        await Task.WhenAll(sendings.Select(sending => sending.RunAsync(patience.Token, cancellationToken)));
    }
}
