namespace Bot.TelegramStandIn.Tests.CrossCheck;

/// <summary>Files beside the tests that say what bots send; DIGESTBOT_UPDATE=1 writes them anew.</summary>
internal static class Snapshot
{
    public static IReadOnlyList<string> Read(string name) => File.ReadAllLines(PathOf(name));

    public static void Matches(string name, IReadOnlyList<string> lines)
    {
        if (Environment.GetEnvironmentVariable("DIGESTBOT_UPDATE") == "1")
        {
            File.WriteAllText(PathOf(name), string.Join('\n', lines) + "\n");
        }

        Assert.Equal(Read(name), lines);
    }

    private static string PathOf(string name) => Path.Combine(Repository.Root, "tests", "Bot.TelegramStandIn.Tests", "CrossCheck", name);
}
