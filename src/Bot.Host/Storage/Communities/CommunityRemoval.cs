using System.Data.Common;
using Bot.Digest.Ports;
using Bot.Host.Storage.Deliveries;
using Dapper;

namespace Bot.Host.Storage.Communities;

/// <summary>Takes out all rows of a community; within one transaction. Sources that nobody follows then are for <see cref="ArticleRemoval.PurgeAsync(IDatabase, CancellationToken)"/>.</summary>
internal static class CommunityRemoval
{
    private const string ItsChannels = "(select c.id from channels c where c.community_id = @Community)";

    // In an order that leaves no row pointing at one that is gone.
    private static readonly string[] Rows =
    [
        $"delete from corrections where channel_id in {ItsChannels}",
        $"delete from deliveries where channel_id in {ItsChannels}",
        $"delete from slots where subscription_id in (select s.id from subscriptions s where s.channel_id in {ItsChannels})",
        .. EditionRows.Untold,
        $"delete from follows where subscription_id in (select s.id from subscriptions s where s.channel_id in {ItsChannels})",
        $"delete from subscriptions where channel_id in {ItsChannels}",
        "delete from channels where community_id = @Community",
        "delete from filters where community_id = @Community",
        "delete from hidden_articles where community_id = @Community",
        "delete from source_notices where community_id = @Community",
        "delete from quote_marks where community_id = @Community",
        "delete from marked_quotes where community_id = @Community",
        "delete from reports where community_id = @Community",
        "delete from changes where community_id = @Community",
        // Who a person is holds for everybody, whoever corrected it where.
        "update person_edits set community_id = @Everybody where community_id = @Community",
        """
        update source_visits
        set due_at = null
        where source_id in (select c.source_id from community_sources c where c.community_id = @Community)
            and not exists (
                select 1
                from community_sources o
                where o.source_id = source_visits.source_id and o.community_id <> @Community and o.paused_at is null)
        """,
        "delete from community_sources where community_id = @Community",
        """
        delete from platform_state
        where platform = (select m.platform from communities m where m.id = @Community)
            and name like '% ' || (select m.chat from communities m where m.id = @Community)
        """,
        $"""
        update changes
        set object = '', about_community_id = null
        where about_community_id = @Community
            or (about_community_id is null
                and kind in ({(int)ChangeKind.CommunityApproved}, {(int)ChangeKind.CommunityBlocked}, {(int)ChangeKind.CommunityLimited})
                and object = (select m.name from communities m where m.id = @Community)
                and not exists (select 1 from communities o where o.id <> @Community and o.name = changes.object))
        """,
        // What the operator decided would be undone by coming again.
        $"delete from communities where id = @Community and standing <> {(int)CommunityStanding.Blocked} and most_sources is null",
        """
        update communities
        set name = '', zone = null, language = null, quiet_from = null, quiet_to = null, managers = null, left_at = null, additions_day = 0, additions = 0
        where id = @Community
        """,
    ];

    /// <summary>Takes a community out, but for what the operator decided about it.</summary>
    public static async Task RemoveAsync(DbConnection connection, long community, CancellationToken ct)
    {
        foreach (var sql in Rows)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                sql, new { Community = community, Everybody = CommunityId.DefaultSet.Value }, cancellationToken: ct));
        }
    }
}
