using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Bot.Host.Platforms.Telegram;

/// <summary>Finds the chat that <c>in:</c> names: by its @name, its number or its title, among those that the bot is in and the asker administers.</summary>
public sealed class TelegramChannels(ICommunities communities, ChatRights rights, TelegramBot bot)
{
    /// <summary>Chats of one title that the server is asked about.</summary>
    private const int MostAsked = 5;

    /// <summary>A problem, always the same one, where there is no such chat that is the asker's business.</summary>
    public async Task<ChannelChoice> FindAsync(Asker asker, string typed, CancellationToken ct)
    {
        foreach (var chat in await CandidatesAsync(typed.Trim(), ct))
        {
            if (await rights.OfAsync(chat.Id, asker.User, ct) is { } access and >= Access.ChannelAdmin && await rights.OfAsync(chat.Id, (await bot.MeAsync(ct)).Id, ct) is not null)
            {
                var place = TelegramAddress.Of(chat.Id);
                return new ChannelChoice(place, (await communities.EnterAsync(place, chat.Name, ct)).Id, access, Problem: null);
            }
        }

        return new ChannelChoice(Chat: null, asker.Community, asker.Access, CommunityWords.NoSuchChannel(typed));
    }

    private async Task<IReadOnlyList<(long Id, string Name)>> CandidatesAsync(string typed, CancellationToken ct)
    {
        if (typed.StartsWith('@') && typed.Length > 1)
        {
            return await AskAsync(typed, ct);
        }

        return long.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? await AskAsync(id, ct) : await OfTitleAsync(typed, ct);
    }

    private async Task<IReadOnlyList<(long Id, string Name)>> AskAsync(ChatId chat, CancellationToken ct)
    {
        try
        {
            var found = await bot.SendAsync(new GetChatRequest { ChatId = chat }, ct);
            return [(found.Id, TelegramAddress.NameOf(found))];
        }
        catch (ApiRequestException refused) when (refused.ErrorCode is 400 or 403)
        {
            return [];
        }
    }

    private async Task<IReadOnlyList<(long Id, string Name)>> OfTitleAsync(string title, CancellationToken ct) =>
    [
        .. (await communities.NamedAsync(TelegramAddress.Platform, title, ct))
            .Take(MostAsked)
            .Select(one => (long.Parse(one.Chat, CultureInfo.InvariantCulture), one.Name)),
    ];
}
