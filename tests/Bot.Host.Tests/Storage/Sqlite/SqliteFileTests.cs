using Bot.Digest.Ports;
using Bot.Host.Storage;
using Bot.Host.Storage.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Host.Tests.Storage.Sqlite;

/// <summary>What a file that is damaged, foreign, shared or left in the middle of a write does.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryArchive _archive = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _archive.Dispose();

    [Fact]
    public async Task A_file_that_is_no_archive_is_refused_with_its_path_and_what_to_do()
    {
        await File.WriteAllTextAsync(_archive.File, string.Concat(Enumerable.Repeat("This is a letter to a friend. ", 200)), Ct);
        using var database = new SqliteDatabase(_archive.File);

        var refusal = await Assert.ThrowsAsync<StorageException>(() => new Migrator(database, TimeProvider.System).MigrateAsync(Ct));

        Assert.Contains(_archive.File, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("restore a backup", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("delete")]
    [InlineData("wal")]
    public async Task The_database_of_another_program_is_refused_and_stays_as_it_is(string journal)
    {
        await using (var other = new SqliteConnection($"Data Source={_archive.File};Pooling=false"))
        {
            await other.ExecuteAsync($"pragma journal_mode = {journal}; create table recipes (name text)");
        }

        var before = await File.ReadAllBytesAsync(_archive.File, Ct);
        StorageException refusal;
        using (var database = new SqliteDatabase(_archive.File))
        {
            refusal = await Assert.ThrowsAsync<StorageException>(() => new Migrator(database, TimeProvider.System).MigrateAsync(Ct));
        }

        Assert.Contains("another program", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_archive.File, Ct));
    }

    [Fact]
    public async Task What_was_taken_out_is_no_longer_in_the_bytes_of_the_file()
    {
        const string Secret = "numbatunique";
        using (var database = new SqliteDatabase(_archive.File))
        {
            await new Migrator(database, TimeProvider.System).MigrateAsync(Ct);
            await database.WriteAsync(connection => connection.ExecuteAsync(new CommandDefinition("insert into platform_state (platform, name, value) values ('t', 'n', @Secret)", new { Secret }, cancellationToken: Ct)), Ct);
            await database.WriteAsync(connection => connection.ExecuteAsync(new CommandDefinition("delete from platform_state", cancellationToken: Ct)), Ct);
        }

        SqliteConnection.ClearAllPools();
        Assert.DoesNotContain(Secret, System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_archive.File, Ct)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused_with_what_to_do()
    {
        File.WriteAllText(_archive.File, "");

        var refusal = Assert.Throws<StorageException>(() => new SqliteDatabase(Path.Combine(_archive.File, "inside", "archive.db")));

        Assert.Contains("--data", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_processes_that_write_at_once_both_succeed()
    {
        using var first = await OpenAsync();
        using var second = new SqliteDatabase(_archive.File);

        await Task.WhenAll(Task.Run(() => FillAsync(first, "Norrmark Post"), Ct), Task.Run(() => FillAsync(second, "Kanal Öst"), Ct));

        Assert.Equal(60, await new StoredArticles(first).CountAsync(CommunityId.DefaultSet, Ct));
        Assert.Empty((await new ArchiveCheck(second).RunAsync(Ct)).Problems);
    }

    [Fact]
    public async Task What_a_killed_process_leaves_behind_is_whole_and_holds_no_half_article()
    {
        using var database = await OpenAsync();
        await FillAsync(database, "Norrmark Post");
        var left = Path.Combine(_archive.Folder, "left", "archive.db");
        Directory.CreateDirectory(Path.GetDirectoryName(left)!);

        // The files as they are when the process stops in the middle of a write.
        await database.WriteAsync(
            async connection =>
            {
                await connection.ExecuteAsync("pragma cache_size = 5");
                await connection.ExecuteAsync("delete from paragraphs where number = 0");
                File.Copy(_archive.File, left);
                File.Copy(_archive.File + "-wal", left + "-wal");
                return 0;
            },
            Ct);

        using var reopened = new SqliteDatabase(left);
        Assert.Empty((await new ArchiveCheck(reopened).RunAsync(Ct)).Problems);
        Assert.Equal(30, await new StoredArticles(reopened).CountAsync(CommunityId.DefaultSet, Ct));
        await FillAsync(reopened, "Norrmark Post");
    }

    [Fact]
    public async Task A_schema_that_is_newer_than_the_program_is_refused()
    {
        using var database = await OpenAsync();
        await database.WriteAsync(
            connection => connection.ExecuteAsync("insert into schema_migrations (number, name, hash, applied_at) values (9999, 'later', '', 0)"), Ct);

        var refusal = await Assert.ThrowsAsync<StorageException>(() => new Migrator(database, TimeProvider.System).MigrateAsync(Ct));

        Assert.Contains("newer program", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_of_the_schema_that_is_not_the_known_one_is_refused()
    {
        using var database = await OpenAsync();
        await database.WriteAsync(connection => connection.ExecuteAsync("update schema_migrations set hash = 'other'"), Ct);

        var refusal = await Assert.ThrowsAsync<StorageException>(() => new Migrator(database, TimeProvider.System).MigrateAsync(Ct));

        Assert.Contains("0001_archive", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrating_twice_and_from_two_processes_at_once_is_harmless()
    {
        using var first = new SqliteDatabase(_archive.File);
        using var second = new SqliteDatabase(_archive.File);

        await Task.WhenAll(
            Task.Run(() => new Migrator(first, TimeProvider.System).MigrateAsync(Ct), Ct),
            Task.Run(() => new Migrator(second, TimeProvider.System).MigrateAsync(Ct), Ct));
        await FillAsync(first, "Norrmark Post");
        await new Migrator(second, TimeProvider.System).MigrateAsync(Ct);

        Assert.Equal(30, await new StoredArticles(second).CountAsync(CommunityId.DefaultSet, Ct));
    }

    private async Task<SqliteDatabase> OpenAsync()
    {
        var database = new SqliteDatabase(_archive.File);
        await new Migrator(database, TimeProvider.System).MigrateAsync(Ct);
        return database;
    }

    private static async Task FillAsync(SqliteDatabase database, string source)
    {
        var writer = new ArchiveWriter(database, TimeProvider.System);
        var id = await writer.EnsureSourceAsync(CommunityId.DefaultSet, source, Ct);
        for (var number = 0; number < 30; number++)
        {
            var news = new News($"Number {number}", "Ilse Varga came.\n“The pier stays open.” Ilse Varga left.")
                .Person("Ilse Varga").Said("“The pier stays open.”", "Ilse Varga");
            await writer.AddAsync(id, [news.Build()], Ct);
        }
    }
}
