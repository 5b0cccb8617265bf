using Bot.Digest.Ports;
using Bot.Host.Storage;
using Bot.Host.Storage.Sqlite;
using Dapper;

namespace Bot.Host.Tests.Storage.Sqlite;

/// <summary>An archive where nothing may be written. A folder in the place of its log is as good as missing rights, which root never misses.</summary>
public sealed class ReadOnlyFileTests : IDisposable
{
    private readonly TemporaryArchive _archive = new();

    private string Log => _archive.File + "-wal";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _archive.Dispose();

    [Fact]
    public async Task What_another_process_writes_to_while_it_is_read_is_told_instead_of_an_answer()
    {
        await FillAsync("Norrmark Post");
        Directory.CreateDirectory(Log);
        using var database = new SqliteDatabase(_archive.File, onlyReads: true);

        var refusal = await Assert.ThrowsAsync<StorageException>(() => database.ReadAsync(
            async connection =>
            {
                var count = await connection.ExecuteScalarAsync<long>("select count(*) from sources");
                Directory.Delete(Log);
                await FillAsync("Kanal Öst");
                return count;
            },
            Ct));

        Assert.Equal($"A service of another user wrote to {_archive.File} while it was read: run the command again.", refusal.Message);
    }

    /// <summary>Writes and closes the file, so that all is in it and nothing in a log.</summary>
    private async Task FillAsync(string source)
    {
        using var database = new SqliteDatabase(_archive.File);
        await new Migrator(database, TimeProvider.System).MigrateAsync(Ct);
        await new ArchiveWriter(database, TimeProvider.System).EnsureSourceAsync(CommunityId.DefaultSet, source, Ct);
    }
}
