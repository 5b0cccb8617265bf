using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Bot.Host.Platforms.Telegram;

/// <summary>The bot on Telegram. Without a token the platform is not there.</summary>
public sealed class TelegramOptions
{
    public const string Section = "Telegram";

    /// <summary>What @BotFather gave for the bot ("123456789:…"). A secret: <c>DIGESTBOT__Telegram__Token_FILE</c> names a file that holds it.</summary>
    public string Token { get; init; } = "";

    /// <summary>The Bot API server: Telegram's own, or one that is run beside the bot.</summary>
    public Uri Server { get; init; } = new("https://api.telegram.org");

    /// <summary>The public https address that Telegram sends updates to; empty to fetch them, which needs no address at all.</summary>
    public string Webhook { get; init; } = "";

    /// <summary>What Telegram has to say with each update that it sends: 16 to 256 letters, digits, hyphens and underscores.</summary>
    public string WebhookSecret { get; init; } = "";
}

public sealed partial class TelegramOptionsValidator : IValidateOptions<TelegramOptions>
{
    public ValidateOptionsResult Validate(string? name, TelegramOptions options)
    {
        var problems = new ValidateOptionsResultBuilder();

        // What is wrong with it is not repeated: it may be a good token with one letter too many.
        if (options.Token.Length > 0 && !Token().IsMatch(options.Token))
        {
            problems.AddError($"{Key(nameof(options.Token))} is no token; copy it whole from @BotFather, digits, a colon and about 35 letters.");
        }

        if (!options.Server.IsAbsoluteUri || options.Server.Scheme is not ("http" or "https") || options.Server.PathAndQuery != "/")
        {
            problems.AddError($"{Key(nameof(options.Server))} is \"{options.Server.OriginalString}\"; write it like \"https://api.telegram.org\".");
        }

        if (options.Webhook.Length > 0 && !(Uri.TryCreate(options.Webhook, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.AbsolutePath != "/"))
        {
            problems.AddError($"{Key(nameof(options.Webhook))} is \"{options.Webhook}\"; write it with https and a path, like \"https://bot.example.org/telegram\".");
        }

        if (options.Webhook.Length > 0 && !Secret().IsMatch(options.WebhookSecret))
        {
            problems.AddError($"{Key(nameof(options.WebhookSecret))} is needed with {Key(nameof(options.Webhook))}: 16 to 256 letters, digits, hyphens and underscores that nobody can guess.");
        }

        return problems.Build();
    }

    private static string Key(string name) => ConfigurationPath.Combine(TelegramOptions.Section, name);

    [GeneratedRegex("^[0-9]{3,20}:[A-Za-z0-9_-]{30,64}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex("^[A-Za-z0-9_-]{16,256}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Secret();
}
