using System.Data.Common;
using Bot.Digest.Chat;
using Bot.Host.Storage.Communities;
using Dapper;

namespace Bot.Host.Storage.Deliveries;

/// <summary>A channel that has another address, with all channels of its community when that has one: rewritten everywhere; within one transaction.</summary>
internal sealed class ChannelMove(DbConnection connection)
{
    /// <summary>What points at a channel.</summary>
    private static readonly string[] Repointed =
    [
        "update deliveries set channel_id = @To where channel_id = @From",
        // Numbers go on behind those that stand there.
        """
        update subscriptions
        set channel_id = @To, number = number + (select coalesce(max(o.number), 0) from subscriptions o where o.channel_id = @To)
        where channel_id = @From
        """,
        "update corrections set channel_id = @To where channel_id = @From",
        "delete from channels where id = @From",
    ];

    /// <summary>The answer that tells of a move and the message that does may both come: the second finds nothing to do.</summary>
    public async Task MoveAsync(ChatAddress from, ChatAddress to, CancellationToken ct)
    {
        if (from.Community != to.Community)
        {
            // Under the numbers of messages that stand in the old chat the new one has others: they can be edited and answered no more.
            await connection.ExecuteAsync(new CommandDefinition(
                "update deliveries set message = null where message is not null and channel_id in (select id from channels where platform = @Platform and chat = @Chat)",
                new { from.Platform, Chat = from.Community },
                cancellationToken: ct));
        }

        await CommunityMove.MoveAsync(connection, to.Platform, from.Community, to.Community, ct);
        if (await Channels.FindAsync(connection, from, ct) is { } moved)
        {
            await MoveOneAsync(moved, to, ct);
        }

        if (from.Community == to.Community)
        {
            return;
        }

        var others = await connection.QueryAsync<(long Id, string Channel)>(new CommandDefinition(
            "select id, channel from channels where platform = @Platform and chat = @Chat",
            new { to.Platform, Chat = from.Community },
            cancellationToken: ct));
        foreach (var (other, channel) in others.AsList())
        {
            await MoveOneAsync(other, to with { Channel = channel == from.Community ? to.Community : channel }, ct);
        }
    }

    private async Task MoveOneAsync(long channel, ChatAddress to, CancellationToken ct)
    {
        var there = await Channels.FindAsync(connection, to, ct);
        if (there is null)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "update channels set platform = @Platform, chat = @Chat, channel = @Channel where id = @From",
                new { From = channel, to.Platform, Chat = to.Community, to.Channel },
                cancellationToken: ct));
        }
        else if (there != channel)
        {
            foreach (var sql in Repointed)
            {
                await connection.ExecuteAsync(new CommandDefinition(sql, new { From = channel, To = there }, cancellationToken: ct));
            }
        }
    }
}
