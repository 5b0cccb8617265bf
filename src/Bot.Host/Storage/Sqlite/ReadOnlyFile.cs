using Microsoft.Data.Sqlite;

namespace Bot.Host.Storage.Sqlite;

/// <summary>How an archive is read where nothing may be written (sqlite.org/wal.html, section "Read-Only Databases").</summary>
internal static class ReadOnlyFile
{
    /// <summary>
    /// Beside a running service its log is read through the index that the service made. Where there is neither, nobody else has the file open, and SQLite need
    /// not make any: it is read as one that does not change, and when it did, nothing that was read is believed.
    /// </summary>
    /// <param name="read">Reads it by a connection string.</param>
    /// <exception cref="StorageException">
    /// The last changes stand in a log without its index, which could not be made; or a service of another user began to write.
    /// </exception>
    public static async Task<T> ReadAsync<T>(string path, Func<string, Task<T>> read)
    {
        var file = Followed(path);

        // Before the look for a log: what is written after that look came from one that was made later, and shows.
        var before = StateOf(file);
        var log = new FileInfo(file + "-wal");
        if (log.Exists && File.Exists(file + "-shm"))
        {
            return await read(ConnectionString(file));
        }

        if (log is { Exists: true, Length: > 0 })
        {
            throw new StorageException(SqliteSentences.LeftLog(file));
        }

        try
        {
            return await read(ConnectionString($"{Address(file)}?immutable=1"));
        }
        finally
        {
            DemandUnchanged(file, before);
        }
    }

    /// <summary>SQLite's log stands beside the file that a link leads to.</summary>
    private static string Followed(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (IOException)
        {
            throw new StorageException(SqliteSentences.EndlessLink(path));
        }
    }

    private static void DemandUnchanged(string file, (DateTime WrittenAt, long Length) before)
    {
        if (StateOf(file) != before)
        {
            throw new StorageException(SqliteSentences.WrittenMeanwhile(file));
        }
    }

    private static (DateTime WrittenAt, long Length) StateOf(string file) =>
        new FileInfo(file) is { Exists: true } there ? (there.LastWriteTimeUtc, there.Length) : default;

    /// <summary>Without a pool: whether there is a log may have changed by the next time.</summary>
    private static string ConnectionString(string source) =>
        new SqliteConnectionStringBuilder { DataSource = source, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();

    /// <summary>
    /// As an address of no machine (sqlite.org/uri.html), a percent sign of a name not read as the beginning of a code. Where a path begins with a drive, the slash before it is
    /// the address's own.
    /// </summary>
    private static string Address(string path)
    {
        var escaped = string.Join('/', path.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));
        return $"file://{(escaped.StartsWith('/') ? "" : "/")}{escaped}";
    }
}
