using System.Globalization;
using Bot.Digest.Chat;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Bot.Host.Platforms.Telegram;

/// <summary>Digests that are posted to chats and topics. Telegram knows no keys: a message whose answer was lost is never sent again by itself.</summary>
public sealed class TelegramPosts(TelegramBot bot, TelegramKeyboard keyboard, TimeProvider clock) : IChatPlatform
{
    /// <summary>Longer than this nobody waits for the answer to one message.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Until what is behind the buttons can be kept: the archive is busy, or its disk full.</summary>
    private static readonly TimeSpan UntilKept = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private (long Chat, DateTimeOffset Until) _asked;

    public string Name => TelegramAddress.Platform;

    /// <summary>
    /// About thirty messages a second in all, one a second in a chat, twenty a minute in a group (core.telegram.org/bots/faq, "or so"); the answers say when
    /// that is too fast.
    /// </summary>
    public static PostingTerms Documented { get; } = new()
    {
        MessagesASecond = 25,
        ChannelGap = address => TimeSpan.FromSeconds(TelegramAddress.IsPrivate(address) ? 1 : 3),
        IsGapShared = true,
        MostOnTheirWay = 16,
    };

    public PostingTerms Terms => Documented;

    public IReadOnlyList<string> Render(Reply reply, CultureInfo language) => [.. TelegramRenderer.Render(reply).Select(message => message.Write())];

    public Task<PostOutcome> PostAsync(Post post, CancellationToken ct) => TryAsync(
        post,
        async (message, markup, isPlain, patience) => (await bot.TryAsync(
            new SendMessageRequest
            {
                ChatId = TelegramAddress.ChatOf(post.To),
                MessageThreadId = TelegramAddress.TopicOf(post.To),
                Text = isPlain ? TelegramMarkup.PlainOf(message.Html) : message.Html,
                ParseMode = isPlain ? ParseMode.None : ParseMode.Html,
                LinkPreviewOptions = LinkPreviewOptions.Disabled,
                DisableNotification = post.IsSilent,
                ReplyMarkup = markup,
            },
            patience)).Id,
        ct);

    public Task<PostOutcome> EditAsync(Post post, string message, CancellationToken ct) => TryAsync(
        post,
        async (text, markup, isPlain, patience) => (await bot.TryAsync(
            new EditMessageTextRequest
            {
                ChatId = TelegramAddress.ChatOf(post.To),
                MessageId = int.Parse(message, CultureInfo.InvariantCulture),
                Text = isPlain ? TelegramMarkup.PlainOf(text.Html) : text.Html,
                ParseMode = isPlain ? ParseMode.None : ParseMode.Html,
                LinkPreviewOptions = LinkPreviewOptions.Disabled,
                ReplyMarkup = markup,
            },
            patience)).Id,
        ct,
        unchanged: message);

    /// <summary>Sends a message, and once more without markup where that was not understood.</summary>
    /// <param name="unchanged">The message that is there already when the server says that nothing is to be changed.</param>
    private async Task<PostOutcome> TryAsync(
        Post post, Func<TelegramMessage, InlineKeyboardMarkup?, bool, CancellationToken, Task<int>> send, CancellationToken ct, string? unchanged = null)
    {
        var message = TelegramMessage.Read(post.Body);
        InlineKeyboardMarkup? markup;
        try
        {
            markup = await keyboard.MakeAsync(message.Buttons, about: null, ct);
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            // Nothing was sent yet, so that nothing is in doubt.
            return new PostLater(UntilKept, IsForAll: false);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            try
            {
                return Posted(await send(message, markup, false, patience.Token));
            }
            catch (RequestException failure) when (failure.IsUnreadable())
            {
                return Posted(await send(message, markup, true, patience.Token));
            }
        }
        catch (RequestException failure) when (failure.IsUnchanged() && unchanged is not null)
        {
            return new Posted(unchanged);
        }
        catch (RequestException failure)
        {
            return Widened(failure.OutcomeFor(post.To), TelegramAddress.ChatOf(post.To));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new PostUnclear();
        }
    }

    private static Posted Posted(int message) => new(message.ToString(CultureInfo.InvariantCulture));

    /// <summary>The server does not say whether a chat or the bot as a whole is too fast: when two chats are to wait at the same time, it is the bot.</summary>
    private PostOutcome Widened(PostOutcome outcome, long chat)
    {
        if (outcome is not PostLater { IsForAll: false } later)
        {
            return outcome;
        }

        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var isForAll = _asked.Until > now && _asked.Chat != chat;
            _asked = (chat, now + later.After);
            return later with { IsForAll = isForAll };
        }
    }
}
