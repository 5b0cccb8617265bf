using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Host.Configuration;
using Microsoft.Extensions.Options;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Host.Platforms.Telegram;

/// <summary>Somebody who asks, and where.</summary>
/// <param name="Chat">The chat or topic that the question is about.</param>
/// <param name="User">The asker's id; that of the chat for those who speak in its name.</param>
/// <param name="Access">Checked just now.</param>
public sealed record Asker(ChatAddress Chat, CommunityId Community, long User, Access Access)
{
    /// <summary>What the community chose, else the asker's own where nobody else reads the answer; the others of a group may speak another one.</summary>
    public CultureInfo Language { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>What is asked was counted before the server was asked who asks.</summary>
    public bool IsCounted { get; init; }

    /// <summary>What the chat calls itself.</summary>
    public string Name { get; init; } = "";
}

/// <summary>Lets people ask: enters their community, checks their rights at each call, and hands their line to the dispatcher.</summary>
public sealed class Asking(
    CommandDispatcher dispatcher, ICommunities communities, ChatRights rights, TelegramChannels channels, TelegramBot bot, IOptions<ChatOptions> options)
{
    /// <summary>Who speaks in a chat. Channels and anonymous administrators speak in the name of the chat itself.</summary>
    public async Task<Asker> WhoAsync(Chat chat, ChatAddress place, User? from, Chat? inTheNameOf, CancellationToken ct)
    {
        var community = await communities.EnterAsync(place, TelegramAddress.NameOf(chat), ct);
        var language = LanguageIn(chat, community.Settings, from);
        if (inTheNameOf?.Id == chat.Id)
        {
            return new Asker(place, community.Id, chat.Id, Access.CommunityAdmin) { Name = community.Name, Language = language };
        }

        // Somebody who speaks in the name of another channel has no rights here, whoever it is.
        var access = from is null || inTheNameOf is not null ? Access.Everyone : await rights.OfAsync(chat.Id, from.Id, ct) ?? Access.Everyone;
        return new Asker(place, community.Id, inTheNameOf?.Id ?? from?.Id ?? chat.Id, access)
        {
            Name = community.Name,
            Language = language,
        };
    }

    /// <summary>
    /// Counts what somebody asks about another chat, before the server is asked about that. The community of this one is read before, for its language, and written
    /// only where it is new, came back or has another name: each line of a flood costs a look.
    /// </summary>
    /// <param name="chat">Where the answer goes.</param>
    /// <returns>The answer, in the language of that chat, when it is one too many.</returns>
    public async Task<Reply?> CountAsync(Chat chat, ChatAddress place, User from, Chat? inTheNameOf, CancellationToken ct)
    {
        var community = await communities.EnterAsync(place, TelegramAddress.NameOf(chat), ct);
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = LanguageIn(chat, community.Settings, from);
        return dispatcher.Count(place, TelegramAddress.Of(inTheNameOf?.Id ?? from.Id).Community);
    }

    /// <summary>Counts what somebody asks who is answered alone, beside the chat.</summary>
    /// <returns>The answer when it is one too many.</returns>
    public Reply? Count(User from) => dispatcher.Count(TelegramAddress.Of(from.Id), TelegramAddress.Of(from.Id).Community);

    /// <summary>Who asks about another chat, which was counted; null for one who is not in it, or where the bot is not.</summary>
    /// <param name="inTheNameOf">The chat in whose name somebody asks, of whom no more is known: what its members read of the other one is told to all of it.</param>
    public async Task<Asker?> WhoAsync(long about, User from, Chat? inTheNameOf, CancellationToken ct)
    {
        // A chat is no member of another one: for who speaks in its name it is enough that the bot itself is.
        var member = inTheNameOf is null ? from.Id : (await bot.MeAsync(ct)).Id;
        if (await rights.OfAsync(about, member, ct) is not { } access)
        {
            return null;
        }

        var chat = await bot.SendAsync(new GetChatRequest { ChatId = about }, ct);
        var place = TelegramAddress.Of(about);
        var community = await communities.EnterAsync(place, TelegramAddress.NameOf(chat), ct);
        return new Asker(place, community.Id, inTheNameOf?.Id ?? from.Id, inTheNameOf is null ? access : Access.Everyone)
        {
            Name = community.Name,
            Language = community.Settings.LanguageOr(InterfaceLanguages.Nearest(from.LanguageCode)),
            IsCounted = true,
        };
    }

    private static CultureInfo LanguageIn(Chat chat, CommunitySettings chosen, User? from) =>
        chosen.LanguageOr(InterfaceLanguages.Nearest(chat.Type == ChatType.Private ? from?.LanguageCode : null));

    /// <summary>The answer to a line.</summary>
    public Task<Reply> AskAsync(Asker asker, string line, string? repliesTo, ReadFile? readFile, CancellationToken ct) => dispatcher.RunAsync(
        new CommandRequest
        {
            Line = line,
            Chat = asker.Chat,
            Community = asker.Community,
            User = TelegramAddress.Of(asker.User).Community,
            Access = asker.Access,
            IsCounted = asker.IsCounted,
            RepliesTo = repliesTo,
            ReadFile = readFile,
            FindChannel = (typed, token) => channels.FindAsync(asker, typed, token),
            Zone = options.Value.TimeZone,
            Language = asker.Language,
        },
        ct);
}
