namespace Bot.TelegramStandIn;

/// <summary>How the stand-in plays its part.</summary>
public sealed record StandInOptions
{
    /// <summary>The bot's token; its first part is the bot's id.</summary>
    public string Token { get; init; } = "7000000001:AAstandInForTestsOnly0123456789abcdef";

    /// <summary>The bot's user name.</summary>
    public string BotName { get; init; } = "digest_test_bot";

    /// <summary>Whether members' plain messages in groups reach the bot (privacy mode off).</summary>
    public bool ReadsAllMessages { get; init; }

    /// <summary>Whether people may ask the bot in other chats.</summary>
    public bool IsInline { get; init; } = true;

    /// <summary>Port to listen on; 0 for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>
    /// How long after a press or an inline question an answer is taken. The real time is documented nowhere; this is on the safe side.
    /// </summary>
    public TimeSpan QueryLife { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether the documented rates are enforced by 429.</summary>
    public bool IsRateLimited { get; init; } = true;

    /// <summary>Where a webhook's public address leads on this machine; null when nobody listens there.</summary>
    public Func<Uri, Uri>? WebhookRoute { get; init; }
}
