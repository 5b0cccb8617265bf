using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>What platforms remember, by platform and name.</summary>
public sealed class StoredPlatformState(IDatabase database) : IPlatformState
{
    public Task<string?> ReadAsync(string platform, string name, CancellationToken ct) => database.ReadAsync(
        connection => connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "select value from platform_state where platform = @Platform and name = @Name", new { Platform = platform, Name = name }, cancellationToken: ct)),
        ct);

    public Task WriteAsync(string platform, string name, string value, CancellationToken ct) => database.WriteAsync(
        connection => connection.ExecuteAsync(new CommandDefinition(
            """
            insert into platform_state (platform, name, value) values (@Platform, @Name, @Value)
            on conflict (platform, name) do update set value = excluded.value
            """,
            new { Platform = platform, Name = name, Value = value },
            cancellationToken: ct)),
        ct);
}
