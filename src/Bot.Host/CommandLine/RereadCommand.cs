using System.CommandLine;
using System.Globalization;
using Bot.Host.Ingestion;

namespace Bot.Host.CommandLine;

/// <summary><c>reread</c>: understands again what an earlier program understood.</summary>
public static class RereadCommand
{
    public static Command Build(ProgramParts parts)
    {
        var command = new Command(
            "reread", "Reads the stored articles of an earlier program again, so that they answer as new ones; the service does so at its start.");
        command.SetAction((parsed, ct) => RunAsync(parts, parsed, ct));
        return command;
    }

    private static async Task<int> RunAsync(ProgramParts parts, ParseResult parsed, CancellationToken ct)
    {
        await using var archive = await parts.OpenArchiveAsync(parsed, ct);
        var count = await ActivatorUtilities.CreateInstance<Rereading>(archive).RunAsync(ct);
        await parsed.InvocationConfiguration.Output.WriteLineAsync(count == 0
            ? "Nothing to do: all articles were read by this program or one that understands the same."
            : string.Create(CultureInfo.InvariantCulture, $"{count} articles were read again."));
        return ExitCode.Good;
    }
}
