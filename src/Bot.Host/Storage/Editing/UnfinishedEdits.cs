using Bot.Digest.Ports;

namespace Bot.Host.Storage.Editing;

/// <summary>The service finishes corrections of people that were half done when a process was stopped.</summary>
public sealed partial class UnfinishedEdits(IPersonEditing editing, ILogger<UnfinishedEdits> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await editing.FinishAsync(stoppingToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogStopped(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A correction of people is not finished; the next one or the next start goes on")]
    private partial void LogStopped(Exception error);
}
