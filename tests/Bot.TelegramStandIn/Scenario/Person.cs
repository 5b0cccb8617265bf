using System.Text.Json.Nodes;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Methods;
using Bot.TelegramStandIn.Texts;

namespace Bot.TelegramStandIn.Scenario;

/// <summary>Somebody who writes to the bot and presses its buttons, as with an app of Telegram.</summary>
public sealed class Person
{
    /// <summary>In whose name anonymous administrators write; the same for all groups of the world.</summary>
    private static readonly Account Anonymous = new(1_087_968_824, "Group", "GroupAnonymousBot", null, IsBot: true);

    internal Person(TelegramServer stand, Account account) => (Stand, Account) = (stand, account);

    public Account Account { get; }

    internal TelegramServer Stand { get; }

    private World World => Stand.World;

    /// <summary>The chat with the bot alone.</summary>
    public Chat Private
    {
        get
        {
            lock (World.Gate)
            {
                return World.PrivateChat(Account);
            }
        }
    }

    /// <summary>Writes a message; without a chat to the bot alone, which it may then answer.</summary>
    /// <param name="replyTo">The message that it answers.</param>
    public Message Says(string text, Chat? to = null, Topic? topic = null, Message? replyTo = null) =>
        Write(to, topic, replyTo, text, null);

    /// <summary>Answers a message in its own chat and topic.</summary>
    public Message Replies(Message to, string text)
    {
        lock (World.Gate)
        {
            return Write(to.Chat, to.Topic is { } topic ? to.Chat.Topics[topic] : null, to, text, null);
        }
    }

    /// <summary>Sends a file with some words.</summary>
    public Message SendsDocument(string name, byte[] content, string caption = "", Chat? to = null, Topic? topic = null)
    {
        lock (World.Gate)
        {
            return Write(to, topic, null, caption, Files.Keep(World, name, content));
        }
    }

    /// <summary>Changes what was said.</summary>
    public void Edits(Message message, string text)
    {
        lock (World.Gate)
        {
            WriteText(message.Wire, "text", text);
            message.Wire["edit_date"] = World.UnixTime;
            if (Reaches(message, null))
            {
                World.Tell(message.Chat.Kind == ChatKind.Channel ? "edited_channel_post" : "edited_message", message.Wire.DeepClone().AsObject());
            }
        }
    }

    /// <summary>Presses a button under a message of the bot.</summary>
    /// <exception cref="InvalidOperationException">There is no such button, or it sends nothing to the bot.</exception>
    public Press Presses(Message message, string label)
    {
        lock (World.Gate)
        {
            return Forges(message, message.Button(label).Data ?? throw new InvalidOperationException($"The button \"{label}\" sends nothing to the bot."));
        }
    }

    /// <summary>Sends what no button of a message of the bot has to carry, as no app of Telegram does but its servers let pass.</summary>
    public Press Forges(Message message, string data)
    {
        lock (World.Gate)
        {
            var query = NewQuery();
            // Of a message that is no longer there only the place is told.
            var shown = message.IsDeleted ? new JsonObject { ["chat"] = message.Chat.ToWire(), ["message_id"] = message.Id, ["date"] = 0 } : message.Wire.DeepClone();
            World.Tell("callback_query", new JsonObject
            {
                ["id"] = query.Id,
                ["from"] = Account.ToWire(),
                ["message"] = shown,
                ["chat_instance"] = message.Chat.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["data"] = data,
            });
            return new(query);
        }
    }

    /// <summary>Types behind the bot's name in any chat.</summary>
    public Question Asks(string typed, string offset = "")
    {
        lock (World.Gate)
        {
            var query = NewQuery();
            World.Tell("inline_query", new JsonObject { ["id"] = query.Id, ["from"] = Account.ToWire(), ["query"] = typed, ["offset"] = offset, ["chat_type"] = "supergroup" });
            return new(query);
        }
    }

    private Query NewQuery()
    {
        var id = World.NewId();
        return World.Queries[id] = new(id, World.Clock.GetUtcNow() + World.Options.QueryLife, new(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    private Message Write(Chat? to, Topic? topic, Message? replyTo, string text, Document? file)
    {
        lock (World.Gate)
        {
            var chat = to ?? World.PrivateChat(Account);
            if (chat.Kind == ChatKind.Private && chat.MembershipOf(World.Bot).Status == MemberStatus.Left)
            {
                chat.Members[World.Bot.Id] = Membership.Of(World.Bot, MemberStatus.Member);
            }

            var isHidden = chat.Kind == ChatKind.Channel || chat.MembershipOf(Account).IsAnonymous;
            var from = chat.Kind == ChatKind.Channel ? null : isHidden ? Anonymous : Account;
            var wire = World.NewMessage(chat, from, isHidden ? chat : null, topic?.Id);
            WriteText(wire, file is null ? "text" : "caption", text);
            if (file is not null)
            {
                wire["document"] = Files.ToWire(file);
            }

            // What is written in a topic answers the message that opened it when it answers no other.
            if ((replyTo ?? (topic is null ? null : chat.Messages[topic.Id])) is { } answered)
            {
                wire["reply_to_message"] = answered.Wire.DeepClone();
                wire["reply_to_message"]!.AsObject().Remove("reply_to_message");
            }

            var message = new Message(chat, (int)wire["message_id"]!, from, wire) { Document = file };
            chat.Messages[message.Id] = message;
            if (Reaches(message, replyTo))
            {
                World.Tell(chat.Kind == ChatKind.Channel ? "channel_post" : "message", wire.DeepClone().AsObject());
            }

            Discussion.Forward(World, message);
            return message;
        }
    }

    private static void WriteText(JsonObject wire, string field, string text)
    {
        if (text.Length > 0)
        {
            new OutgoingText(text, [.. FoundEntities.In(text).Select(entity => entity.ToWire())], text).WriteTo(wire, field);
        }
    }

    /// <summary>In groups a bot is told of commands, mentions and answers alone, unless it is an administrator or was allowed to read all (privacy mode).</summary>
    private bool Reaches(Message message, Message? replyTo)
    {
        var bot = message.Chat.MembershipOf(World.Bot);
        var names = FoundEntities.In(message.Text).Select(entity => (entity.Type, Said: message.Text.Substring(entity.Offset, entity.Length)));
        return bot.IsInside && (message.Chat.Kind == ChatKind.Private || bot.IsAdministrator || World.Options.ReadsAllMessages || replyTo?.From == World.Bot
            || names.Any(name => name.Type is "bot_command" or "mention" && (name.Type == "bot_command" && !name.Said.Contains('@', StringComparison.Ordinal) || name.Said.EndsWith($"@{World.Bot.Username}", StringComparison.OrdinalIgnoreCase))));
    }
}
