using System.Text;
using Bot.Digest.Chat;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Bot.Host.Platforms.Telegram;

/// <summary>Where an answer goes.</summary>
/// <param name="Chat">The chat or topic.</param>
/// <param name="RepliesTo">The message that it answers, so that readers of a group see to whom; null without.</param>
/// <param name="About">The chat that it is about when that is another one: its buttons stay with that.</param>
public sealed record AnswerPlace(ChatAddress Chat, int? RepliesTo = null, long? About = null);

/// <summary>Says to people what they asked for. What cannot be said, because the bot was thrown out in the meantime, is left.</summary>
public sealed partial class TelegramAnswers(TelegramBot bot, TelegramKeyboard keyboard, ILogger<TelegramAnswers> logger)
{
    /// <summary>core.telegram.org/bots/api#senddocument.</summary>
    private const int LongestCaption = 1024;

    /// <inheritdoc cref="SayAsync(Reply, PagePart, AnswerPlace, CancellationToken)"/>
    public Task<bool> SayAsync(Reply reply, AnswerPlace place, CancellationToken ct) => SayAsync(reply, new PagePart(""), place, ct);

    /// <summary>Says a reply, in as many messages as it takes, its file last.</summary>
    /// <param name="asked">What it answers.</param>
    /// <returns>Whether all of it was taken.</returns>
    public async Task<bool> SayAsync(Reply reply, PagePart asked, AnswerPlace place, CancellationToken ct)
    {
        var messages = asked.Render(reply);
        var isCaption = reply.File is not null && TelegramMarkup.PlainOf(messages[^1].Html).Length <= LongestCaption;
        var isSaid = true;
        foreach (var message in isCaption ? messages.SkipLast(1) : messages)
        {
            isSaid &= await TryAsync(message, (text, markup, mode) => SendTextAsync(place, text, markup, mode, ct), place, ct);
        }

        if (reply.File is { } file)
        {
            isSaid &= await TryAsync(
                isCaption ? messages[^1] : new TelegramMessage("", []), (text, markup, mode) => SendFileAsync(place, file, text, markup, mode, ct), place, ct);
        }

        return isSaid;
    }

    /// <summary>Puts a reply in the place of an earlier message of the bot: what turns a page.</summary>
    /// <returns>False when the message is not there any more, or one message cannot hold the reply.</returns>
    public async Task<bool> ReplaceAsync(Reply reply, PagePart asked, AnswerPlace place, int message, CancellationToken ct)
    {
        var messages = asked.Render(reply);
        return messages.Count == 1 && reply.File is null && await TryAsync(
            messages[0],
            (text, markup, mode) => bot.SendAsync(
                new EditMessageTextRequest
                {
                    ChatId = TelegramAddress.ChatOf(place.Chat),
                    MessageId = message,
                    Text = text,
                    ParseMode = mode,
                    LinkPreviewOptions = LinkPreviewOptions.Disabled,
                    ReplyMarkup = markup,
                },
                ct),
            place,
            ct);
    }

    private async Task<Message> SendTextAsync(AnswerPlace place, string text, InlineKeyboardMarkup? markup, ParseMode mode, CancellationToken ct) =>
        await bot.SendAsync(
            new SendMessageRequest
            {
                ChatId = TelegramAddress.ChatOf(place.Chat),
                MessageThreadId = TelegramAddress.TopicOf(place.Chat),
                ReplyParameters = Answered(place),
                Text = text,
                ParseMode = mode,
                LinkPreviewOptions = LinkPreviewOptions.Disabled,
                ReplyMarkup = markup,
            },
            ct);

    private async Task<Message> SendFileAsync(AnswerPlace place, AttachedFile file, string text, InlineKeyboardMarkup? markup, ParseMode mode, CancellationToken ct)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(file.Text));
        return await bot.SendAsync(
            new SendDocumentRequest
            {
                ChatId = TelegramAddress.ChatOf(place.Chat),
                MessageThreadId = TelegramAddress.TopicOf(place.Chat),
                ReplyParameters = Answered(place),
                Document = new InputFileStream(content, file.Name),
                Caption = text.Length == 0 ? null : text,
                ParseMode = mode,
                ReplyMarkup = markup,
            },
            ct);
    }

    private static ReplyParameters? Answered(AnswerPlace place) =>
        place.RepliesTo is { } message ? new ReplyParameters { MessageId = message, AllowSendingWithoutReply = true } : null;

    /// <summary>Sends, and once more without markup where that was not understood.</summary>
    private async Task<bool> TryAsync(
        TelegramMessage message, Func<string, InlineKeyboardMarkup?, ParseMode, Task<Message>> send, AnswerPlace place, CancellationToken ct)
    {
        var markup = await keyboard.MakeAsync(message.Buttons, place.About, ct);
        try
        {
            try
            {
                await send(message.Html, markup, ParseMode.Html);
            }
            catch (RequestException failure) when (failure.IsUnreadable())
            {
                await send(TelegramMarkup.PlainOf(message.Html), markup, ParseMode.None);
            }

            return true;
        }
        catch (RequestException failure)
        {
            // What was to be replaced and is gone is said anew.
            if (!failure.IsUnchanged() && !failure.Says("message to edit not found"))
            {
                LogNotSaid(failure.Message);
            }

            return failure.IsUnchanged();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram did not take an answer: {Why}")]
    private partial void LogNotSaid(string why);
}
