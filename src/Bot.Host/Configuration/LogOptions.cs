using System.ComponentModel.DataAnnotations;

namespace Bot.Host.Configuration;

public enum LogFormat
{
    /// <summary>A line an event, for people.</summary>
    Text,

    /// <summary>A JSON object a line, for collectors.</summary>
    Json,
}

/// <summary>What the running service writes about itself, always to standard error.</summary>
public sealed class LogOptions
{
    public const string Section = "Log";

    /// <summary>The least important level that is written; beside a terminal conversation at least Warning.</summary>
    [EnumDataType(typeof(LogLevel))]
    public LogLevel Level { get; init; } = LogLevel.Information;

    [EnumDataType(typeof(LogFormat))]
    public LogFormat Format { get; init; } = LogFormat.Text;
}
