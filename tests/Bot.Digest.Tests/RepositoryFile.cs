namespace Bot.Digest.Tests;

/// <summary>Files of the repository that tests read or compare with, and rewrite when asked to.</summary>
internal static class RepositoryFile
{
    /// <summary>Set to 1 to write files instead of comparing with them.</summary>
    private const string Update = "DIGESTBOT_UPDATE";

    /// <summary>The file under the repository's folder, whichever folder the tests run in.</summary>
    public static string Path(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "DigestBot.sln")))
            {
                return System.IO.Path.Combine(folder.FullName, relative);
            }
        }

        throw new DirectoryNotFoundException("DigestBot.sln is in no folder above the tests");
    }

    public static string Read(string relative) => File.ReadAllText(Path(relative));

    /// <summary>Fails when the file does not hold <paramref name="text"/>; rewrites it instead when <c>DIGESTBOT_UPDATE=1</c>.</summary>
    public static void MustHold(string relative, string text)
    {
        var path = Path(relative);
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"{relative} is missing; run the tests with {Update}=1 to write it");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }
}
