using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Sources;

/// <summary>Until when hosts are left alone, in a table.</summary>
public sealed class StoredHostRests(IDatabase database) : IHostRests
{
    public Task<DateTimeOffset?> UntilAsync(string host, CancellationToken ct) => database.ReadAsync(
        async connection => await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "select until from host_rests where host = @Host", new { Host = host }, cancellationToken: ct)) is { } until
            ? Stored.Moment(until)
            : (DateTimeOffset?)null,
        ct);

    public Task RestAsync(string host, DateTimeOffset until, CancellationToken ct) => database.WriteAsync(
        connection => connection.ExecuteAsync(new CommandDefinition(
            """
            insert into host_rests (host, until) values (@Host, @Until)
            on conflict (host) do update set until = max(host_rests.until, excluded.until)
            """,
            new { Host = host, Until = Stored.Moment(until) },
            cancellationToken: ct)),
        ct);
}
