namespace Bot.DiscordStandIn.Tests.CrossCheck;

/// <summary>Lines in a file beside the tests; DIGESTBOT_UPDATE=1 writes anew what bots ask.</summary>
internal sealed class KeptLines(string file)
{
    private readonly string _path = Path.Combine(Repository.Root, "tests", "Bot.DiscordStandIn.Tests", "CrossCheck", file);

    /// <summary>All but remarks, each without the reason that stands behind " | ".</summary>
    public IReadOnlyList<string> All => [.. File.ReadAllLines(_path).Where(line => !line.StartsWith('#')).Select(line => line.Split(" | ")[0])];

    /// <summary>Demands that these are the lines.</summary>
    public void Demand(IReadOnlyList<string> lines)
    {
        if (Environment.GetEnvironmentVariable("DIGESTBOT_UPDATE") == "1")
        {
            File.WriteAllLines(_path, lines);
        }

        Assert.Equal(All, lines);
    }
}
