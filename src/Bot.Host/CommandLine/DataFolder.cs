using System.Formats.Tar;
using Bot.Host.Configuration;

namespace Bot.Host.CommandLine;

/// <summary>The folder that holds the archive.</summary>
public static class DataFolder
{
    private const string Temporary = "digestbot-try-";

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
            throw Unusable(path, error);
        }
    }

    /// <summary>Makes a folder to be thrown away.</summary>
    /// <returns>The full path.</returns>
    /// <exception cref="OperatorException">None can be made.</exception>
    public static string MakeTemporary()
    {
        try
        {
            return Directory.CreateTempSubdirectory(Temporary).FullName;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException(
                $"No folder can be made in {Path.GetTempPath()} ({error.Message.TrimEnd('.')}); set TMPDIR to a folder that this user may write to.");
        }
    }

    /// <summary>Throws away what killed processes left beside a folder of <see cref="MakeTemporary"/>; what is others', or is named otherwise, stays.</summary>
    public static void RemoveLeft(string folder)
    {
        var own = new DirectoryInfo(folder);
        var alike = Temporary.PadRight(own.Name.Length, '?');
        var noLinks = new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint };
        var owner = OwnerOf(folder);
        foreach (var left in own.Parent!.EnumerateDirectories(alike, noLinks).Where(left => OwnerOf(left.FullName) == owner && HostLock.IsLeft(left.FullName)))
        {
            Remove(left.FullName);
        }
    }

    /// <summary>The number of the user whom a folder belongs to, which the framework tells to those who pack it; root may open what is anybody's.</summary>
    /// <returns>Null when the folder is gone.</returns>
    private static int? OwnerOf(string folder)
    {
        try
        {
            using var packed = new MemoryStream();
            using (var packing = new TarWriter(packed, leaveOpen: true))
            {
                packing.WriteEntry(folder, "folder");
            }

            packed.Position = 0;
            using var reader = new TarReader(packed);
            return reader.GetNextEntry()!.Uid;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Throws a folder away; what cannot be removed stays.</summary>
    public static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another process was faster, or it is another user's.
        }
    }

    /// <summary>What is wrong with a folder that a file could not be made in or written.</summary>
    public static OperatorException Unusable(string folder, Exception error) => new(
        $"The data folder {folder} cannot be written to ({error.Message.TrimEnd('.')}); choose another with --data or {(IsFull(error) ? "make room on its disk" : "give this user the right to write there")}.");

    /// <summary>Whether a file could not be written for want of room: ENOSPC and ERROR_DISK_FULL, which .NET hands on as they are.</summary>
    public static bool IsFull(Exception error) => error is IOException { HResult: 28 or unchecked((int)0x80070070) };
}
