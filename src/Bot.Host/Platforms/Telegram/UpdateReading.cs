using System.Globalization;
using Bot.Digest.Chat;
using Telegram.Bot.Types;

namespace Bot.Host.Platforms.Telegram;

/// <summary>Takes an update to whoever reads its kind. What goes wrong with one update stays with it.</summary>
public sealed partial class UpdateReading(
    MessageReading messages, PressReading presses, InlineReading inline, LifeReading life, ChatRights rights, ILogger<UpdateReading> logger)
{
    /// <summary>Longer than the longest command takes: the updates behind it in its lane wait.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Ends when everything that follows from the update is stored and said. Throws for cancellation alone.</summary>
    /// <returns>False when that failed, which is logged.</returns>
    public async Task<bool> ReadAsync(Update update, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Longest);
        try
        {
            await RouteAsync(update, patience.Token);
            return true;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure)
        {
            LogFailed(update.Id, update.Type.ToString(), failure);
            return false;
        }
    }

    /// <summary>What may not overtake each other: what one person asks in one chat, and what happens to the chat, whoever does it.</summary>
    public static (long Chat, long User) LaneOf(Update update) => update switch
    {
        { Message: { } message } => (message.Chat.Id, IsQuestion(update) ? message.From?.Id ?? 0 : 0),
        { ChannelPost: { } post } => (post.Chat.Id, 0),
        { CallbackQuery: { } press } => (press.Message?.Chat.Id ?? 0, press.From.Id),
        { InlineQuery: { } query } => (0, query.From.Id),
        { MyChatMember: { } change } => (change.Chat.Id, 0),
        { ChatMember: { } change } => (change.Chat.Id, change.NewChatMember.User.Id),
        _ => (0, 0),
    };

    /// <summary>Whether somebody waits for an answer; other updates tell of what happened, and all of them count.</summary>
    public static bool IsQuestion(Update update) =>
        update is { CallbackQuery: not null } or { InlineQuery: not null } or { Message.Text: not null } or { Message.Caption: not null };

    private static User? WhoDid(Update update) => update.Message?.From ?? update.CallbackQuery?.From ?? update.InlineQuery?.From;

    private async Task RouteAsync(Update update, CancellationToken ct)
    {
        // What is said to somebody alone, beside the answers to commands. Flows into what is called here, and ends with this method.
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = InterfaceLanguages.Nearest(WhoDid(update)?.LanguageCode);
        switch (update)
        {
            case { Message: { } message } when !await life.ReadAsync(message, ct):
                await messages.ReadAsync(message, ct);
                break;
            case { ChannelPost: { } post } when !await life.ReadAsync(post, ct):
                await messages.ReadAsync(post, ct);
                break;
            case { CallbackQuery: { } press }:
                await presses.ReadAsync(press, ct);
                break;
            case { InlineQuery: { } query }:
                await inline.ReadAsync(query, ct);
                break;
            case { MyChatMember: { } change }:
                await life.ReadAsync(change, ct);
                break;
            case { ChatMember: { } change }:
                rights.Forget(change.Chat.Id, change.NewChatMember.User.Id);
                break;
            default:
                break; // Edited messages and whatever else a server may send: none of it is a question.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Update {Update} of Telegram ({Kind}) was not answered")]
    private partial void LogFailed(int update, string kind, Exception failure);
}
