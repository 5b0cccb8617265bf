using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;

namespace Bot.Host.Platforms.Telegram;

/// <summary>
/// "@bot who varga" typed in any chat: offers the answer, or one answer for each choice, to be sent there by the asker. It is asked as in the asker's
/// own conversation with the bot.
/// </summary>
public sealed class InlineReading(TelegramBot bot, Asking asking, CommandDispatcher dispatcher)
{
    /// <summary>Each is a question to the archive.</summary>
    private const int MostChoices = 5;

    /// <summary>While somebody types, the client asks again at each letter.</summary>
    private const int ShortestQuery = 3;

    /// <summary>Seconds that the server may give the asker the same answer.</summary>
    private const int Kept = 60;

    public async Task ReadAsync(InlineQuery query, CancellationToken ct)
    {
        var typed = query.Query.Trim().TrimStart('/');
        var results = typed.Length < ShortestQuery ? [] : await ResultsAsync(query, LineOf(typed), ct);
        try
        {
            await bot.SendAsync(
                new AnswerInlineQueryRequest
                {
                    InlineQueryId = query.Id,
                    Results = results,
                    IsPersonal = true,
                    CacheTime = results.Count > 0 ? Kept : 1,
                    Button = results.Count > 0 ? null : new InlineQueryResultsButton { Text = TelegramWords.AskInPrivate, StartParameter = "inline" },
                },
                ct);
        }
        catch (RequestException failure) when (failure.IsTooOld())
        {
            // It was typed while the bot was away.
        }
    }

    /// <summary>A name alone asks for the person; so does what would do more than answer, since it is asked at each letter.</summary>
    private string LineOf(string typed) => dispatcher.OnlyAsks($"/{typed}") ? $"/{typed}" : $"/who {typed}";

    private async Task<IReadOnlyList<InlineQueryResult>> ResultsAsync(InlineQuery query, string line, CancellationToken ct)
    {
        var chat = new Chat { Id = query.From.Id, Type = ChatType.Private, FirstName = query.From.FirstName, LastName = query.From.LastName };

        // Words that are sent to strangers: nothing that only an admin may see.
        var asker = await asking.WhoAsync(chat, TelegramAddress.Of(query.From.Id), query.From, inTheNameOf: null, ct) with { Access = Access.Everyone };
        var reply = await asking.AskAsync(asker, line, repliesTo: null, readFile: null, ct);
        if (IsCard(reply))
        {
            return [ResultOf(0, reply)];
        }

        var results = new List<InlineQueryResult>();
        foreach (var choice in reply.Kind == ReplyKind.Question ? reply.Buttons.SelectMany(row => row).Where(button => dispatcher.OnlyAsks(button.Command)).Take(MostChoices) : [])
        {
            var chosen = await asking.AskAsync(asker, choice.Command, repliesTo: null, readFile: null, ct);
            if (IsCard(chosen))
            {
                results.Add(ResultOf(results.Count, chosen));
            }
        }

        return results;
    }

    /// <summary>That nothing was found is nothing to send to anybody: such an answer has no head.</summary>
    private static bool IsCard(Reply reply) => reply is { Kind: ReplyKind.Answer, Blocks: [Heading, ..] };

    private static InlineQueryResultArticle ResultOf(int number, Reply reply)
    {
        // Buttons need a chat that the bot is in.
        var html = TelegramRenderer.Render(reply with { Buttons = [] })[0].Html;
        var lines = TelegramMarkup.PlainOf(html).Split('\n', 3, StringSplitOptions.RemoveEmptyEntries);
        return new InlineQueryResultArticle
        {
            Id = number.ToString(CultureInfo.InvariantCulture),
            Title = lines[0],
            Description = lines.Length > 1 ? lines[1] : null,
            InputMessageContent = new InputTextMessageContent { MessageText = html, ParseMode = ParseMode.Html, LinkPreviewOptions = LinkPreviewOptions.Disabled },
        };
    }
}
