using System.Net;
using Bot.Digest.Chat;
using Telegram.Bot.Exceptions;

namespace Bot.Host.Platforms.Telegram;

/// <summary>
/// What the server's refusals mean. Its words are those of the official server (github.com/tdlib/telegram-bot-api, Client.cpp) and of the API behind it
/// (core.telegram.org/api/errors), compared without regard to case.
/// </summary>
internal static class Failures
{
    private static readonly TimeSpan WhenUnreachable = TimeSpan.FromSeconds(10);

    /// <summary>A server that says so without saying how long.</summary>
    private static readonly TimeSpan WhenTooMany = TimeSpan.FromSeconds(30);

    private static readonly string[] Gone =
        ["chat not found", "group chat was deleted", "group chat was deactivated", "user is deactivated", "message thread not found", "TOPIC_DELETED", "PEER_ID_INVALID"];

    private static readonly string[] Forbidden =
        ["not enough rights", "have no rights", "need administrator rights", "CHAT_WRITE_FORBIDDEN", "CHAT_RESTRICTED", "CHAT_ADMIN_REQUIRED", "USER_BANNED_IN_CHANNEL", "CHANNEL_PRIVATE"];

    /// <summary>The request never reached the server: the connection was not there yet.</summary>
    public static bool IsUnsent(this RequestException failure) => failure.InnerException is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
    };

    /// <summary>The server does not know the token: 401, and 404 for one that is not even formed like a token.</summary>
    public static bool IsUnknownBot(this RequestException failure) => failure is ApiRequestException { ErrorCode: 401 or 404 };

    /// <summary>The markup was not understood: the words alone may be.</summary>
    public static bool IsUnreadable(this RequestException failure) => failure.Says("can't parse entities");

    /// <summary>What was to be changed is so already.</summary>
    public static bool IsUnchanged(this RequestException failure) => failure.Says("message is not modified");

    /// <summary>Nobody waits any more for the answer to what was pressed or typed behind the bot's name.</summary>
    public static bool IsTooOld(this RequestException failure) => failure.Says("query is too old") || failure.Says("query ID is invalid");

    /// <summary>A refusal with these words.</summary>
    public static bool Says(this RequestException failure, string words) =>
        failure is ApiRequestException && failure.Message.Contains(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>What became of a message.</summary>
    public static PostOutcome OutcomeFor(this RequestException failure, ChatAddress to) => failure switch
    {
        ApiRequestException { Parameters.MigrateToChatId: { } moved } => new PostRefused(Refusal.Moved, TelegramAddress.Moved(to, moved)),
        ApiRequestException { Parameters.RetryAfter: { } seconds } => new PostLater(TimeSpan.FromSeconds(seconds), IsForAll: false),
        ApiRequestException { ErrorCode: 401 or 404 } => new PostRefused(Refusal.BotRefused),
        ApiRequestException { ErrorCode: 400 or 403 or 413 } refused => new PostRefused(WhyOf(refused)),
        { HttpStatusCode: HttpStatusCode.TooManyRequests } => new PostLater(WhenTooMany, IsForAll: true),
        _ when failure.IsUnsent() => new PostLater(WhenUnreachable, IsForAll: true),
        _ => new PostUnclear(),
    };

    private static Refusal WhyOf(ApiRequestException refused) =>
        Gone.Any(refused.Says) ? Refusal.Gone
        : refused.Says("TOPIC_CLOSED") ? Refusal.TopicClosed
        : refused.ErrorCode == 403 || Forbidden.Any(refused.Says) ? Refusal.Forbidden
        : Refusal.ContentRefused;
}
