namespace Bot.Host.Ingestion;

/// <summary>The service reads older articles again while it serves.</summary>
public sealed partial class BackgroundRereading(Rereading rereading, ILogger<BackgroundRereading> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var count = await rereading.RunAsync(stoppingToken);
            if (count > 0)
            {
                LogDone(count);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The service answers from what was understood before; the next start goes on.
            LogStopped(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} articles of an earlier program were read again")]
    private partial void LogDone(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Articles of an earlier program were not all read again; the next start goes on")]
    private partial void LogStopped(Exception error);
}
