using System.CommandLine;
using Bot.Host.Platforms.Terminal;

namespace Bot.Host.CommandLine;

/// <summary>No subcommand: the service.</summary>
public static class ServeCommand
{
    /// <summary>The settings that bring the bot to where people chat.</summary>
    private static readonly string[] Tokens = ["Telegram:Token", "Discord:Token"];

    public static async Task<int> RunAsync(ProgramParts parts, ParseResult parsed, CancellationToken ct)
    {
        var talks = SystemTerminal.IsPresent;
        var settings = parsed.ReadSettings();
        await using var host = await RunningHost.StartAsync(parts, settings, quiet: talks, ct);
        var output = parsed.InvocationConfiguration.Output;
        await output.WriteLineAsync($"The page is at {host.Address}");
        if (!Array.Exists(Tokens, token => settings[token] is { Length: > 0 }))
        {
            await output.WriteLineAsync(
                "To have it on Telegram or Discord too, start it with DIGESTBOT__Telegram__Token=… or DIGESTBOT__Discord__Token=…; README.md says where a token comes from.");
        }

        await output.WriteLineAsync();
        await host.RunAsync(talks, output, ct);
        return ExitCode.Good;
    }
}
