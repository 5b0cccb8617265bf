using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.DiscordStandIn.Communities;

namespace Bot.DiscordStandIn.Rest;

/// <summary>Threads: begun in a channel, or in a forum with their first message.</summary>
internal sealed class ThreadEndpoints(World world)
{
    public IEnumerable<KeyValuePair<string, Func<RestCall, RestAnswer>>> All() =>
        [new("create_thread", Create), new("get_active_guild_threads", List), new("get_thread_member", FindMember)];

    private RestAnswer Create(RestCall call)
    {
        if (world.Channel(call["channel_id"]) is not { Guild: { HasBot: true } guild } channel)
        {
            return RestAnswer.UnknownChannel;
        }

        if (!channel.BotMay.HasFlag(Permissions.ViewChannel))
        {
            return RestAnswer.MissingAccess;
        }

        if (!channel.BotMay.HasFlag(Permissions.SendMessages))
        {
            return RestAnswer.MissingPermissions;
        }

        var first = MessageBody.Field(call.Json, "message");
        if (channel.Kind == ChannelKind.Forum != first is { ValueKind: JsonValueKind.Object })
        {
            return RestAnswer.InvalidForm([new("/message", "missing", "belongs to what begins in a forum, and to nothing else")]);
        }

        var thread = guild.AddChannel(MessageBody.Text(call.Json, "name"), ChannelKind.Thread, channel);
        if (first is { } message)
        {
            // The first message of a thread in a forum has the id of the thread.
            var posted = new PostedMessage(world, thread, MessageBody.Number(message, "flags") & MessageEndpoints.SettableFlags, thread.Id);
            posted.Apply(message, [.. call.Files.Values], isEdit: false);
            thread.Held.Add(posted);
            world.Happenings.Tell();
        }

        return new(201, thread.ToJson());
    }

    private RestAnswer FindMember(RestCall call) => world.Channel(call["channel_id"]) is not { IsThread: true } thread
        ? RestAnswer.UnknownChannel
        : !thread.HasMember(call["user_id"]) ? RestAnswer.UnknownMember
        : new(200, new JsonObject
        {
            ["id"] = thread.IdText,
            ["user_id"] = call["user_id"],
            ["join_timestamp"] = Snowflakes.TimeOf(thread.Id).ToString("O", CultureInfo.InvariantCulture),
            ["flags"] = 0,
        });

    private RestAnswer List(RestCall call) => world.FindGuild(call["guild_id"]) is not { } guild
        ? RestAnswer.UnknownGuild
        : new(200, new JsonObject
        {
            ["threads"] = new JsonArray([.. guild.Channels.Where(one => one is { IsThread: true, IsArchived: false }).Select(one => one.ToJson())]),
            ["members"] = new JsonArray(),
            ["has_more"] = false,
        });
}
