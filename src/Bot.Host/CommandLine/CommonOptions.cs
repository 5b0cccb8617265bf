using System.CommandLine;

namespace Bot.Host.CommandLine;

/// <summary>Options that every subcommand takes.</summary>
public static class CommonOptions
{
    /// <summary>The data folder; null where it was not given.</summary>
    public static Option<string?> Data { get; } = new("--data")
    {
        Description = "The data folder. [default: ./data]",
        HelpName = "DIR",
        Recursive = true,
    };
}
