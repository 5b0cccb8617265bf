using System.Data.Common;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Deliveries;

/// <summary>Where digests go, by number.</summary>
internal static class Channels
{
    /// <summary>Condition that channel c is the one that is meant by the values @Platform, @Chat and @Channel, or that none is.</summary>
    public const string IsWanted = "(@Platform is null or (c.platform = @Platform and c.chat = @Chat and c.channel = @Channel))";

    /// <summary>The channel's number, given when it is new.</summary>
    public static async Task<long> EnterAsync(DbConnection connection, CommunityId community, ChatAddress channel, CancellationToken ct)
    {
        var values = new { Community = community.Value, channel.Platform, Chat = channel.Community, channel.Channel };
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into channels (community_id, platform, chat, channel) values (@Community, @Platform, @Chat, @Channel)
            on conflict (platform, chat, channel) do nothing
            """,
            values,
            cancellationToken: ct));
        return (await FindAsync(connection, channel, ct))!.Value;
    }

    /// <summary>The channel's number; null when nothing was ever ordered for it.</summary>
    public static Task<long?> FindAsync(DbConnection connection, ChatAddress channel, CancellationToken ct) =>
        connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "select id from channels where platform = @Platform and chat = @Chat and channel = @Channel",
            new { channel.Platform, Chat = channel.Community, channel.Channel },
            cancellationToken: ct));

    /// <summary>Where a channel is now.</summary>
    public static async Task<ChatAddress> AddressAsync(DbConnection connection, long channel, CancellationToken ct)
    {
        var (platform, chat, name) = await connection.QuerySingleAsync<(string, string, string)>(new CommandDefinition(
            "select platform, chat, channel from channels where id = @Channel", new { Channel = channel }, cancellationToken: ct));
        return new ChatAddress(platform, chat, name);
    }
}
