using Bot.Host.Storage;
using Bot.Host.Storage.Sqlite;

namespace Bot.Host.Tests.Storage.Sqlite;

/// <summary>An archive file in a folder of its own.</summary>
internal sealed class TemporaryArchive : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("archive-").FullName;

    public string File => Path.Combine(Folder, "archive.db");

    public Task<IDatabase> CreateAsync() => Task.FromResult<IDatabase>(new SqliteDatabase(File));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
