using Bot.Digest.Tests;

namespace Bot.TelegramStandIn.Tests.CrossCheck;

/// <summary>What bots ask a platform for, in files beside the tests; DIGESTBOT_UPDATE=1 writes them anew.</summary>
/// <param name="folder">Of the files, in the repository.</param>
/// <param name="others">The file of the bot that others wrote the client of.</param>
internal sealed class KeptRequests(string folder, string others)
{
    /// <summary>Demands that the bot on the others' client asks for these.</summary>
    public void TheirsAre(IReadOnlyList<string> requests) => RepositoryFile.MustHold($"{folder}/{others}", Text(requests));

    /// <summary>Demands that our bot asks for these, and differs only as was reviewed: "- " for what only theirs asks, "+ " for what only ours does, each with a reason behind " | ".</summary>
    public void OursAre(IReadOnlyList<string> requests)
    {
        RepositoryFile.MustHold($"{folder}/digestbot.txt", Text(requests));
        var theirs = Lines(others);
        Assert.Equal(
            Lines("differences.txt").Where(line => !line.StartsWith('#')).Select(line => line.Split(" | ")[0]),
            [.. theirs.Except(requests, StringComparer.Ordinal).Select(line => $"- {line}"), .. requests.Except(theirs, StringComparer.Ordinal).Select(line => $"+ {line}")]);
    }

    private static string Text(IReadOnlyList<string> lines) => string.Join('\n', lines) + "\n";

    private string[] Lines(string file) => File.ReadAllLines(RepositoryFile.Path($"{folder}/{file}"));
}
