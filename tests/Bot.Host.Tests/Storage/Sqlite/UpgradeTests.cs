using Bot.Host.Storage;
using Bot.Host.Storage.Sqlite;
using Dapper;

namespace Bot.Host.Tests.Storage.Sqlite;

/// <summary>What becomes of the rows of an archive that an earlier program wrote.</summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly TemporaryArchive _archive = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _archive.Dispose();

    [Fact]
    public async Task Sources_get_the_publisher_of_their_domain_or_else_of_their_name()
    {
        using var database = await UpgradedAsync(
            1,
            """
            insert into sources (id, name, search_name, added_at) values
                (1, 'Post', 'post', 0), (2, 'Post Sport', 'post sport', 0), (3, 'Daily', 'daily', 0), (4, 'Daily', 'daily', 0),
                (5, 'Post', 'post', 0), (6, 'Collected', 'collected', 0), (7, 'Files', 'files', 0);
            insert into articles (source_id, key, place, title, address, published_at, published_is_stated, added_at, revision, hash, summary, first_quote, quote_count) values
                (1, 'a', 1, 'A', 'https://www.post.example/a', 0, 1, 0, 1, '', '', 0, 0),
                (1, 'b', 2, 'B', null, 0, 1, 0, 1, '', '', 0, 0),
                (2, 'c', 3, 'C', 'https://sport.post.example/c', 0, 1, 0, 1, '', '', 0, 0),
                (3, 'd', 4, 'D', 'https://daily.example/d', 0, 1, 0, 1, '', '', 0, 0),
                (4, 'e', 5, 'E', 'https://other.example/e', 0, 1, 0, 1, '', '', 0, 0),
                (6, 'f', 6, 'F', 'https://post.example/f', 0, 1, 0, 1, '', '', 0, 0),
                (6, 'g', 7, 'G', 'https://daily.example/g', 0, 1, 0, 1, '', '', 0, 0);
            """);

        var owned = await database.ReadAsync(
            connection => connection.QueryAsync<string>(
                "select p.name || ': ' || group_concat(s.id) from publishers p left join sources s on s.publisher_id = p.id group by p.id order by min(s.id)"),
            Ct);

        Assert.Equal(["Post: 1,2,5", "Daily: 3", "Daily: 4", "Collected: 6", "Files: 7"], owned);
        Assert.Equal("post.example", await database.ReadAsync(connection => connection.ExecuteScalarAsync<string>("select domain from sources where id = 2"), Ct));
    }

    /// <summary>An archive with rows of an earlier schema, brought up to this one.</summary>
    private async Task<SqliteDatabase> UpgradedAsync(int steps, string rows)
    {
        var database = new SqliteDatabase(_archive.File);
        await new Migrator(new EarlierSchema(database, steps), TimeProvider.System).MigrateAsync(Ct);
        await database.WriteAsync(connection => connection.ExecuteAsync(rows), Ct);
        await new Migrator(database, TimeProvider.System).MigrateAsync(Ct);
        return database;
    }
}
