using Telegram.Bot.Exceptions;

namespace Bot.Host.Platforms.Telegram;

/// <summary>What to do, and what to tell the operator, when updates cannot be fetched: said once, and again when it is over.</summary>
public sealed partial class PollTroubles(ILogger<PollTroubles> logger)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>Another program has to be found and ended first.</summary>
    private static readonly TimeSpan AfterConflict = TimeSpan.FromSeconds(10);

    private int _failures;
    private string? _said;

    /// <summary>How long until the next try.</summary>
    public TimeSpan WaitAfter(RequestException failure)
    {
        _failures++;
        var isConflict = failure is ApiRequestException { ErrorCode: 409 };
        var kind = !isConflict ? "unreachable" : failure.Says("webhook") ? "webhook" : "poller";
        if (_said != kind)
        {
            _said = kind;
            Say(kind, failure);
        }

        return failure is ApiRequestException { Parameters.RetryAfter: { } seconds } ? TimeSpan.FromSeconds(seconds)
            : isConflict ? AfterConflict
            : TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(_failures, 10) - 1)));
    }

    /// <summary>Updates can be fetched.</summary>
    public void Over()
    {
        if (_said is not null)
        {
            LogOver();
        }

        (_failures, _said) = (0, null);
    }

    private void Say(string kind, RequestException failure)
    {
        switch (kind)
        {
            case "webhook":
                LogWebhook();
                break;
            case "poller":
                LogOtherPoller();
                break;
            default:
                LogUnreachable(failure.InnerException?.Message ?? failure.Message);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Another program fetches this bot's updates with the same token: end it, or give this bot a token of its own with /newbot at @BotFather. Tried again every ten seconds")]
    private partial void LogOtherPoller();

    [LoggerMessage(Level = LogLevel.Error, Message = "Telegram sends this bot's updates to a webhook that another program set: end that program and open the server's address with /bot<token>/deleteWebhook behind it once, or set Telegram:Webhook to receive them here. Tried again every ten seconds")]
    private partial void LogWebhook();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Updates cannot be fetched from Telegram: {Why}. Tried again until it works")]
    private partial void LogUnreachable(string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "Updates are fetched from Telegram again")]
    private partial void LogOver();
}
