using Bot.Digest.Commands;
using Bot.Host.Storage;

namespace Bot.Host.Configuration;

/// <summary>
/// What is done about a command that threw: the details of a defect go into a file, a line into the log; of storage that failed its sentence says enough.
/// What was asked goes nowhere.
/// </summary>
public sealed partial class CommandDefects(ILogger<CommandDefects> logger)
{
    /// <summary>Where the details of the last defect are, as half a sentence; null when there was none.</summary>
    public string? Latest { get; private set; }

    /// <summary>What storage last said that it cannot do; null when it said nothing.</summary>
    public StorageException? Outage { get; private set; }

    public void Report(CommandRequest request, Exception bug)
    {
        if (bug is StorageException outage)
        {
            Outage = outage;
            LogOutage(request.Chat.Platform, outage.Message);
            return;
        }

        Latest = BugReport.Write(bug);
        LogDefect(request.Chat.Platform, bug.GetType().Name, Latest);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A command failed on {Platform}: {Sentence}")]
    private partial void LogOutage(string platform, string sentence);

    [LoggerMessage(Level = LogLevel.Error, Message = "A command failed on {Platform} ({Kind}): {Details}")]
    private partial void LogDefect(string platform, string kind, string details);
}
