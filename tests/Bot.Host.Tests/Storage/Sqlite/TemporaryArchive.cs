using Bot.Host.Storage;
using Bot.Host.Storage.Sqlite;

namespace Bot.Host.Tests.Storage.Sqlite;

/// <summary>An archive file in a folder of its own.</summary>
internal sealed class TemporaryArchive : IDisposable
{
    /// <summary>Every column of every table that is not a part of a word index, with its table.</summary>
    public const string Columns = """
        select m.name, c.name
        from sqlite_master m
        join pragma_table_info(m.name) c
        where m.type = 'table' and m.name not like '%\_words%' escape '\'
        """;

    public string Folder { get; } = Directory.CreateTempSubdirectory("archive-").FullName;

    public string File => Path.Combine(Folder, "archive.db");

    public Task<IDatabase> CreateAsync() => Task.FromResult<IDatabase>(new SqliteDatabase(File));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
