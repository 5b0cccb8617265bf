using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands;

namespace Bot.Host.Platforms.Terminal;

/// <summary>Files of the machine that the terminal's user sits at.</summary>
public static class LocalFiles
{
    /// <summary>Names that are tried beside the first before one is free.</summary>
    private const int MostNames = 100;

    /// <summary>Reads a file by its path; a little more than <paramref name="most"/> is not read. Null when there is none that can be read.</summary>
    public static async Task<GivenFile?> ReadAsync(string? path, int most, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            // Pipes and devices are of no length; opening one could wait for ever for somebody to write.
            if ((File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path)).Length == 0)
            {
                return new GivenFile(Path.GetFileName(path), ReadOnlyMemory<byte>.Empty);
            }

            await using var file = File.OpenRead(path);
            var bytes = new byte[Math.Min(most, file.Length)];
            var read = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
            return new GivenFile(Path.GetFileName(path), bytes.AsMemory(0, read));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Puts the reply's file into a folder, beside what is there already, and says where.</summary>
    public static async Task<Reply> SaveAsync(Reply reply, string folder, CancellationToken ct)
    {
        if (reply.File is not { } file)
        {
            return reply;
        }

        RichText where;
        try
        {
            where = Words.FileSaved(await WriteAsync(file, folder, ct));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            where = Words.FileNotSaved(folder);
        }

        return reply with { File = null, Blocks = [.. reply.Blocks, new Note(where)] };
    }

    private static async Task<string> WriteAsync(AttachedFile file, string folder, CancellationToken ct)
    {
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? file.Name
                : string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file.Name)}-{number}{Path.GetExtension(file.Name)}");
            var path = Path.Combine(folder, name);
            try
            {
                await using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
                await using var text = new StreamWriter(stream);
                await text.WriteAsync(file.Text.AsMemory(), ct);
                return path;
            }
            catch (IOException) when (File.Exists(path) && number < MostNames)
            {
                // Another one's; what somebody saved before stays.
            }
        }
    }
}
