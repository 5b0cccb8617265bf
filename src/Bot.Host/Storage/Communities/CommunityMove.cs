using System.Data.Common;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Communities;

/// <summary>A community that has another id on its platform; within one transaction.</summary>
internal static class CommunityMove
{
    /// <summary>
    /// What points at a community. A row that would stand there twice is left where it is, and goes with the community. A Telegram group that became a
    /// supergroup may have been entered under its new id before anybody told of the move.
    /// </summary>
    private static readonly string[] Repointed =
    [
        "update channels set community_id = @To where community_id = @From",
        "update filters set community_id = @To where community_id = @From",
        "update changes set community_id = @To where community_id = @From",
        "update person_edits set community_id = @To where community_id = @From",
        """
        update community_sources set community_id = @To
        where community_id = @From and source_id not in (select c.source_id from community_sources c where c.community_id = @To)
        """,
        "delete from community_sources where community_id = @From",
        """
        update hidden_articles set community_id = @To
        where community_id = @From and article_id not in (select h.article_id from hidden_articles h where h.community_id = @To)
        """,
        "delete from hidden_articles where community_id = @From",
        """
        insert into source_notices (community_id, source_id, doubt, is_gone, seen_at, told_at)
        select @To, source_id, doubt, is_gone, seen_at, told_at from source_notices where community_id = @From
        on conflict (community_id, source_id, seen_at) do nothing
        """,
        "delete from source_notices where community_id = @From",
        """
        insert into quote_marks (community_id, source_name, article_key, hash, paragraph_hash, span_start, span_end, mark)
        select @To, source_name, article_key, hash, paragraph_hash, span_start, span_end, mark from quote_marks where community_id = @From
        on conflict (community_id, source_name, article_key, hash) do nothing
        """,
        "delete from quote_marks where community_id = @From",
        """
        insert into marked_quotes (community_id, quote_id, mark) select @To, quote_id, mark from marked_quotes where community_id = @From
        on conflict (community_id, quote_id) do nothing
        """,
        "delete from marked_quotes where community_id = @From",
        """
        update reports set community_id = @To
        where community_id = @From and not exists (
            select 1
            from reports o
            where o.community_id = @To and o.article_id = reports.article_id and o.words = reports.words and o.kind = reports.kind
                and o.made_by = reports.made_by)
        """,
        "delete from reports where community_id = @From",
        $"""
        update communities set standing = {(int)CommunityStanding.Blocked}
        where id = @To and exists (select 1 from communities o where o.id = @From and o.standing = {(int)CommunityStanding.Blocked})
        """,
        "delete from communities where id = @From",
    ];

    /// <summary>Gives the community its new id, and makes the one that has that id already part of it.</summary>
    public static async Task MoveAsync(DbConnection connection, string platform, string from, string to, CancellationToken ct)
    {
        if (from == to || await FindAsync(connection, platform, from, ct) is not { } moved)
        {
            return;
        }

        if (await FindAsync(connection, platform, to, ct) is { } there)
        {
            foreach (var sql in Repointed)
            {
                await connection.ExecuteAsync(new CommandDefinition(sql, new { From = there, To = moved }, cancellationToken: ct));
            }
        }

        await connection.ExecuteAsync(new CommandDefinition(
            "delete from platform_state where platform = @Platform and name like '% ' || @From", new { Platform = platform, From = from }, cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            "update communities set chat = @Chat where id = @Id", new { Id = moved, Chat = to }, cancellationToken: ct));
    }

    /// <summary>The number of a community; null when there is none.</summary>
    public static Task<long?> FindAsync(DbConnection connection, string platform, string chat, CancellationToken ct) =>
        connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "select id from communities where platform = @Platform and chat = @Chat and chat <> ''", new { Platform = platform, Chat = chat }, cancellationToken: ct));
}
