using System.Text.Json.Nodes;
using Bot.TelegramStandIn.Chats;

namespace Bot.TelegramStandIn.Scenario;

/// <summary>What people do with chats, and what the bot is told of it.</summary>
public static class ChatLife
{
    private static readonly string[] PosterRights = ["can_post_messages", "can_edit_messages", "can_manage_chat"];

    /// <summary>Takes the bot into a group, or as an administrator into a channel.</summary>
    public static void AddsBot(this Person who, Chat to)
    {
        var status = to.Kind == ChatKind.Channel ? MemberStatus.Administrator : MemberStatus.Member;
        who.Changes(to, new(who.Stand.Bot, status, new HashSet<string>(to.Kind == ChatKind.Channel ? PosterRights : [], StringComparer.Ordinal)));
        if (to.Kind != ChatKind.Channel)
        {
            who.Serves(to, null, "new_chat_members", new JsonArray(who.Stand.Bot.ToWire()));
        }
    }

    /// <summary>Throws the bot out.</summary>
    public static void KicksBot(this Person who, Chat from) => who.Changes(from, Membership.Of(who.Stand.Bot, MemberStatus.Kicked));

    /// <summary>Blocks the bot: it may write to this person no more.</summary>
    public static void BlocksBot(this Person who) => who.Changes(who.Private, Membership.Of(who.Stand.Bot, MemberStatus.Kicked));

    /// <summary>Takes it back.</summary>
    public static void UnblocksBot(this Person who) => who.Changes(who.Private, Membership.Of(who.Stand.Bot, MemberStatus.Member));

    /// <summary>Gives the bot the status of an administrator, with rights by the names of the wire.</summary>
    public static void PromotesBot(this Person who, Chat chat, params string[] rights) =>
        who.Changes(chat, new(who.Stand.Bot, MemberStatus.Administrator, new HashSet<string>(rights.Append("can_manage_chat"), StringComparer.Ordinal)));

    /// <summary>Leaves the bot in the chat and takes it all rights but the named ("can_send_messages").</summary>
    public static void RestrictsBot(this Person who, Chat chat, params string[] rights) =>
        who.Changes(chat, new(who.Stand.Bot, MemberStatus.Restricted, new HashSet<string>(rights.Append("is_member"), StringComparer.Ordinal)));

    /// <summary>Closes the account: nobody can write to it any more, and nobody is told.</summary>
    public static void Deactivates(this Person who)
    {
        lock (who.Stand.World.Gate)
        {
            who.Private.IsDeactivated = true;
        }
    }

    /// <summary>Comes into a chat, or becomes something else there.</summary>
    /// <param name="isAnonymous">Whether an administrator writes in the name of the group.</param>
    public static void Joins(this Person who, Chat chat, MemberStatus status = MemberStatus.Member, bool isAnonymous = false) =>
        who.Changes(chat, new(who.Account, status, new HashSet<string>(StringComparer.Ordinal), isAnonymous));

    /// <summary>Goes.</summary>
    public static void Leaves(this Person who, Chat chat) => who.Changes(chat, Membership.Of(who.Account, MemberStatus.Left));

    /// <summary>Deletes a group for everybody.</summary>
    public static void Deletes(this Person who, Chat group)
    {
        lock (who.Stand.World.Gate)
        {
            group.IsGone = true;
        }
    }

    /// <summary>Makes a supergroup the place where the posts of a channel are spoken of: each stands there, too, from now on. The bot is told nothing.</summary>
    public static void Links(this Person who, Chat channel, Chat group)
    {
        lock (who.Stand.World.Gate)
        {
            channel.Discussion = group;
        }
    }

    /// <summary>Makes a supergroup of a group: another id, the same people.</summary>
    /// <param name="isTold">Whether the bot is told by service messages; otherwise it learns it when it writes.</param>
    public static Chat Upgrades(this Person who, Chat group, bool isTold = true, bool isForum = false)
    {
        var world = who.Stand.World;
        lock (world.Gate)
        {
            var now = world.NewChat(ChatKind.Supergroup, group.Title, group.Username, isForum);
            foreach (var (id, member) in group.Members)
            {
                now.Members[id] = member;
            }

            group.UpgradedTo = now;
            if (isTold)
            {
                who.Serves(group, null, "migrate_to_chat_id", now.Id);
                who.Serves(now, null, "migrate_from_chat_id", group.Id);
            }

            return now;
        }
    }

    /// <summary>Opens a topic.</summary>
    public static Topic OpensTopic(this Person who, Chat forum, string name)
    {
        lock (who.Stand.World.Gate)
        {
            var topic = new Topic(forum.NextMessage, name);
            forum.Topics[topic.Id] = topic;
            who.Serves(forum, topic, "forum_topic_created", new JsonObject { ["name"] = name, ["icon_color"] = 7_322_096 });
            return topic;
        }
    }

    public static void Closes(this Person who, Chat forum, Topic topic)
    {
        topic.IsClosed = true;
        who.Serves(forum, topic, "forum_topic_closed", new JsonObject());
    }

    public static void Reopens(this Person who, Chat forum, Topic topic)
    {
        topic.IsClosed = false;
        who.Serves(forum, topic, "forum_topic_reopened", new JsonObject());
    }

    /// <summary>Deletes a topic with all that is in it; the bot is told nothing.</summary>
    public static void Deletes(this Person who, Topic topic)
    {
        lock (who.Stand.World.Gate)
        {
            topic.IsDeleted = true;
        }
    }

    /// <summary>Deletes a message; the bot is told nothing.</summary>
    public static void Deletes(this Person who, Message message)
    {
        lock (who.Stand.World.Gate)
        {
            message.IsDeleted = true;
        }
    }

    /// <summary>Changes what somebody is in a chat. The bot is told of itself always, of others when it asked for that and is an administrator.</summary>
    private static void Changes(this Person who, Chat chat, Membership next)
    {
        var world = who.Stand.World;
        lock (world.Gate)
        {
            var before = chat.MembershipOf(next.Who);
            chat.Members[next.Who.Id] = next;
            var isBot = next.Who == world.Bot;
            if (isBot || chat.MembershipOf(world.Bot).IsAdministrator)
            {
                world.Tell(isBot ? "my_chat_member" : "chat_member", new JsonObject
                {
                    ["chat"] = chat.ToWire(),
                    ["from"] = who.Account.ToWire(),
                    ["date"] = world.UnixTime,
                    ["old_chat_member"] = before.ToWire(),
                    ["new_chat_member"] = next.ToWire(),
                });
            }
        }
    }

    /// <summary>A message of the service itself, which privacy mode holds back from nobody.</summary>
    private static void Serves(this Person who, Chat chat, Topic? topic, string field, JsonNode content)
    {
        var world = who.Stand.World;
        lock (world.Gate)
        {
            var wire = world.NewMessage(chat, who.Account, null, topic?.Id);
            wire[field] = content;
            var message = new Message(chat, (int)wire["message_id"]!, who.Account, wire);
            chat.Messages[message.Id] = message;
            if (chat.MembershipOf(world.Bot).IsInside)
            {
                world.Tell("message", wire.DeepClone().AsObject());
            }
        }
    }
}
