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
        var log = new FileInfo(path + "-wal");
        var isLogged = log.Exists && File.Exists(path + "-shm");
        if (!isLogged && log is { Exists: true, Length: > 0 })
        {
            throw new StorageException(SqliteSentences.LeftLog(path));
        }

        return new SqliteConnectionStringBuilder
        {
            DataSource = isLogged ? path : new Uri(path).AbsoluteUri + "?immutable=1",
            Mode = SqliteOpenMode.ReadOnly,

            // Whether there is a log may have changed by the next time.
            Pooling = false,
        }.ToString();
    }
}
