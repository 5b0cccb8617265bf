using Bot.Digest.Commands;

namespace Bot.Host.Configuration;

/// <summary>What is done about a command that threw: the details go into a file, a line into the log. What was asked goes nowhere.</summary>
public sealed partial class CommandDefects(ILogger<CommandDefects> logger)
{
    /// <summary>Where the details of the last defect are, as half a sentence; null when there was none.</summary>
    public string? Latest { get; private set; }

    public void Report(CommandRequest request, Exception bug)
    {
        Latest = BugReport.Write(bug);
        LogDefect(request.Chat.Platform, bug.GetType().Name, Latest);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A command failed on {Platform} ({Kind}): {Details}")]
    private partial void LogDefect(string platform, string kind, string details);
}
