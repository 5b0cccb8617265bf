using System.Data.Common;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Sources;

/// <summary>What a source is called where a community did not name it.</summary>
internal static class SourceNaming
{
    /// <summary>Takes over how a source names itself.</summary>
    /// <param name="title">Null to leave the name as it is.</param>
    public static async Task RenameAsync(DbConnection connection, ClaimedSource source, string? title, CancellationToken ct)
    {
        if (title is null || title == source.Name)
        {
            return;
        }

        await connection.ExecuteAsync(new CommandDefinition(
            "update sources set name = @Name, search_name = @SearchName where id = @Source",
            new { Source = source.Id.Value, Name = title, SearchName = TextWords.Fold(title) },
            cancellationToken: ct));
        await Publishers.SettleAsync(connection, [source.Name], ct);
        await Publishers.SettleAsync(connection, [title], ct);
    }
}
