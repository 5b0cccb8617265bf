using System.Globalization;

namespace Bot.Host.Configuration;

/// <summary>Keeps the details of a defect where they can be read later: a trace on the screen helps no user.</summary>
public static class BugReport
{
    /// <summary>Writes the details to a file in the system's folder for temporary files.</summary>
    /// <returns>Half a sentence that says where they are.</returns>
    public static string Write(Exception bug)
    {
        var path = Path.Combine(
            Path.GetTempPath(),
            string.Create(CultureInfo.InvariantCulture, $"digestbot-defect-{TimeProvider.System.GetUtcNow():yyyyMMdd-HHmmss}-{Environment.ProcessId}.txt"));
        try
        {
            File.WriteAllText(path, bug.ToString());
            return $"the details are in {path}";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"its details could not be kept in {path}: {bug.Message}";
        }
    }
}
