using System.Globalization;
using System.Text;
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
    /// <param name="folder">The full path of a data folder.</param>
    /// <exception cref="OperatorException">Another service holds it, or the file cannot be written.</exception>
    public static HostLock Take(string folder, TimeProvider clock)
    {
        var path = Path.Combine(folder, FileName);
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file.SetLength(0);
            file.Write(Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName} since {clock.GetUtcNow():u}\n")));
            file.Flush();
            return new HostLock(file);
        }
        catch (IOException error) when (IsHeld(error))
        {
            throw new OperatorException(
                $"Another DigestBot already serves this data folder ({path} says which process); stop it, or choose another folder with --data.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            throw DataFolder.Unusable(folder, error);
        }
    }

    /// <summary>Whether a service held a folder and ended without giving it back.</summary>
    public static bool IsLeft(string folder)
    {
        try
        {
            // Who takes a lock makes the file before it holds it: one that nobody is written into may be just being taken.
            var path = Path.Combine(folder, FileName);
            using var file = new FileInfo(path).Length > 0 ? new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None) : null;
            return file is not null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>EWOULDBLOCK on Linux and on macOS, and ERROR_SHARING_VIOLATION, which .NET hands on as they are.</summary>
    private static bool IsHeld(IOException error) => error.HResult is 11 or 35 or unchecked((int)0x80070020);

    public void Dispose() => _file.Dispose();
}
