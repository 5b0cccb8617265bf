using Telegram.Bot.Exceptions;

namespace Bot.Host.Platforms.Telegram;

/// <summary>What to do, and what to tell the operator, when updates cannot be fetched: said once, and again when it is over.</summary>
public sealed partial class TelegramTroubles(TimeProvider clock, ILogger<TelegramTroubles> logger)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>Another program has to be found and ended first.</summary>
    private static readonly TimeSpan AfterConflict = TimeSpan.FromSeconds(10);

    private int _failures;
    private Trouble? _said;

    private enum Trouble
    {
        Webhook,
        OtherPoller,
        Unreachable,
        Here,
    }

    /// <summary>Until the next try.</summary>
    public Task WaitAsync(Exception failure, CancellationToken ct)
    {
        _failures++;
        var kind = failure switch
        {
            ApiRequestException { ErrorCode: 409 } conflict => conflict.Says("webhook") ? Trouble.Webhook : Trouble.OtherPoller,
            RequestException => Trouble.Unreachable,
            _ => Trouble.Here,
        };
        if (_said != kind)
        {
            _said = kind;
            Say(kind, failure);
        }

        var wait = failure is ApiRequestException { Parameters.RetryAfter: { } seconds } ? TimeSpan.FromSeconds(seconds)
            : kind is Trouble.Webhook or Trouble.OtherPoller ? AfterConflict
            : TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(_failures, 10) - 1)));
        return Task.Delay(wait, clock, ct);
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

    /// <summary>An update that would be as unreadable if it came again.</summary>
    public void SayUnreadable(int update) => LogUnreadable(update);

    /// <summary>There is nothing to be tried again.</summary>
    public void SayUnknownBot() => LogUnknownBot();

    private void Say(Trouble trouble, Exception failure)
    {
        switch (trouble)
        {
            case Trouble.Webhook:
                LogWebhook();
                break;
            case Trouble.OtherPoller:
                LogOtherPoller();
                break;
            case Trouble.Unreachable:
                LogUnreachable(failure.InnerException?.Message ?? failure.Message);
                break;
            default:
                LogFailed(failure);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Another program fetches this bot's updates with the same token: end it, or give this bot a token of its own with /newbot at @BotFather. Tried again every ten seconds")]
    private partial void LogOtherPoller();

    [LoggerMessage(Level = LogLevel.Error, Message = "Telegram sends this bot's updates to a webhook that another program set: end that program and open the server's address with /bot<token>/deleteWebhook behind it once, or set Telegram:Webhook to receive them here. Tried again every ten seconds")]
    private partial void LogWebhook();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Updates cannot be fetched from Telegram now, and are tried again until it works ({Why})")]
    private partial void LogUnreachable(string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "Updates are fetched from Telegram again")]
    private partial void LogOver();

    [LoggerMessage(Level = LogLevel.Error, Message = "Telegram's updates cannot be read here now. Tried again until it works")]
    private partial void LogFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Update {Update} of Telegram has a form that this version cannot read; it is left out")]
    private partial void LogUnreadable(int update);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Telegram does not know the token in Telegram:Token, so nothing is read or posted there: copy it again from @BotFather, put it into the settings and start again")]
    private partial void LogUnknownBot();
}
