namespace Bot.Host.Ingestion;

/// <summary>The files of a folder and of the folders in it, by name; hidden ones are left out, and each folder is entered once.</summary>
public static class InputFiles
{
    /// <summary>Lists the files while they are asked for.</summary>
    /// <exception cref="IOException">A folder cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be listed.</exception>
    public static IEnumerable<FileInfo> Under(DirectoryInfo folder) => Under(folder, new HashSet<string>(StringComparer.Ordinal));

    private static IEnumerable<FileInfo> Under(DirectoryInfo folder, HashSet<string> entered)
    {
        // A link may lead back to a folder that holds it.
        if (!entered.Add(RealPath(folder)))
        {
            yield break;
        }

        foreach (var entry in folder.EnumerateFileSystemInfos().Where(IsVisible).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (entry is FileInfo file)
            {
                yield return file;
            }
            else if (entry is DirectoryInfo inner)
            {
                foreach (var found in Under(inner, entered))
                {
                    yield return found;
                }
            }
        }
    }

    private static bool IsVisible(FileSystemInfo entry) => !entry.Name.StartsWith('.');

    private static string RealPath(DirectoryInfo folder)
    {
        try
        {
            return folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder.FullName;
        }
        catch (IOException)
        {
            return folder.FullName; // Links that only lead to each other: listing it tells.
        }
    }
}
