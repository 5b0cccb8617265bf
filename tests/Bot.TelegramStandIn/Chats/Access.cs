using System.Globalization;
using System.Text.Json.Nodes;
using Bot.TelegramStandIn.Wire;

namespace Bot.TelegramStandIn.Chats;

/// <summary>Whether the bot may do in a chat what it wants to do there, and in which words it is refused.</summary>
internal static class Access
{
    /// <summary>The chat of a request, which the bot may read.</summary>
    public static Chat Readable(World world, ApiCall call)
    {
        var chat = Known(world, call);
        return chat.Kind == ChatKind.Private || chat.MembershipOf(world.Bot).IsInside || chat.MembershipOf(world.Bot).Status == MemberStatus.Restricted ? chat : throw NotInside(world, chat);
    }

    /// <summary>The chat of a request, into which the bot may write.</summary>
    /// <param name="right">The right that a restricted bot needs for it ("can_send_messages").</param>
    public static Chat Writable(World world, ApiCall call, string right)
    {
        var chat = Known(world, call);
        if (chat.UpgradedTo is { } now)
        {
            throw new RefusalException(400, "Bad Request: group chat was upgraded to a supergroup chat", new JsonObject { ["migrate_to_chat_id"] = now.Id });
        }

        if (chat.IsGone)
        {
            throw RefusalException.Forbidden("the group chat was deleted");
        }

        if (chat.Kind == ChatKind.Private)
        {
            return PrivateChat(world, chat);
        }

        var bot = chat.MembershipOf(world.Bot);
        return !bot.IsInside ? throw NotInside(world, chat)
            : chat.Kind == ChatKind.Channel && !(bot.IsAdministrator && bot.Rights.Contains("can_post_messages")) ? throw RefusalException.Bad("need administrator rights in the channel chat")
            : bot.Status == MemberStatus.Restricted && !bot.Rights.Contains(right) ? throw RefusalException.Bad($"not enough rights to send {(right == "can_send_messages" ? "text messages" : right["can_send_".Length..])} to the chat")
            : chat;
    }

    /// <summary>The topic of a request; null for the chat itself.</summary>
    public static int? Topic(World world, Chat chat, ApiCall call)
    {
        if (call.Number("message_thread_id") is not { } thread)
        {
            return null;
        }

        if (!chat.Topics.TryGetValue((int)thread, out var topic) || topic.IsDeleted)
        {
            throw RefusalException.Bad("message thread not found");
        }

        return topic.IsClosed && !chat.MembershipOf(world.Bot).Rights.Contains("can_manage_topics") ? throw RefusalException.Bad("TOPIC_CLOSED") : topic.Id;
    }

    public static Message Message(Chat chat, ApiCall call, string missing) =>
        call.Number("message_id") is { } id && chat.Messages.TryGetValue((int)id, out var message) && !message.IsDeleted ? message : throw RefusalException.Bad(missing);

    private static Chat Known(World world, ApiCall call)
    {
        var asked = call.Chat ?? throw RefusalException.Bad("chat_id is empty");
        var chat = long.TryParse(asked, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)
            ? world.Chats.GetValueOrDefault(id)
            : world.Chats.Values.FirstOrDefault(chat => chat.Kind != ChatKind.Private && chat.Username is not null && asked == $"@{chat.Username}");
        return chat ?? throw RefusalException.Bad("chat not found");
    }

    private static Chat PrivateChat(World world, Chat chat) =>
        chat.IsDeactivated ? throw RefusalException.Forbidden("user is deactivated")
        : chat.MembershipOf(world.Bot).Status switch
        {
            MemberStatus.Kicked => throw RefusalException.Forbidden("bot was blocked by the user"),
            MemberStatus.Left => throw RefusalException.Forbidden("bot can't initiate conversation with a user"),
            _ => chat,
        };

    private static RefusalException NotInside(World world, Chat chat)
    {
        var kind = chat.Kind.ToString().ToLowerInvariant();
        return RefusalException.Forbidden(chat.MembershipOf(world.Bot).Status == MemberStatus.Kicked ? $"bot was kicked from the {kind} chat" : $"bot is not a member of the {kind} chat");
    }
}
