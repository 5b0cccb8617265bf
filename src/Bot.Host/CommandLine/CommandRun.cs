using System.CommandLine;
using System.CommandLine.Parsing;
using Bot.Host.Configuration;
using Bot.Host.Storage;

namespace Bot.Host.CommandLine;

/// <summary>Runs one call of the program and turns whatever happens into an exit code and a sentence.</summary>
public static class CommandRun
{
    /// <summary>Parses, runs, and writes the one sentence where something went wrong.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(ProgramParts parts, IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        // No response files: a typed "@…" is a word like others.
        var parsed = CommandLineParser.Parse(DigestBotCommand.Build(parts), arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            // The parser lists what it takes in several lines; here it is one sentence.
            var problem = string.Join(' ', parsed.Errors[0].Message.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
            await error.WriteLineAsync($"{problem.TrimEnd('.')}. See digestbot{PathOf(parsed)} --help.");
            return ExitCode.Problem;
        }

        try
        {
            // The parser's own handling of signals throws at the second one.
            using var signals = new StopSignals();
            var console = new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await signals.EndOfAsync(parsed.InvokeAsync(console, signals.Asked));
        }
        catch (Exception problem) when (problem is OperatorException or StorageException)
        {
            await error.WriteLineAsync(problem.Message);
            return ExitCode.Problem;
        }
        catch (IOException full) when (DataFolder.IsFull(full))
        {
            await error.WriteLineAsync($"There is no room left where something was written ({full.Message.TrimEnd('.')}): make room and try again.");
            return ExitCode.Problem;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Stopped before the end.");
            return ExitCode.Problem;
        }
        catch (Exception bug)
        {
            await error.WriteLineAsync($"This is a defect of DigestBot ({bug.GetType().Name}); {BugReport.Write(bug)}.");
            return ExitCode.Bug;
        }
    }

    /// <summary>The subcommands that were typed, each with a space before it.</summary>
    private static string PathOf(ParseResult parsed)
    {
        var path = "";
        for (var result = parsed.CommandResult; result.Parent is CommandResult parent; result = parent)
        {
            path = $" {result.Command.Name}{path}";
        }

        return path;
    }
}
