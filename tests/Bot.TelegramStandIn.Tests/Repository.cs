namespace Bot.TelegramStandIn.Tests;

/// <summary>Files of the repository that tests read.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

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
