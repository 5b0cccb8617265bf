namespace Bot.DiscordStandIn.Tests;

/// <summary>Files of the repository that tests read.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!folder.EnumerateFiles("DigestBot.sln").Any())
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No folder above the tests holds DigestBot.sln.");
        }

        return folder.FullName;
    }
}
