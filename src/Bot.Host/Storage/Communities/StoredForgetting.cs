using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Communities;

/// <summary>Takes people and communities out of the archive's database.</summary>
public sealed class StoredForgetting(IDatabase database) : IForgetting
{
    /// <summary>Where somebody is named.</summary>
    private static readonly string[] Names =
    [
        "update person_edits set made_by = '' where made_by = @Name",
        "update person_edits set undone_by = '' where undone_by = @Name",
        "update community_sources set added_by = '' where added_by = @Name",
        "update filters set made_by = '' where made_by = @Name",
        "update changes set made_by = '' where made_by = @Name",
        "update subscriptions set made_by = '' where made_by = @Name",
        "delete from reports where made_by = @Name",
    ];

    public async Task ForgetUserAsync(string platform, string user, CancellationToken ct)
    {
        await database.WriteAsync(
            async connection =>
            {
                foreach (var sql in Names)
                {
                    await connection.ExecuteAsync(new CommandDefinition(sql, new { Name = Editor.NameOf(platform, user) }, cancellationToken: ct));
                }

                foreach (var direct in ChatAddress.DirectOf(user))
                {
                    if (await CommunityMove.FindAsync(connection, platform, direct, ct) is { } privateChat)
                    {
                        await CommunityRemoval.RemoveAsync(connection, privateChat, ct);
                    }
                }

                return 0;
            },
            ct);
        await ArticleRemoval.PurgeAsync(database, ct);
    }

    public async Task<bool> ForgetCommunityAsync(CommunityId community, CancellationToken ct)
    {
        var isForgotten = await database.WriteAsync(
            async connection =>
            {
                var isKnown = community != CommunityId.DefaultSet && await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
                    "select exists (select 1 from communities where id = @Community)", new { Community = community.Value }, cancellationToken: ct));
                if (isKnown)
                {
                    await CommunityRemoval.RemoveAsync(connection, community.Value, ct);
                }

                return isKnown;
            },
            ct);
        if (isForgotten)
        {
            await ArticleRemoval.PurgeAsync(database, ct);
        }

        return isForgotten;
    }
}
