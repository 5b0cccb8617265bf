using System.Globalization;
using Bot.Digest.Chat;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Host.Platforms.Telegram;

/// <summary>Answers pressed buttons, each press once. Who pressed is checked as if the command had been typed.</summary>
public sealed partial class PressReading(
    TelegramBot bot, Asking asking, TelegramAnswers answers, TelegramKeyboard keyboard, TelegramFiles files, DeepLinks links, TimeProvider clock, ILogger<PressReading> logger)
{
    /// <summary>core.telegram.org/bots/api#answercallbackquery.</summary>
    private const int LongestAlert = 200;

    /// <summary>The button shows that it works until it is answered: longer than this nobody looks at that.</summary>
    private static readonly TimeSpan Quickly = TimeSpan.FromSeconds(2);

    public async Task ReadAsync(CallbackQuery press, CancellationToken ct)
    {
        if (press.Message is not { } message || press.Data is null || await keyboard.FindAsync(press.Data, ct) is not var (command, about))
        {
            await FinishAsync(press, ct, TelegramWords.OldButton);
            return;
        }

        var place = TelegramAddress.Of(message);
        var isInChannel = message.Chat.Type == ChatType.Channel;
        if ((isInChannel ? asking.Count(press.From)
            : about is null ? null
            : await asking.CountAsync(message.Chat, place, press.From, inTheNameOf: null, ct)) is { } tooMany)
        {
            await FinishAsync(press, ct, TextOf(tooMany));
            return;
        }

        if (isInChannel)
        {
            // What one reader asks is not for all readers of the channel: it is answered in private.
            var link = await links.ToAsync((await bot.MeAsync(ct)).Username ?? "", command, message, ct);
            await FinishAsync(press, ct, link: link);
            return;
        }

        var asker = about is { } other ? await asking.WhoAsync(other, press.From, inTheNameOf: null, ct) : await asking.WhoAsync(message.Chat, place, press.From, inTheNameOf: null, ct);
        if (asker is null)
        {
            await FinishAsync(press, ct, TelegramWords.NotAMember);
            return;
        }

        await AnswerAsync(press, message, PagePart.Read(command), asker, new AnswerPlace(place, About: about), ct);
    }

    private async Task AnswerAsync(CallbackQuery press, Message message, PagePart asks, Asker asker, AnswerPlace place, CancellationToken ct)
    {
        var under = place.About is null ? message.Id.ToString(CultureInfo.InvariantCulture) : null;
        var asked = asking.AskAsync(asker, asks.Line, under, files.Of(message), ct);
        var isQuick = await Task.WhenAny(asked, Task.Delay(Quickly, clock, ct)) == asked;
        if (!isQuick)
        {
            await FinishAsync(press, ct);
        }

        var reply = await asked;
        if (reply.Kind == ReplyKind.Problem)
        {
            await TellAloneAsync(press, reply, place, isQuick, ct);
            return;
        }

        if (isQuick)
        {
            await FinishAsync(press, ct);
        }

        // A button that only turns the page changes its message; everything else is a new question.
        if (!asks.TurnsPage || !await CarriesAsync(message, press.Data!, asks, place.About, ct) || !await answers.ReplaceAsync(reply, asks, place, message.Id, ct))
        {
            await answers.SayAsync(reply, asks, place, ct);
        }
    }

    /// <summary>
    /// A client may send what no button of the message carries (core.telegram.org/bots/api#callbackquery): nobody makes another message of a digest, or of one answer another.
    /// Who presses twice sends what the page before carried, which is a page of the same.
    /// </summary>
    private async Task<bool> CarriesAsync(Message message, string data, PagePart asks, long? about, CancellationToken ct)
    {
        foreach (var button in message.ReplyMarkup?.InlineKeyboard.SelectMany(row => row) ?? [])
        {
            if (button.CallbackData == data
                || (PagePart.IsTurning(button.Text) && await keyboard.FindAsync(button.CallbackData ?? "", ct) is var (command, of)
                    && of == about && PagePart.Read(command).IsOfSame(asks)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// A problem is for the one who pressed alone: over the chat where it fits there, else in private; where they never wrote to the bot, and it may not write to
    /// them, in the chat after all.
    /// </summary>
    /// <param name="isAwaited">The press is not answered yet.</param>
    private async Task TellAloneAsync(CallbackQuery press, Reply problem, AnswerPlace place, bool isAwaited, CancellationToken ct)
    {
        if (isAwaited && TextOf(problem) is { Length: <= LongestAlert } alert)
        {
            await FinishAsync(press, ct, alert);
            return;
        }

        var alone = new AnswerPlace(TelegramAddress.Of(press.From.Id));
        var isTold = alone.Chat != place.Chat && await answers.SayAsync(problem, alone, ct);
        if (isAwaited)
        {
            await FinishAsync(press, ct, isTold ? TelegramWords.ToldInPrivate : null);
        }

        if (!isTold)
        {
            await answers.SayAsync(problem, place, ct);
        }
    }

    private static string TextOf(Reply reply) => TelegramMarkup.PlainOf(TelegramRenderer.Render(reply with { Buttons = [] })[0].Html);

    /// <summary>Tells the client that the press was heard. One that waited too long, while the bot was away, is heard all the same.</summary>
    private async Task FinishAsync(CallbackQuery press, CancellationToken ct, string? alert = null, string? link = null)
    {
        try
        {
            await bot.SendAsync(new AnswerCallbackQueryRequest { CallbackQueryId = press.Id, Text = alert, ShowAlert = alert is not null, Url = link }, ct);
        }
        catch (RequestException failure) when (failure.IsTooOld())
        {
            LogOld();
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A button was pressed too long ago to be told that it works")]
    private partial void LogOld();
}
