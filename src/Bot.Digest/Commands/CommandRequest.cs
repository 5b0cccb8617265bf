using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>What a platform hands to the dispatcher: a line as typed, or as a button carries it, and who asks where.</summary>
public sealed record CommandRequest
{
    public required string Line { get; init; }

    public required ChatAddress Chat { get; init; }

    /// <summary>Whose archive answers.</summary>
    public required CommunityId Community { get; init; }

    /// <summary>The platform's id of the asker.</summary>
    public required string User { get; init; }

    /// <summary>What the asker may do here, checked by the platform just now.</summary>
    public required Access Access { get; init; }

    /// <inheritdoc cref="CommandCall.ReadFile"/>
    public ReadFile? ReadFile { get; init; }

    /// <summary>The channel's zone.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The language of words and dates; the invariant culture is English.</summary>
    public CultureInfo Language { get; init; } = CultureInfo.InvariantCulture;
}
