using Microsoft.Extensions.Options;

namespace Bot.Host.Configuration;

/// <summary>How conversations behave until a community chooses for itself.</summary>
public sealed class ChatOptions
{
    public const string Section = "Chat";

    /// <summary>IANA time zone that times are shown in ("Europe/Berlin"); empty is the machine's own.</summary>
    public string Zone { get; init; } = "";

    /// <summary>The zone itself.</summary>
    /// <exception cref="TimeZoneNotFoundException">There is none of that name; start-up validation has refused it before.</exception>
    public TimeZoneInfo TimeZone => Zone.Length == 0 ? TimeZoneInfo.Local : TimeZoneInfo.FindSystemTimeZoneById(Zone);
}

public sealed class ChatOptionsValidator : IValidateOptions<ChatOptions>
{
    public ValidateOptionsResult Validate(string? name, ChatOptions options) =>
        options.Zone.Length == 0 || TimeZoneInfo.TryFindSystemTimeZoneById(options.Zone, out _)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"{ChatOptions.Section}:{nameof(ChatOptions.Zone)} is \"{options.Zone}\", which is no time zone; write one like \"Europe/Berlin\", or nothing for the machine's own.");
}
