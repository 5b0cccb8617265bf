using System.Collections.Concurrent;
using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Host.Platforms.Telegram;

/// <summary>What happens to chats and to the bot in them.</summary>
public sealed class LifeReading(ICommunityLife life, ICommunities communities, ChatRights rights, Asking asking, TelegramAnswers answers, TimeProvider clock)
{
    /// <summary>Digests go out at 25 messages a second of the thirty that Telegram takes (see <see cref="TelegramPosts.Documented"/>), however many groups the bot is added to at once.</summary>
    private static readonly TimeSpan BetweenWelcomes = TimeSpan.FromSeconds(0.2);

    private readonly Lock _turns = new();

    /// <summary>Groups that had another id before: the bot is told that it was added, but nobody added it.</summary>
    private readonly ConcurrentDictionary<long, bool> _upgraded = new();

    /// <summary>When the next group may be greeted.</summary>
    private DateTimeOffset _next;

    private enum Standing
    {
        Out,
        Silenced,
        Speaking,
    }

    /// <summary>The bot's own standing in a chat changed: added, removed, blocked, silenced, promoted.</summary>
    public async Task ReadAsync(ChatMemberUpdated change, CancellationToken ct)
    {
        var (chat, place) = (change.Chat, TelegramAddress.Of(change.Chat.Id));
        var (before, now) = (StandingOf(change.OldChatMember, chat), StandingOf(change.NewChatMember, chat));
        rights.Forget(chat.Id, change.NewChatMember.User.Id);
        if (now == Standing.Out)
        {
            await life.LeftAsync(place.Platform, place.Community, DeliveryReason.Forbidden, ct);
            return;
        }

        await communities.EnterAsync(place, TelegramAddress.NameOf(chat), ct);
        if (now == Standing.Silenced)
        {
            // Nothing can be posted, in no topic: as if the bot were out, until it may speak again.
            await life.LeftAsync(place.Platform, place.Community, DeliveryReason.Forbidden, ct);
        }
        else if (before != Standing.Speaking)
        {
            await life.ReturnedAsync(place.Platform, place.Community, ct);
            if (before == Standing.Out && chat.Type != ChatType.Private && !_upgraded.ContainsKey(chat.Id))
            {
                await WelcomeAsync(change, place, ct);
            }
        }
    }

    /// <summary>A message that only tells of something; false when it tells of nothing that matters here.</summary>
    public async Task<bool> ReadAsync(Message message, CancellationToken ct)
    {
        var place = TelegramAddress.Of(message);
        switch (message)
        {
            case { MigrateToChatId: { } to }:
                await MoveAsync(message.Chat.Id, to, ct);
                return true;
            case { MigrateFromChatId: { } from }:
                await MoveAsync(from, message.Chat.Id, ct);
                return true;
            case { ForumTopicClosed: not null }:
                await life.ClosedAsync(place, DeliveryReason.TopicClosed, ct);
                return true;
            case { ForumTopicReopened: not null }:
                await life.ReopenedAsync(place, ct);
                return true;
            case { NewChatTitle: not null }:
                await communities.EnterAsync(place, TelegramAddress.NameOf(message.Chat), ct);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Both chats tell of it, and so does the answer to a message to the old one: whoever comes later finds it done.</summary>
    private async Task MoveAsync(long from, long to, CancellationToken ct)
    {
        _upgraded.TryAdd(to, true);
        await life.MovedAsync(TelegramAddress.Of(from), TelegramAddress.Of(to), ct);
    }

    /// <summary>The first steps. In private people are met by their own /start.</summary>
    private async Task WelcomeAsync(ChatMemberUpdated change, ChatAddress place, CancellationToken ct)
    {
        var asker = await asking.WhoAsync(change.Chat, place, change.From, inTheNameOf: null, ct);
        var welcome = await asking.AskAsync(asker, StartCommand.Line, repliesTo: null, readFile: null, ct);
        await Task.Delay(UntilTurn(), clock, ct);
        await answers.SayAsync(welcome, new AnswerPlace(place), ct);
    }

    private TimeSpan UntilTurn()
    {
        lock (_turns)
        {
            var now = clock.GetUtcNow();
            var turn = _next > now ? _next : now;
            _next = turn + BetweenWelcomes;
            return turn - now;
        }
    }

    private static Standing StandingOf(ChatMember member, Chat chat) => member switch
    {
        _ when !member.IsInChat => Standing.Out,
        ChatMemberRestricted { CanSendMessages: false } => Standing.Silenced,
        ChatMemberAdministrator { CanPostMessages: false } when chat.Type == ChatType.Channel => Standing.Silenced,
        _ => Standing.Speaking,
    };
}
