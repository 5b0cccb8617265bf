using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Host.Platforms.Telegram;

/// <summary>Answers messages: commands wherever they stand, everything in private. Forwarded and edited ones, and those of other bots, are nobody's question.</summary>
public sealed class MessageReading(
    TelegramBot bot, Asking asking, TelegramAnswers answers, TelegramFiles files, DeepLinks links, CommandDispatcher dispatcher)
{
    private const string Start = StartCommand.Line + " ";

    private readonly HashSet<string> _names =
        [.. dispatcher.CommandsFor(Access.Operator).Select(spec => spec.Name.Split(' ')[0]).Distinct(StringComparer.OrdinalIgnoreCase)];

    public async Task ReadAsync(Message message, CancellationToken ct)
    {
        if (message.ForwardOrigin is not null || message.ViaBot is not null || message.IsAutomaticForward || message is { From.IsBot: true, SenderChat: null })
        {
            return;
        }

        var isPrivate = message.Chat.Type == ChatType.Private;
        if (await LineOfAsync(message, isPrivate, ct) is { } line)
        {
            await AnswerAsync(message, line, ct);
        }
        else if (isPrivate && message is { Document: { } document, Caption: null } && TelegramFiles.IsList(document))
        {
            var place = TelegramAddress.Of(message);
            Speak(await asking.WhoAsync(message.Chat, place, message.From, inTheNameOf: null, ct));
            await answers.SayAsync(Offer(document), new AnswerPlace(place, message.Id), ct);
        }
    }

    /// <summary>The line that a message holds; null when it is none of ours.</summary>
    private async Task<string?> LineOfAsync(Message message, bool isPrivate, CancellationToken ct)
    {
        if ((message.Text ?? message.Caption) is not { Length: > 0 } text)
        {
            return null;
        }

        if (TelegramLine.Read(text, (await bot.MeAsync(ct)).Username ?? "") is not { } typed)
        {
            return isPrivate && message.Text is not null && !text.StartsWith('/') ? text : null;
        }

        // In a group a word that is no command of ours is another bot's, unless ours was named.
        return isPrivate || typed.IsToUs || _names.Contains(typed.Line[1..].Split([' ', '\n', '\r', '\t'], 2)[0]) ? typed.Line : null;
    }

    /// <summary>What a message asks.</summary>
    /// <param name="About">The chat that it is about when that is another one, and its message.</param>
    /// <param name="IsPressed">It came by a link.</param>
    private sealed record Question(string Line, (long Chat, string? Under)? About = null, bool IsPressed = false);

    private async Task AnswerAsync(Message message, string line, CancellationToken ct)
    {
        var place = TelegramAddress.Of(message);
        var isPrivate = message.Chat.Type == ChatType.Private;
        var answered = new AnswerPlace(place, message.Chat.Type is ChatType.Group or ChatType.Supergroup ? message.Id : null);
        var question = await QuestionAsync(message, line, isPrivate, ct);
        if (question.About is not null && await asking.CountAsync(message.Chat, place, message.From!, message.SenderChat, ct) is { } tooMany)
        {
            await answers.SayAsync(tooMany, answered, ct);
            return;
        }

        var there = question.About is var (chat, _) ? await asking.WhoAsync(chat, message.From!, message.SenderChat, ct) : null;

        // In a group others read the answer. Who asks about a chat that is not theirs was counted as well.
        var asker = there is null ? await asking.WhoAsync(message.Chat, place, message.From, message.SenderChat, ct) with { IsCounted = question.About is not null }
            : isPrivate ? there
            : there with { Access = Access.Everyone, Language = CultureInfo.InvariantCulture };
        Speak(asker);
        var asks = question.IsPressed ? PagePart.Read(question.Line) : new PagePart(question.Line);
        var reply = question.IsPressed && !dispatcher.OnlyAsks(asks.Line)
            ? Confirm(asks.Line, asker)
            : await asking.AskAsync(asker, asks.Line, there is null ? AnsweredBy(message) : question.About?.Under, files.Of(message), ct);
        await answers.SayAsync(reply, asks, answered with { About = asker.Chat == place ? null : question.About?.Chat }, ct);
    }

    /// <summary>What is said beside the answers is said in their language, too. Flows into what the calling method calls, and ends with it.</summary>
    private static void Speak(Asker asker) => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = asker.Language;

    private async Task<Question> QuestionAsync(Message message, string line, bool isPrivate, CancellationToken ct)
    {
        if (isPrivate && line.StartsWith(Start, StringComparison.OrdinalIgnoreCase)
            && await links.FindAsync(line[Start.Length..].Trim(), ct) is var (command, chat, under))
        {
            return new Question(command, chat is { } other && message.From is not null ? (other, under) : null, IsPressed: true);
        }

        // A channel's post in its discussion group is a message of the channel, for those who are in that, too, and for who speaks in the name of either.
        return message is { From: not null, ReplyToMessage: { IsAutomaticForward: true, ForwardOrigin: MessageOriginChannel post } }
            && (message.SenderChat is not { Id: var name } || name == message.Chat.Id || name == post.Chat.Id)
            && dispatcher.IsAboutMessage(line)
            ? new Question(line, (post.Chat.Id, post.MessageId.ToString(CultureInfo.InvariantCulture)))
            : new Question(line);
    }

    /// <summary>The message that somebody answers. What is written in a topic answers the message that opened it when it answers no other.</summary>
    private static string? AnsweredBy(Message message) =>
        message.ReplyToMessage is { ForumTopicCreated: null, Id: var answered } ? answered.ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>A link is pressed before it is read, and anybody may have sent it.</summary>
    private static Reply Confirm(string line, Asker asker) => new()
    {
        Kind = ReplyKind.Question,
        Blocks = [new Paragraph(TelegramWords.LinkQuestion(line, asker.Name))],
        Buttons = [[new Button(TelegramWords.ButtonRun, line)]],
    };

    /// <summary>What to do with a list of sources that came without a word. The question answers the document, so that the button finds it.</summary>
    private static Reply Offer(Document document) => new()
    {
        Kind = ReplyKind.Question,
        Blocks = [new Paragraph(TelegramWords.ImportQuestion(document.FileName ?? TelegramWords.UnnamedFile))],
        Buttons = [[new Button(TelegramWords.ButtonImport, "/source import")]],
    };
}
