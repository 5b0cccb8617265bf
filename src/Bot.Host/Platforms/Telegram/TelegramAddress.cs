using System.Globalization;
using Bot.Digest.Chat;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Host.Platforms.Telegram;

/// <summary>Chats and topics as addresses: the community is the chat, the channel its topic, or the chat itself where there is none.</summary>
public static class TelegramAddress
{
    public const string Platform = "telegram";

    /// <summary>A chat, or a topic of it.</summary>
    /// <param name="topic">Null outside of topics, and in the general one.</param>
    public static ChatAddress Of(long chat, int? topic = null)
    {
        var community = chat.ToString(CultureInfo.InvariantCulture);
        return new ChatAddress(Platform, community, topic?.ToString(CultureInfo.InvariantCulture) ?? community);
    }

    /// <summary>Where a message stands. Answers to a message have a thread too, which is no topic.</summary>
    public static ChatAddress Of(Message message) => Of(message.Chat.Id, message.IsTopicMessage ? message.MessageThreadId : null);

    public static long ChatOf(ChatAddress address) => long.Parse(address.Community, CultureInfo.InvariantCulture);

    public static int? TopicOf(ChatAddress address) =>
        address.Channel == address.Community ? null : int.Parse(address.Channel, CultureInfo.InvariantCulture);

    /// <summary>The same channel after its chat has another id.</summary>
    public static ChatAddress Moved(ChatAddress from, long chat) => Of(chat, TopicOf(from));

    /// <summary>How a community calls itself.</summary>
    public static string NameOf(Chat chat) =>
        chat.Title ?? (chat.Type == ChatType.Private ? string.Join(' ', new[] { chat.FirstName, chat.LastName }.OfType<string>()) : chat.Username) ?? "";

    /// <summary>Groups, of which Telegram wants to hear twenty messages a minute at most, and channels, have ids below zero.</summary>
    public static bool IsPrivate(ChatAddress address) => !address.Community.StartsWith('-');
}
