namespace Bot.TelegramStandIn.Tests.CrossCheck;

/// <summary>What two bots ask differently: "- " for what only grammY's bot asks, "+ " for what only ours does.</summary>
internal static class Differences
{
    private const string Name = "differences.txt";

    /// <summary>The reviewed ones; each stands in its file with a reason behind " | ".</summary>
    public static IReadOnlyList<string> Reviewed => [.. Snapshot.Read(Name).Where(line => !line.StartsWith('#')).Select(line => line.Split(" | ")[0])];

    /// <summary>Requests of one that the other does not make, each once.</summary>
    public static IReadOnlyList<string> Between(IReadOnlyList<string> ours, IReadOnlyList<string> theirs) =>
    [
        .. theirs.Except(ours, StringComparer.Ordinal).Select(line => $"- {line}"),
        .. ours.Except(theirs, StringComparer.Ordinal).Select(line => $"+ {line}"),
    ];
}
