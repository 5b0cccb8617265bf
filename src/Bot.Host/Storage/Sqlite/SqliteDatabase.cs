using System.Data.Common;
using System.Reflection;
using Bot.Digest.Reading;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bot.Host.Storage.Sqlite;

/// <summary>The archive in one SQLite file in write-ahead mode: readers never wait, one writer a process, other processes wait their turn.</summary>
public sealed class SqliteDatabase : IDatabase, IDisposable
{
    /// <summary>Older versions can corrupt a file in write-ahead mode when several connections write (sqlite.org/wal.html, "WAL-reset bug").</summary>
    public static readonly Version OldestSafe = new(3, 51, 3);

    // FULL on every connection: what was committed survives a power cut, so that no count is told too early. Measured: 4 ms a commit.
    private static readonly string OpeningPragmas = $"""
        pragma busy_timeout = {SqliteSentences.BusySeconds * 1000};
        pragma foreign_keys = on;
        pragma synchronous = full;
        pragma secure_delete = on;
        pragma temp_store = memory;
        pragma journal_size_limit = 67108864;
        pragma cache_size = -16000;
        """;

    private readonly string _path;
    private readonly string _connectionString;
    private readonly bool _onlyReads;
    private readonly SemaphoreSlim _writer = new(1, 1);

    /// <summary>Opens nothing yet.</summary>
    /// <param name="path">The file; made with its folder when it is missing.</param>
    /// <param name="onlyReads">Whether it is read where nothing may be written, too; else that is refused.</param>
    /// <exception cref="StorageException">The folder cannot be made, or the SQLite library is too old.</exception>
    public SqliteDatabase(string path, bool onlyReads = false)
    {
        (_path, _onlyReads) = (Path.GetFullPath(path), onlyReads);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = _path }.ToString();
        RefuseUnsafe(new SqliteConnection().ServerVersion);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The data folder for {_path} cannot be made ({error.Message}): give --data a folder that you may write to.", error);
        }
    }

    public bool IsReadOnly { get; private set; }

    public IReadOnlyList<Migration> Migrations { get; } = EmbeddedMigrations();

    public string CountTables => "select count(*) from sqlite_master where type = 'table' and name = @Table";

    public string WordsRow => "rowid";

    public string AddArticleWords => "insert into article_words (rowid, title, text, tags) values (@Row, @Title, @Text, @Tags)";

    public string AddQuoteWords => "insert into quote_words (rowid, said, tags) values (@Row, @Said, @Tags)";

    public string ArticleRank => "bm25(article_words, 8.0, 1.0, 0.0)";

    public string Answers(string index) => $"{index} match @Question";

    public string Each(string parameter) => $"select value from json_each({parameter})";

    public string Render(WordQuery query) => Fts5.Render(query);

    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken ct) => ExplainAsync(async () =>
        await OpenWritableAsync(ct) is { } connection
            ? await ReadAsync(connection, work)
            : await ReadOnlyFile.ReadAsync(_path, async file => await ReadAsync(await OpenAsync(file, ct), work)));

    public async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken ct)
    {
        await _writer.WaitAsync(ct);
        try
        {
            return await ExplainAsync(async () =>
            {
                await using var connection = await OpenWritableAsync(ct) ?? throw new StorageException(SqliteSentences.ReadOnly(_path));
                connection.CreateFunction<string?, string?>("publisher_domain", address => address is null ? null : PublisherDomain.Of(new Uri(address)));
                connection.CreateFunction<string?, string?>("indexed_words", text => text is null ? null : TextWords.Indexed(text));
                await using var transaction = connection.BeginTransaction(deferred: false);
                var result = await work(connection);
                await transaction.CommitAsync(ct);
                return result;
            });
        }
        finally
        {
            _writer.Release();
        }
    }

    public Task<IReadOnlyList<string>> InspectAsync(CancellationToken ct) => ReadAsync<IReadOnlyList<string>>(
        async connection =>
        {
            var problems = new List<string>();
            var pages = await connection.QueryAsync<string>(new CommandDefinition("pragma quick_check", cancellationToken: ct));
            problems.AddRange(pages.Where(line => line != "ok").Select(line => $"{_path}: {line}"));
            var orphans = await connection.QueryAsync<string>(new CommandDefinition(
                "select distinct \"table\" from pragma_foreign_key_check", cancellationToken: ct));
            problems.AddRange(orphans.Select(table => $"{_path}: rows of {table} point at rows that are not there"));
            return problems;
        },
        ct);

    public void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
        _writer.Dispose();
    }

    /// <summary>Every archive gets its first table and the list of its steps in one transaction, so what has tables and no list is not ours.</summary>
    private async Task RefuseForeignAsync(SqliteConnection connection, CancellationToken ct)
    {
        var isForeign = await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select count(*) > 0 and sum(name = 'schema_migrations') = 0 from sqlite_master where type = 'table'", cancellationToken: ct));
        if (isForeign)
        {
            throw new StorageException($"{_path} is the database of another program: name another folder with --data.");
        }
    }

    /// <summary>
    /// SQLite opens a file that it may not write to as well; a service would fail at each write, and a reader leave files that the owner cannot open. The error is as SQLite's own
    /// would be.
    /// </summary>
    private static void RefuseReadOnly(SqliteConnection connection)
    {
        if (raw.sqlite3_db_readonly(connection.Handle, "main") == 1)
        {
            throw new SqliteException("read-only", raw.SQLITE_READONLY);
        }
    }

    private static async Task<T> ReadAsync<T>(SqliteConnection opened, Func<DbConnection, Task<T>> work)
    {
        await using var connection = opened;
        await using var transaction = connection.BeginTransaction(deferred: true);
        return await work(connection);
    }

    /// <summary>Null where nothing may be written.</summary>
    private async Task<SqliteConnection?> OpenWritableAsync(CancellationToken ct)
    {
        try
        {
            return IsReadOnly ? null : await OpenAsync(_connectionString, ct);
        }
        catch (SqliteException error) when (_onlyReads && SqliteSentences.MayBeReadOnly(error))
        {
            IsReadOnly = true;
            return null;
        }
    }

    private async Task<SqliteConnection> OpenAsync(string connectionString, CancellationToken ct)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(ct);
            if (!IsReadOnly)
            {
                RefuseReadOnly(connection);
            }

            await connection.ExecuteAsync(new CommandDefinition(OpeningPragmas, cancellationToken: ct));

            // Before the change of mode, which writes to the file.
            await RefuseForeignAsync(connection, ct);
            if (!IsReadOnly && await connection.ExecuteScalarAsync<string>(new CommandDefinition("pragma journal_mode", cancellationToken: ct)) != "wal")
            {
                await connection.ExecuteAsync(new CommandDefinition("pragma journal_mode = wal", cancellationToken: ct));
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task<T> ExplainAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (SqliteException error) when (SqliteSentences.Of(_path, error) is { } sentence)
        {
            throw new StorageException(sentence, error);
        }
    }

    private static void RefuseUnsafe(string version)
    {
        if (Version.Parse(version) < OldestSafe)
        {
            throw new StorageException($"SQLite {version} can damage an archive: install {OldestSafe} or newer.");
        }
    }

    private static List<Migration> EmbeddedMigrations()
    {
        var assembly = Assembly.GetExecutingAssembly();
        const string Folder = ".Storage.Sqlite.Migrations.";
        var names = assembly.GetManifestResourceNames().Where(name => name.Contains(Folder, StringComparison.Ordinal));

        return [.. names.Order(StringComparer.Ordinal).Select((resource, position) =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var start = resource.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length;
            return new Migration(position + 1, Path.GetFileNameWithoutExtension(resource[start..]), reader.ReadToEnd());
        })];
    }
}
