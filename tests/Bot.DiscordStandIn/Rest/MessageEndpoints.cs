using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.DiscordStandIn.Communities;

namespace Bot.DiscordStandIn.Rest;

/// <summary>Messages in channels, by the bot itself.</summary>
internal sealed class MessageEndpoints(World world)
{
    /// <summary>Flags that a bot may set on a message of its own.</summary>
    public const int SettableFlags = PostedMessage.SuppressEmbeds | PostedMessage.Silent | PostedMessage.NewComponents;

    public IEnumerable<KeyValuePair<string, Func<RestCall, RestAnswer>>> All() =>
    [
        new("get_channel", call => Reach(call, out var channel) ?? new RestAnswer(200, channel!.ToJson())),
        new("create_message", Create),
        new("list_messages", List),
        new("get_message", call => Own(call, out var message) ?? new RestAnswer(200, message!.ToJson())),
        new("update_message", Update),
        new("delete_message", Delete),
        new("crosspost_message", call => Own(call, out var message) ?? new RestAnswer(200, message!.ToJson())),
        new("trigger_typing_indicator", call => Reach(call, out _) ?? RestAnswer.Done),
    ];

    private RestAnswer Create(RestCall call)
    {
        if (Reach(call, out var channel) is { } refused || (refused = MayWrite(channel!, call)) is not null)
        {
            return refused;
        }

        var nonce = MessageBody.Field(call.Json, "nonce") is { ValueKind: JsonValueKind.String or JsonValueKind.Number } given ? given.ToString() : null;
        var isEnforced = MessageBody.Field(call.Json, "enforce_nonce") is { ValueKind: JsonValueKind.True };
        if (isEnforced && channel!.Held.Find(one => one.Nonce == nonce && one.PostedAt > world.Clock.GetUtcNow() - PostedMessage.NonceLife) is { } same)
        {
            return new(200, same.ToJson());
        }

        channel!.IsArchived = false;
        var message = new PostedMessage(world, channel, MessageBody.Number(call.Json, "flags") & SettableFlags) { Nonce = nonce };
        message.Apply(call.Json, [.. call.Files.Values], isEdit: false);
        channel.Held.Add(message);
        world.Happenings.Tell();
        return new(200, message.ToJson());
    }

    private static RestAnswer? MayWrite(Channel channel, RestCall call)
    {
        var needed = channel.IsThread ? Permissions.SendMessagesInThreads : Permissions.SendMessages;
        needed |= MessageBody.Items(call.Json, "embeds").Any() ? Permissions.EmbedLinks : Permissions.None;
        needed |= call.Files.Count > 0 ? Permissions.AttachFiles : Permissions.None;
        return channel switch
        {
            { RefusesBot: true } => RestAnswer.RefusesMessages,
            { Kind: ChannelKind.Forum } => RestAnswer.NoTextChannel,
            { Guild: not null } when (channel.BotMay & needed) != needed => RestAnswer.MissingPermissions,
            { IsLocked: true } when !channel.BotMay.HasFlag(Permissions.ManageThreads) => RestAnswer.ThreadIsLocked,
            _ => Rules.MessageRules.IsEmpty(call.Json, call.Files.Count) ? RestAnswer.EmptyMessage : null,
        };
    }

    private RestAnswer List(RestCall call)
    {
        if (Reach(call, out var channel) is { } refused)
        {
            return refused;
        }

        var most = call.Query.TryGetValue("limit", out var limit) ? int.Parse(limit.ToString(), System.Globalization.CultureInfo.InvariantCulture) : 50;

        // Without the right to read what was written before, Discord answers with an empty list.
        var visible = channel!.BotMay.HasFlag(Permissions.ReadMessageHistory) ? channel.Held.Where(one => !one.IsEphemeral) : [];
        return new(200, new JsonArray([.. visible.Reverse().Take(most).Select(one => one.ToJson())]));
    }

    private RestAnswer Update(RestCall call)
    {
        if (Own(call, out var message) is { } refused)
        {
            return refused;
        }

        message!.Apply(call.Json, [.. call.Files.Values], isEdit: true);
        message.Flags = MessageBody.Field(call.Json, "flags") is { ValueKind: JsonValueKind.Number } flags ? (message.Flags & ~SettableFlags) | (flags.GetInt32() & SettableFlags) : message.Flags;
        world.Happenings.Tell();
        return new(200, message.ToJson());
    }

    private RestAnswer Delete(RestCall call)
    {
        if (Own(call, out var message) is { } refused)
        {
            return refused;
        }

        message!.IsDeleted = true;
        message.Channel.Held.Remove(message);
        world.Happenings.Tell();
        return RestAnswer.Done;
    }

    private RestAnswer? Own(RestCall call, out PostedMessage? message)
    {
        message = null;
        if (Reach(call, out var channel) is { } refused)
        {
            return refused;
        }

        message = channel!.Held.Find(one => one.IdText == call["message_id"] && !one.IsEphemeral);
        return message is null ? RestAnswer.UnknownMessage : null;
    }

    private RestAnswer? Reach(RestCall call, out Channel? channel)
    {
        channel = world.Channel(call["channel_id"]);
        return channel switch
        {
            null => RestAnswer.UnknownChannel,
            { Guild.HasBot: false } => RestAnswer.MissingAccess,
            { Guild: not null } when !channel.BotMay.HasFlag(Permissions.ViewChannel) => RestAnswer.MissingAccess,
            _ => null,
        };
    }
}
