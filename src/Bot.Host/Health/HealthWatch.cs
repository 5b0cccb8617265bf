using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Host.Health;

/// <summary>Looks after the service by a timer of its own, so that it notices when the scheduler stands still.</summary>
public sealed partial class HealthWatch(
    IServiceNumbers numbers, JobBeats beats, IEnumerable<IChatPlatform> platforms, HealthBoard board, TimeProvider clock, ILogger<HealthWatch> logger)
    : BackgroundService
{
    /// <summary>An archive that takes longer to count is stuck: a lock is waited for half a minute at most.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly IReadOnlyList<string> _platforms = [.. platforms.Select(platform => platform.Name)];

    /// <summary>One look.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        var before = board.Last;
        var counted = await CountAsync(ct);
        var now = clock.GetUtcNow();
        var silent = before?.Faults.FirstOrDefault(fault => fault.Kind == FaultKind.ArchiveSilent) ?? new ServiceFault(FaultKind.ArchiveSilent, "", now);
        IReadOnlyList<ServiceFault> faults = [.. counted is null ? [silent] : Array.Empty<ServiceFault>(), .. HealthRules.Of(counted, beats, now)];
        board.Last = new HealthLook(now, counted, faults);
        foreach (var fault in faults.Where(fault => before?.Faults.Any(known => (known.Kind, known.Name) == (fault.Kind, fault.Name)) != true))
        {
            LogFault(fault.Kind, fault.Name, fault.Since);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(HealthRules.BetweenLooks, clock);
        try
        {
            do
            {
                await LookAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private async Task<ServiceNumbers?> CountAsync(CancellationToken ct)
    {
        using var enough = new CancellationTokenSource(Patience, clock);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct, enough.Token);
        try
        {
            return await numbers.CountAsync(_platforms, clock.GetUtcNow(), patience.Token).WaitAsync(patience.Token);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            LogSilent(error);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The service is not well: {Kind} {Name}, since {Since:u}; /status tells more")]
    private partial void LogFault(FaultKind kind, string name, DateTimeOffset since);

    [LoggerMessage(Level = LogLevel.Error, Message = "The archive cannot be counted")]
    private partial void LogSilent(Exception error);
}
