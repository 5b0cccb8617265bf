using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Bot.Host.Platforms.Discord;

/// <summary>The bot on Discord. Without a token the platform is not there.</summary>
public sealed class DiscordOptions
{
    public const string Section = "Discord";

    /// <summary>From the developer portal (Bot, Reset Token). A secret: <c>DIGESTBOT__Discord__Token_FILE</c> names a file that holds it.</summary>
    public string Token { get; init; } = "";

    /// <summary>
    /// The application's public key from the developer portal, where interactions shall come to POST /discord/interactions by HTTP; empty to take them from the
    /// gateway, which needs no public address.
    /// </summary>
    public string PublicKey { get; init; } = "";

    /// <summary>Connections to the gateway; one is enough up to 2,500 servers. 0: as many as Discord advises.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>Where Discord's API is.</summary>
    public Uri Server { get; init; } = new("https://discord.com");
}

public sealed partial class DiscordOptionsValidator : IValidateOptions<DiscordOptions>
{
    private const int MostShards = 1000;

    public ValidateOptionsResult Validate(string? name, DiscordOptions options)
    {
        var problems = new ValidateOptionsResultBuilder();

        // What is wrong with it is not repeated: it may be a good token with one letter too many.
        if (options.Token.Length > 0 && !Token().IsMatch(options.Token))
        {
            problems.AddError($"{Key(nameof(options.Token))} is no bot token; copy it whole from the developer portal (Bot, Reset Token): three parts with dots between them.");
        }

        if (options.PublicKey.Length > 0 && !PublicKey().IsMatch(options.PublicKey))
        {
            problems.AddError($"{Key(nameof(options.PublicKey))} is no public key; copy it from the developer portal (General Information): 64 digits and letters from a to f.");
        }

        if (options.PublicKey.Length > 0 && options.Token.Length == 0)
        {
            problems.AddError($"{Key(nameof(options.PublicKey))} is set without {Key(nameof(options.Token))}; set both, or neither.");
        }

        if (options.Shards is < 0 or > MostShards)
        {
            problems.AddError($"{Key(nameof(options.Shards))} is {options.Shards}; write a number from 1 to {MostShards}, or 0 for as many as Discord advises.");
        }

        if (!options.Server.IsAbsoluteUri || options.Server.Scheme is not ("http" or "https") || options.Server.PathAndQuery != "/" || (options.Server.Scheme == Uri.UriSchemeHttp && !options.Server.IsLoopback))
        {
            problems.AddError($"{Key(nameof(options.Server))} is \"{options.Server.OriginalString}\"; write it like \"https://discord.com\".");
        }

        return problems.Build();
    }

    private static string Key(string name) => ConfigurationPath.Combine(DiscordOptions.Section, name);

    [GeneratedRegex(@"^[A-Za-z0-9_\-]{10,60}\.[A-Za-z0-9_\-]{4,20}\.[A-Za-z0-9_\-]{20,80}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex("^[0-9a-fA-F]{64}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PublicKey();
}
