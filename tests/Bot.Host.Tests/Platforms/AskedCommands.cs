using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Digest.Tests;
using Bot.Digest.Tests.Commands;

namespace Bot.Host.Tests.Platforms;

/// <summary>The lines that the commands' own snapshots ask, on the same newsroom, for the snapshots of each platform.</summary>
internal static class AskedCommands
{
    private const string Asked = "tests/Bot.Digest.Tests/Commands/Snapshots";

    private static readonly string[] _byLength =
        [.. EveryCommand.Over(Newsroom.Archive()).Select(command => command.Spec.Name).OrderByDescending(name => name.Length)];

    /// <summary>All commands.</summary>
    public static IEnumerable<string> Names => _byLength.Order(StringComparer.Ordinal);

    /// <summary>A command's lines, each once, in the order of the files that ask it; an example of its own for one whose snapshots are kept elsewhere.</summary>
    public static IEnumerable<string> LinesOf(string command) => Directory.EnumerateFiles(RepositoryFile.Path(Asked), "*.txt")
        .Order(StringComparer.Ordinal)
        .Select(file => File.ReadLines(file).FirstOrDefault() ?? "")
        .Where(line => _byLength.FirstOrDefault(name => line == $"/{name}" || line.StartsWith($"/{name} ", StringComparison.Ordinal)) == command)
        .Distinct(StringComparer.Ordinal)
        .DefaultIfEmpty(Example(command));

    /// <summary>Asks in a channel that has a digest.</summary>
    public static async Task<Reply> AskAsync(string platform, string line)
    {
        var archive = Newsroom.Archive();
        archive.Communities.All.Add(new Community(new CommunityId(3), platform, "-100", "Harbour", CommunityStanding.Waiting, Asking.Noon, 6, 100));
        var asking = new Asking(EveryCommand.Over(archive));
        await asking.AskAsync("/subscribe at:08:00 zone:Europe/Berlin");
        return await asking.AskAsync(line);
    }

    private static string Example(string command) =>
        EveryCommand.Over(Newsroom.Archive()).Single(one => one.Spec.Name == command).Spec.Examples is [var first, ..] ? first : $"/{command}";
}
