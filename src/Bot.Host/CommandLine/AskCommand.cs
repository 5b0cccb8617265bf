using System.CommandLine;
using Bot.Digest.Chat;
using Bot.Host.Configuration;
using Bot.Host.Platforms.Terminal;

namespace Bot.Host.CommandLine;

/// <summary><c>ask "/who varga"</c>: answers one chat command and ends.</summary>
public static class AskCommand
{
    public static Command Build(ProgramParts parts)
    {
        var line = new Argument<string>("command") { Description = "The chat command, in quotation marks: \"/who varga about:pier\"." };
        var json = new Option<bool>("--json") { Description = "Writes the reply as JSON." };
        var command = new Command("ask", "Answers one chat command from the archive and ends.") { line, json };
        command.SetAction((parsed, ct) => RunAsync(parts, parsed, parsed.GetRequiredValue(line), parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(ProgramParts parts, ParseResult parsed, string line, bool json, CancellationToken ct)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        await using var archive = await parts.ReadArchiveAsync(parsed, ct);
        var reply = await archive.GetRequiredService<TerminalPlatform>().AskAsync(line, ct);
        var defects = archive.GetRequiredService<CommandDefects>();
        if (defects.Outage is { } outage)
        {
            await error.WriteLineAsync(outage.Message);
            return ExitCode.Problem;
        }

        if (defects.Latest is { } details)
        {
            await error.WriteLineAsync($"This is a defect of DigestBot; {details}.");
            return ExitCode.Bug;
        }

        var failed = reply.Kind == ReplyKind.Problem;
        var text = json ? ReplyJson.Write(reply) + "\n" : new TerminalRenderer(SystemTerminal.Output, goesOn: false).Render(reply);
        await (failed && !json ? error : output).WriteAsync(text.AsMemory(), ct);
        return failed ? ExitCode.Problem : ExitCode.Good;
    }
}
