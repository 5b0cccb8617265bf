using System.Collections.Concurrent;
using Bot.Digest.Commands;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Host.Platforms.Telegram;

/// <summary>What people may do in chats, as the server says; believed for a minute, or until it tells of a change. Safe for many threads.</summary>
public sealed class ChatRights(TelegramBot bot, TimeProvider clock)
{
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(1);

    /// <summary>Above so many the ones that are believed no longer are forgotten.</summary>
    private const int Remembered = 10_000;

    private readonly ConcurrentDictionary<(long Chat, long User), (Access? Access, DateTimeOffset Until)> _known = new();

    /// <summary>What somebody may do in a chat; null for one who is not in it.</summary>
    /// <exception cref="RequestException">The server cannot be asked now.</exception>
    public async Task<Access?> OfAsync(long chat, long user, CancellationToken ct)
    {
        if (chat == user)
        {
            return Access.CommunityAdmin; // Everybody is the admin of the conversation with the bot.
        }

        var now = clock.GetUtcNow();
        if (_known.TryGetValue((chat, user), out var known) && known.Until > now)
        {
            return known.Access;
        }

        var access = await AskAsync(chat, user, ct);
        Forget(now);
        _known[(chat, user)] = (access, now + Believed);
        return access;
    }

    /// <summary>The server told of a change.</summary>
    public void Forget(long chat, long user) => _known.TryRemove((chat, user), out _);

    /// <summary>What a standing in a chat is worth: its owner and its administrators may change what the bot does there.</summary>
    public static Access? AccessOf(ChatMember member) => member.Status switch
    {
        ChatMemberStatus.Creator or ChatMemberStatus.Administrator => Access.CommunityAdmin,
        ChatMemberStatus.Member => Access.Everyone,
        _ => member.IsInChat ? Access.Everyone : null,
    };

    private async Task<Access?> AskAsync(long chat, long user, CancellationToken ct)
    {
        try
        {
            return AccessOf(await bot.SendAsync(new GetChatMemberRequest { ChatId = chat, UserId = user }, ct));
        }
        catch (ApiRequestException refused) when (refused.ErrorCode is 400 or 403)
        {
            return null; // A chat that the bot is not in, or somebody whom nobody knows there.
        }
    }

    private void Forget(DateTimeOffset now)
    {
        if (_known.Count <= Remembered)
        {
            return;
        }

        foreach (var (key, (_, until)) in _known)
        {
            if (until <= now)
            {
                _known.TryRemove(key, out _);
            }
        }
    }
}
