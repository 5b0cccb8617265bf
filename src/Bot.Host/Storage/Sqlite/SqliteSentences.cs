using Microsoft.Data.Sqlite;

namespace Bot.Host.Storage.Sqlite;

/// <summary>What the operator is told of SQLite's errors (sqlite.org/rescode.html): what is wrong, and what to do.</summary>
internal static class SqliteSentences
{
    /// <summary>
    /// Seconds that another writer is waited for. A bulk ingest holds the right to write for some 50 ms at a time, so half a minute means that something is
    /// stuck.
    /// </summary>
    public const int BusySeconds = 30;

    private const int Full = 13;

    /// <summary>No room for the file of shared memory: told as an error of input or output.</summary>
    private const int SharedMemorySize = 4874;

    public static string ReadOnly(string path) => $"{path} or its folder is read-only for this user: make it writable, or name another folder with --data.";

    public static string LeftLog(string path) =>
        $"The last changes of {path} stand in {Path.GetFileName(path)}-wal, which cannot be read without writing: copy the folder to where you may write, and name that with --data.";

    public static string WrittenMeanwhile(string path) => $"A service of another user wrote to {path} while it was read: run the command again.";

    public static string EndlessLink(string path) => $"{path} is a link that leads back to itself: put the archive there, or name another folder with --data.";

    /// <summary>Whether nothing may be written to a file or beside it: SQLITE_READONLY and SQLITE_CANTOPEN, of the log that it would have to make.</summary>
    public static bool MayBeReadOnly(SqliteException error) => error.SqliteErrorCode is 8 or 14;

    /// <summary>Null for an error that only a defect brings.</summary>
    public static string? Of(string path, SqliteException error) => (error.SqliteExtendedErrorCode == SharedMemorySize ? Full : error.SqliteErrorCode) switch
    {
        5 or 6 => $"Another process kept {path} locked for {BusySeconds} s: end it, or try again later.",
        8 => ReadOnly(path),
        10 => $"{path} cannot be read or written: check the disk it is on.",
        11 or 26 => $"{path} is damaged or no archive: restore a backup, or name another folder with --data.",
        Full => $"The disk that holds {path} is full: make room and try again.",
        14 => $"{path} cannot be opened: check that its folder exists and that you may write to it, or name another with --data.",
        _ => null,
    };
}
