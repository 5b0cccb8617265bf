using Microsoft.Data.Sqlite;

namespace Bot.Host.Storage.Sqlite;

/// <summary>How an archive is opened where nothing may be written (sqlite.org/wal.html, section "Read-Only Databases").</summary>
internal static class ReadOnlyFile
{
    /// <summary>
    /// Beside a running service its log is read through the index that the service made. Where there is neither, nobody else has the file open, and SQLite need
    /// not make any: as one that does not change.
    /// </summary>
    /// <exception cref="StorageException">The last changes stand in a log without its index, which could not be made.</exception>
    public static string ConnectionString(string path)
    {
        // SQLite's log stands beside the file that a link leads to.
        var file = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        var log = new FileInfo(file + "-wal");
        var isLogged = log.Exists && File.Exists(file + "-shm");
        if (!isLogged && log is { Exists: true, Length: > 0 })
        {
            throw new StorageException(SqliteSentences.LeftLog(file));
        }

        return new SqliteConnectionStringBuilder
        {
            DataSource = isLogged ? file : $"{Address(file)}?immutable=1",
            Mode = SqliteOpenMode.ReadOnly,

            // Whether there is a log may have changed by the next time.
            Pooling = false,
        }.ToString();
    }

    /// <summary>As an address, a percent sign of a name not read as the beginning of a code.</summary>
    private static string Address(string path) => "file:///" + string.Join('/', path.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));
}
