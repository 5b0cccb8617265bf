using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>The channel that somebody named, and what they may do in it; or why it is not to be had.</summary>
/// <param name="Chat">Null with a problem.</param>
/// <param name="Community">Whose channel it is: the asker's, or one that the asker administers.</param>
/// <param name="Access">What the asker may do there, checked by the platform just now.</param>
/// <param name="Problem">One sentence that says what to do instead; the same for what does not exist and for what is not the asker's business.</param>
public sealed record ChannelChoice(ChatAddress? Chat, CommunityId Community, Access Access, RichText? Problem);

/// <summary>Finds a channel as it is typed or picked on a platform.</summary>
public delegate Task<ChannelChoice> FindChannel(string typed, CancellationToken ct);

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

    /// <summary>Counted already (see <see cref="CommandDispatcher.Count"/>).</summary>
    public bool IsCounted { get; init; }

    /// <inheritdoc cref="CommandCall.ReadFile"/>
    public ReadFile? ReadFile { get; init; }

    /// <inheritdoc cref="CommandCall.RepliesTo"/>
    public string? RepliesTo { get; init; }

    /// <summary>Finds another channel that the line names; null where the platform has one conversation only.</summary>
    public FindChannel? FindChannel { get; init; }

    /// <summary>The channel's zone, or else the host's. What the community chose comes before it.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>True where <see cref="Zone"/> is the asker's own and not a guess.</summary>
    public bool KnowsZone { get; init; }

    /// <summary>
    /// The language of words and dates, where the community chose none; the invariant culture is English. A platform that rations its askers gives what the
    /// community chose: who asks too often is told so before the archive is asked.
    /// </summary>
    public CultureInfo Language { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>The language of what is posted in the channel by itself, where the community chose none; null for that of the answers.</summary>
    public CultureInfo? PostLanguage { get; init; }
}
