using System.CommandLine;
using Bot.Host.Platforms.Terminal;

namespace Bot.Host.CommandLine;

/// <summary>No subcommand: the service.</summary>
public static class ServeCommand
{
    public static async Task<int> RunAsync(ProgramParts parts, ParseResult parsed, CancellationToken ct)
    {
        var talks = SystemTerminal.IsPresent;
        await using var host = await RunningHost.StartAsync(parts, parsed.ReadSettings(), quiet: talks, ct);
        var output = parsed.InvocationConfiguration.Output;
        await output.WriteLineAsync($"The page is at {host.Address}");
        await output.WriteLineAsync();
        await host.RunAsync(talks, output, ct);
        return ExitCode.Good;
    }
}
