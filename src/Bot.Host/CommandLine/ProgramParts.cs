namespace Bot.Host.CommandLine;

/// <summary>What the program is put together from; WholeProgram names the parts, the subcommands use those that they need.</summary>
public sealed record ProgramParts
{
    /// <summary>The sections of the settings.</summary>
    public required Action<IServiceCollection> Settings { get; init; }

    /// <summary>The archive in a data folder, and the chat commands: all that a one-shot subcommand builds.</summary>
    public required Action<IServiceCollection, string> Archive { get; init; }

    /// <summary>Readies the archive for its first use.</summary>
    public required Func<IServiceProvider, CancellationToken, Task> Open { get; init; }

    /// <summary>What only the running service has: jobs, and the platforms that the settings ask for.</summary>
    public required Action<IServiceCollection, IConfiguration> Service { get; init; }

    /// <summary>What the service answers over HTTP.</summary>
    public required Action<WebApplication> Endpoints { get; init; }
}
