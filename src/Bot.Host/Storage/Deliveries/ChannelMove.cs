using System.Data.Common;
using Bot.Digest.Chat;
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
        """
        insert into told_articles (channel_id, told_at, story_id, article_id, slot_id)
        select @To, told_at, story_id, article_id, slot_id from told_articles where channel_id = @From
        on conflict (channel_id, told_at, story_id, article_id) do nothing
        """,
        "delete from told_articles where channel_id = @From",
        "delete from channels where id = @From",
    ];

    /// <summary>The answer that tells of a move and the message that does may both come: the second finds nothing to do.</summary>
    public async Task MoveAsync(long channel, ChatAddress to, CancellationToken ct)
    {
        var from = await connection.QuerySingleAsync<Row>(new CommandDefinition(
            "select id as Id, chat as Chat, channel as Channel, community_id as Community from channels where id = @Channel",
            new { Channel = channel },
            cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            """
            update communities
            set chat = @Chat
            where id = @Id and not exists (select 1 from communities o where o.platform = @Platform and o.chat = @Chat)
            """,
            new { Id = from.Community, to.Platform, Chat = to.Community },
            cancellationToken: ct));
        await MoveOneAsync(from.Id, to, ct);
        if (from.Chat == to.Community)
        {
            return;
        }

        var others = await connection.QueryAsync<Row>(new CommandDefinition(
            "select id as Id, chat as Chat, channel as Channel, community_id as Community from channels where platform = @Platform and chat = @Chat",
            new { to.Platform, from.Chat },
            cancellationToken: ct));
        foreach (var other in others)
        {
            await MoveOneAsync(other.Id, to with { Channel = other.Channel == from.Chat ? to.Community : other.Channel }, ct);
        }
    }

    private async Task MoveOneAsync(long channel, ChatAddress to, CancellationToken ct)
    {
        var values = new { From = channel, to.Platform, Chat = to.Community, to.Channel };
        var there = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "select id from channels where platform = @Platform and chat = @Chat and channel = @Channel", values, cancellationToken: ct));
        if (there is null)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "update channels set platform = @Platform, chat = @Chat, channel = @Channel where id = @From", values, cancellationToken: ct));
        }
        else if (there != channel)
        {
            foreach (var sql in Repointed)
            {
                await connection.ExecuteAsync(new CommandDefinition(sql, new { From = channel, To = there }, cancellationToken: ct));
            }
        }
    }

    private sealed class Row
    {
        public long Id { get; init; }

        public string Chat { get; init; } = "";

        public string Channel { get; init; } = "";

        public long Community { get; init; }
    }
}
