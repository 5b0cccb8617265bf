using System.CommandLine;

namespace Bot.Host.CommandLine;

/// <summary>No subcommand: the service.</summary>
public static class ServeCommand
{
    public static async Task<int> RunAsync(ProgramParts parts, ParseResult parsed, CancellationToken ct)
    {
        await using var service = await RunningHost.StartAsync(parts, parsed.ReadSettings(), quiet: false, ct);
        await service.RunAsync(ct);
        return ExitCode.Good;
    }
}
