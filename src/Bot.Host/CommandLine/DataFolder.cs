using Bot.Host.Configuration;

namespace Bot.Host.CommandLine;

/// <summary>The folder that holds the archive.</summary>
public static class DataFolder
{
    /// <summary>Makes the folder where it is missing and proves that it can be written to.</summary>
    /// <returns>The full path.</returns>
    /// <exception cref="OperatorException">It cannot be made or written to.</exception>
    public static string Prepare(string folder)
    {
        var path = Path.GetFullPath(folder);
        try
        {
            Directory.CreateDirectory(path);
            var probe = Path.Combine(path, $".write-test-{Environment.ProcessId}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return path;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException(
                $"The data folder {path} cannot be written to ({error.Message.TrimEnd('.')}); choose another with --data or give this user the right to write there.");
        }
    }
}
