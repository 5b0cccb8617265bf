using System.CommandLine;
using System.Globalization;
using Bot.Host.Storage;

namespace Bot.Host.CommandLine;

/// <summary><c>check</c>: whether the archive is whole.</summary>
public static class CheckCommand
{
    public static Command Build(ProgramParts parts)
    {
        var command = new Command("check", "Checks that the archive is whole: the file, the indexes, each quote against its article.");
        command.SetAction((parsed, ct) => RunAsync(parts, parsed, ct));
        return command;
    }

    private static async Task<int> RunAsync(ProgramParts parts, ParseResult parsed, CancellationToken ct)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        await using var archive = await parts.ReadPresentArchiveAsync(parsed, ct);
        var report = await archive.GetRequiredService<ArchiveCheck>().RunAsync(ct);
        foreach (var problem in report.Problems)
        {
            await error.WriteLineAsync(problem);
        }

        var verdict = report switch
        {
            { Problems.Count: > 0 } => "not all is well; restore a backup, or keep a copy of the folder and read the articles in anew",
            { HalfDone: { } slug } => $"all is well, but the correction of {slug} is half done; the service finishes it, at its next start at the latest",
            _ => "all is well",
        };
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{report.Articles} articles and {report.Quotes} quotes checked: {verdict}."));
        return report.Problems.Count == 0 ? ExitCode.Good : ExitCode.Problem;
    }
}
