using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Brings the schema of an archive up to what this program knows, one transaction a step.</summary>
public sealed class Migrator(IDatabase database, TimeProvider clock)
{
    /// <summary>Applies the steps that are missing; safe beside other processes doing the same.</summary>
    /// <exception cref="StorageException">
    /// The archive cannot be opened, was written by a newer program, or a step in it differs from the one known here; or steps are missing where nothing may be written.
    /// </exception>
    public async Task MigrateAsync(CancellationToken ct)
    {
        var applied = await database.ReadAsync(connection => AppliedAsync(connection, ct), ct);
        Verify(applied);
        if (database.IsReadOnly && applied.Count > 0 && applied.Count < database.Migrations.Count)
        {
            throw new StorageException(
                $"The archive was written by an earlier program (schema {applied.Count}, this one needs {database.Migrations.Count}) and is read-only for this user: start this one's service once as a user who may write there.");
        }

        foreach (var migration in database.Migrations.Skip(applied.Count))
        {
            await database.WriteAsync(connection => ApplyAsync(connection, migration, ct), ct);
        }
    }

    private async Task<int> ApplyAsync(DbConnection connection, Migration migration, CancellationToken ct)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            """
            create table if not exists schema_migrations (
                number bigint primary key, name text not null, hash text not null, applied_at bigint not null)
            """,
            cancellationToken: ct));

        // Another process may have been faster between the look and the lock.
        var applied = await AppliedAsync(connection, ct);
        Verify(applied);
        if (applied.Count >= migration.Number)
        {
            return 0;
        }

        await connection.ExecuteAsync(new CommandDefinition(migration.Sql, cancellationToken: ct));
        return await connection.ExecuteAsync(new CommandDefinition(
            "insert into schema_migrations (number, name, hash, applied_at) values (@Number, @Name, @Hash, @Now)",
            new { migration.Number, migration.Name, Hash = HashOf(migration), Now = clock.GetUtcNow().ToUnixTimeMilliseconds() },
            cancellationToken: ct));
    }

    private async Task<List<Row>> AppliedAsync(DbConnection connection, CancellationToken ct)
    {
        var tables = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            database.CountTables, new { Table = "schema_migrations" }, cancellationToken: ct));

        return tables == 0
            ? []
            : [.. await connection.QueryAsync<Row>(new CommandDefinition(
                "select number as Number, name as Name, hash as Hash from schema_migrations order by number", cancellationToken: ct))];
    }

    private void Verify(List<Row> applied)
    {
        if (applied.Count > database.Migrations.Count)
        {
            throw new StorageException(
                $"The archive was written by a newer program (schema {applied.Count}, this one knows {database.Migrations.Count}): use that one, or another data folder.");
        }

        foreach (var (row, known) in applied.Zip(database.Migrations))
        {
            if (row.Number != known.Number || row.Hash != HashOf(known))
            {
                throw new StorageException(
                    $"Step {row.Number} ({row.Name}) of the archive's schema differs from the one this program knows: use the program that wrote it, or restore a backup.");
            }
        }
    }

    private static string HashOf(Migration migration) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(migration.Sql)));

    private sealed class Row
    {
        public long Number { get; init; }

        public string Name { get; init; } = "";

        public string Hash { get; init; } = "";
    }
}
