using Bot.Digest.Ports;
using Bot.Host.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Host.Ingestion.Visits;

/// <summary>Visits all sources that are due, side by side: one that dawdles holds up no other.</summary>
public sealed partial class DueVisits(
    ISourceQueue queue, SourceVisit visit, IOptions<SourcesOptions> options, TimeProvider clock, ILogger<DueVisits> logger)
{
    /// <summary>
    /// How long a claim holds. As long as the shortest time between two visits: a visit that a killed host had begun is not repeated before its time.
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>Visits until nothing is due and nothing under way.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var running = new List<Task>();
        try
        {
            do
            {
                var room = options.Value.AtOnce - running.Count;
                var due = room > 0 ? await queue.ClaimDueAsync(clock.GetUtcNow(), Lease, room, ct) : [];
                running.AddRange(due.Select(source => VisitAsync(source, ct)));
                await Task.WhenAny(Task.WhenAll(running), Task.Delay(BetweenLooks, clock, ct));
                running.RemoveAll(one => one.IsCompleted);
            }
            while (running.Count > 0 && !ct.IsCancellationRequested);
        }
        finally
        {
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task VisitAsync(ClaimedSource source, CancellationToken ct)
    {
        // Off the caller's thread at once: the claims go on while this reads.
        await Task.Yield();
        try
        {
            await visit.RunAsync(source, ct);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            await GiveUpAsync(source, error, ct);
        }
    }

    /// <summary>One broken source must not stop the rest, nor be tried again at once and for ever.</summary>
    private async Task GiveUpAsync(ClaimedSource source, Exception error, CancellationToken ct)
    {
        LogFailed(source.Id.Value, error);
        try
        {
            await visit.FailedAsync(source, new FetchFailed(FetchFailure.Unexpected), ct);
        }
        catch (Exception again) when (again is not OperationCanceledException)
        {
            LogFailed(source.Id.Value, again);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Source {Source} was not visited to the end; it will be tried again")]
    private partial void LogFailed(long source, Exception error);
}
