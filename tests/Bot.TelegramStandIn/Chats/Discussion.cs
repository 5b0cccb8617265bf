using System.Text.Json.Nodes;

namespace Bot.TelegramStandIn.Chats;

/// <summary>A channel's posts in its discussion group, where each stands once more (core.telegram.org/bots/api#message, is_automatic_forward).</summary>
internal static class Discussion
{
    /// <summary>In whose name the service forwards.</summary>
    private static readonly Account Service = new(777_000, "Telegram", null, null, IsBot: false);

    private static readonly string[] Content = ["text", "entities", "caption", "caption_entities", "document"];

    /// <summary>Does nothing for what is no post of a channel with such a group.</summary>
    public static void Forward(World world, Message post)
    {
        if (post.Chat.Discussion is not { } group)
        {
            return;
        }

        var wire = world.NewMessage(group, Service, post.Chat, topic: null);
        wire["is_automatic_forward"] = true;
        wire["forward_origin"] = new JsonObject
        {
            ["type"] = "channel",
            ["date"] = world.UnixTime,
            ["chat"] = post.Chat.ToWire(),
            ["message_id"] = post.Id,
        };
        foreach (var field in Content.Where(field => post.Wire[field] is not null))
        {
            wire[field] = post.Wire[field]!.DeepClone();
        }

        post.InDiscussion = group.Messages[(int)wire["message_id"]!] = new Message(group, (int)wire["message_id"]!, Service, wire);
        if (group.MembershipOf(world.Bot) is { IsInside: true } bot && (bot.IsAdministrator || world.Options.ReadsAllMessages))
        {
            world.Tell("message", wire.DeepClone().AsObject());
        }
    }
}
