using System.Data.Common;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Sources;

/// <summary>Takes sources to where their publishers moved them.</summary>
internal static class SourceMoves
{
    // Who follows both keeps the name and the pause of the one that stays.
    private static readonly string[] Merge =
    [
        """
        insert into community_sources (community_id, source_id, name, search_name, added_by, added_at, paused_at)
        select community_id, @Other, name, search_name, added_by, added_at, paused_at
        from community_sources
        where source_id = @Source
        on conflict (community_id, source_id) do nothing
        """,
        // What was kept out of the one is kept out of the other; filters of the first still judge the articles that it brought.
        """
        insert into filters (community_id, source_id, includes, kind, text, made_by, made_at)
        select community_id, @Other, includes, kind, text, made_by, made_at
        from filters f
        where source_id = @Source and not exists (
            select 1
            from filters same
            where same.community_id = f.community_id and same.source_id = @Other and same.includes = f.includes and same.kind = f.kind and same.text = f.text)
        """,
        // Its articles stay with those who had them; it is visited no more.
        "update sources set kind = 0, address = null where id = @Source",
        "update source_visits set due_at = null where source_id = @Source",
        "update source_visits set due_at = coalesce(due_at, @Now) where source_id = @Other and not is_gone",
    ];

    /// <summary>Rewrites the address; two sources that end at one address are one from then on, and all who followed either follow it.</summary>
    public static async Task MoveAsync(DbConnection connection, SourceId source, Uri target, DateTimeOffset now, CancellationToken ct)
    {
        var other = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "select id from sources where address = @Target and id <> @Source",
            new { Target = target.AbsoluteUri, Source = source.Value },
            cancellationToken: ct));
        string[] steps = other is null ? ["update sources set address = @Target where id = @Source"] : Merge;
        foreach (var sql in steps)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                sql,
                new { Target = target.AbsoluteUri, Source = source.Value, Other = other, Now = Stored.Moment(now) },
                cancellationToken: ct));
        }
    }
}
