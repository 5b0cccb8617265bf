using System.CommandLine;

namespace Bot.Host.CommandLine;

/// <summary><c>samples load</c> and <c>samples remove</c>.</summary>
public static class SamplesCommand
{
    public static Command Build(ProgramParts parts)
    {
        var load = new Command("load", "Reads the sample newsroom into the archive, so that there is something to ask about.");
        load.SetAction((parsed, ct) => LoadAsync(parts, parsed, ct));
        var remove = new Command("remove", "Takes exactly the sample newsroom out again.");
        remove.SetAction((parsed, ct) => RemoveAsync(parts, parsed, ct));
        return new Command("samples", "The sample newsroom: invented articles to try things with.") { load, remove };
    }

    private static async Task<int> LoadAsync(ProgramParts parts, ParseResult parsed, CancellationToken ct)
    {
        await using var archive = await parts.MakeArchiveAsync(parsed, ct);
        var counts = (await SampleNewsroom.LoadAsync(archive, ct)).Counts;
        var output = parsed.InvocationConfiguration.Output;
        await output.WriteLineAsync(counts.New == 0 && counts.Revised == 0
            ? $"The sample newsroom was there already: {counts.Unchanged} articles."
            : $"The sample newsroom is in the archive: {counts.New} new articles, {counts.Revised} revised, {counts.Unchanged} unchanged. Ask /who varga, or /timeline east pier.");
        return ExitCode.Good;
    }

    private static async Task<int> RemoveAsync(ProgramParts parts, ParseResult parsed, CancellationToken ct)
    {
        await using var archive = await parts.OpenArchiveAsync(parsed, ct);
        var removed = await SampleNewsroom.RemoveAsync(archive, ct);
        await parsed.InvocationConfiguration.Output.WriteLineAsync(removed == 0
            ? "The sample newsroom was not in the archive."
            : $"The sample newsroom is out of the archive again: {removed} articles.");
        return ExitCode.Good;
    }
}
