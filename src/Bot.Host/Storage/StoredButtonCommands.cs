using System.Buffers.Text;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Commands behind buttons, by a hash of them.</summary>
public sealed class StoredButtonCommands(IDatabase database, TimeProvider clock) : IButtonCommands
{
    /// <summary>128 bits of SHA-256: nobody finds two commands with one key.</summary>
    private const int KeyBytes = 16;

    /// <summary>How exactly it is known when one was used: writing it with each press would make every press wait for the disk.</summary>
    private static readonly TimeSpan Exactness = TimeSpan.FromDays(1);

    public async Task<IReadOnlyList<string>> KeepAsync(IReadOnlyList<string> commands, CancellationToken ct)
    {
        var keys = commands.Select(Key).ToList();
        var fresh = await database.ReadAsync(connection => FreshAsync(connection, keys, ct), ct);
        var missing = keys.Zip(commands).Where(pair => !fresh.Contains(pair.First)).DistinctBy(pair => pair.First).ToList();
        if (missing.Count > 0)
        {
            await database.WriteAsync(
                connection => connection.ExecuteAsync(new CommandDefinition(
                    """
                    insert into button_commands (key, command, used_at) values (@Key, @Command, @Now)
                    on conflict (key) do update set used_at = excluded.used_at
                    """,
                    missing.Select(pair => new { Key = pair.First, Command = pair.Second, Now = Now() }),
                    cancellationToken: ct)),
                ct);
        }

        return keys;
    }

    public async Task<string?> FindAsync(string key, CancellationToken ct)
    {
        var found = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
                "select command as Command, used_at as UsedAt from button_commands where key = @Key", new { Key = key }, cancellationToken: ct)),
            ct);
        if (found is not null && found.UsedAt < Now() - (long)Exactness.TotalMilliseconds)
        {
            await KeepAsync([found.Command], ct);
        }

        return found?.Command;
    }

    private static string Key(string command) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(command)).AsSpan(..KeyBytes));

    private async Task<HashSet<string>> FreshAsync(DbConnection connection, IReadOnlyList<string> keys, CancellationToken ct) =>
        [.. await connection.QueryAsync<string>(new CommandDefinition(
            "select key from button_commands where key in @Keys and used_at >= @Since",
            new { Keys = keys, Since = Now() - (long)Exactness.TotalMilliseconds },
            cancellationToken: ct))];

    private long Now() => Stored.Moment(clock.GetUtcNow());

    private sealed class Row
    {
        public string Command { get; init; } = "";

        public long UsedAt { get; init; }
    }
}
