using Bot.Digest.Ports;
using Bot.Host.Storage;
using Bot.Host.Storage.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;

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

    [Theory]
    [InlineData("plain")]
    [InlineData("what? 50%41 and #7")]
    [InlineData("Zeitung für Köln 記事")]
    public async Task It_is_found_under_a_name_with_whatever_an_address_would_read_otherwise(string folder)
    {
        var file = Path.Combine(_archive.Folder, folder, "archive.db");
        using (var writable = new SqliteDatabase(file))
        {
            await new Migrator(writable, TimeProvider.System).MigrateAsync(Ct);
        }

        Directory.CreateDirectory(file + "-wal");
        using var database = new SqliteDatabase(file, onlyReads: true);
        await new Migrator(database, TimeProvider.System).MigrateAsync(Ct);

        var opened = await database.ReadAsync(connection => Task.FromResult(new SqliteConnectionStringBuilder(connection.ConnectionString).DataSource), Ct);

        // SQLite reads what follows two slashes up to the next one as the name of a machine, which must be empty (sqlite.org/uri.html).
        Assert.Equal((file, ""), (new Uri(opened).LocalPath, new Uri(opened).Host));
    }

    [Fact]
    public async Task A_link_that_leads_to_itself_is_called_that()
    {
        Directory.CreateDirectory(_archive.Folder);
        File.CreateSymbolicLink(_archive.File, _archive.File);
        using var database = new SqliteDatabase(_archive.File, onlyReads: true);

        var refusal = await Assert.ThrowsAsync<StorageException>(() => new Migrator(database, TimeProvider.System).MigrateAsync(Ct));

        Assert.Equal($"{_archive.File} is a link that leads back to itself: put the archive there, or name another folder with --data.", refusal.Message);
    }

    [Fact]
    public async Task A_schema_that_is_older_than_the_program_is_named_with_what_to_do()
    {
        using (var earlier = new SqliteDatabase(_archive.File))
        {
            await new Migrator(new EarlierSchema(earlier, 2), TimeProvider.System).MigrateAsync(Ct);
        }

        Directory.CreateDirectory(Log);
        using var database = new SqliteDatabase(_archive.File, onlyReads: true);

        var refusal = await Assert.ThrowsAsync<StorageException>(() => new Migrator(database, TimeProvider.System).MigrateAsync(Ct));

        Assert.Equal(
            $"The archive was written by an earlier program (schema 2, this one needs {database.Migrations.Count}) and is read-only for this user: start this one's service once as a user who may write there.",
            refusal.Message);
    }

    /// <summary>Writes and closes the file, so that all is in it and nothing in a log.</summary>
    private async Task FillAsync(string source)
    {
        using var database = new SqliteDatabase(_archive.File);
        await new Migrator(database, TimeProvider.System).MigrateAsync(Ct);
        await new ArchiveWriter(database, TimeProvider.System).EnsureSourceAsync(CommunityId.DefaultSet, source, Ct);
    }
}
