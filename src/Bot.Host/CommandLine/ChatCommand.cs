using System.CommandLine;

namespace Bot.Host.CommandLine;

/// <summary><c>chat</c>: the conversation in the terminal, or one command a line from a pipe.</summary>
public static class ChatCommand
{
    public static Command Build(ProgramParts parts)
    {
        var command = new Command("chat", "Talks in this terminal; from a pipe, one command a line.");
        command.SetAction((parsed, ct) => RunAsync(parts, parsed, ct));
        return command;
    }

    private static async Task<int> RunAsync(ProgramParts parts, ParseResult parsed, CancellationToken ct)
    {
        await using var archive = await parts.OpenArchiveAsync(parsed, ct);
        await Conversation.RunAsync(archive, parsed.InvocationConfiguration.Output, ct);
        return ExitCode.Good;
    }
}
