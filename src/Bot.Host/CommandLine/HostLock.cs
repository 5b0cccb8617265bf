using System.Globalization;
using Bot.Host.Configuration;

namespace Bot.Host.CommandLine;

/// <summary>
/// Held by the running service so that no second one serves the same data folder. The operating system frees it when the process
/// ends, however it ends; one-shot subcommands do not ask for it.
/// </summary>
public sealed class HostLock : IDisposable
{
    public const string FileName = "host.lock";

    private readonly FileStream _file;

    private HostLock(FileStream file) => _file = file;

    /// <summary>Takes the lock and writes into the file who holds it.</summary>
    /// <param name="folder">A data folder that can be written to.</param>
    /// <exception cref="OperatorException">Another service holds it.</exception>
    public static HostLock Take(string folder, TimeProvider clock)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file.SetLength(0);
            file.Write(System.Text.Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName} since {clock.GetUtcNow():u}\n")));
            file.Flush();
            return new HostLock(file);
        }
        catch (IOException)
        {
            throw new OperatorException(
                $"Another DigestBot already serves this data folder ({path} says which process); stop it, or choose another folder with --data.");
        }
    }

    public void Dispose() => _file.Dispose();
}
