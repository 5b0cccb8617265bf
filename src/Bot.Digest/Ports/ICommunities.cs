using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Schedules;

namespace Bot.Digest.Ports;

/// <summary>Whether a community is served.</summary>
public enum CommunityStanding
{
    Served = 1,

    /// <summary>The operator approves communities, and has not approved this one yet.</summary>
    Waiting = 2,
    Blocked = 3,
}

/// <summary>What a community's admins chose for all of its channels.</summary>
/// <param name="Zone">IANA name of the zone that times are shown in; null for the platform's or the host's.</param>
/// <param name="Language">Culture of words and dates; null for the platform's.</param>
/// <param name="Quiet">Hours at which new subscriptions are silent; null for none.</param>
/// <param name="Managers">The platform's id of a role whose members act as channel admins; null for none.</param>
public sealed record CommunitySettings(string? Zone, string? Language, QuietHours? Quiet, string? Managers)
{
    /// <summary>Nothing was chosen.</summary>
    public static CommunitySettings None { get; } = new(null, null, null, null);

    /// <summary>The language that was chosen; where none was, another one.</summary>
    public CultureInfo LanguageOr(CultureInfo another) => Language is { } chosen ? InterfaceLanguages.Of(chosen) : another;
}

/// <summary>A community that the bot is in.</summary>
/// <param name="Platform">As in <see cref="ChatAddress"/>; empty for the default set.</param>
/// <param name="Chat">The platform's id of it.</param>
/// <param name="Name">As the platform names it.</param>
/// <param name="Sources">How many sources it follows itself.</param>
/// <param name="MostSources">How many it may follow; the default set as many as it likes.</param>
public sealed record Community(
    CommunityId Id, string Platform, string Chat, string Name, CommunityStanding Standing, DateTimeOffset Since, int Sources, int MostSources)
{
    public CommunitySettings Settings { get; init; } = CommunitySettings.None;

    /// <summary>The bot was removed from it; as <see cref="ICommunities.EnterAsync"/> gives it: until now, and nobody has told of its return.</summary>
    public bool IsLeft { get; init; }
}

/// <summary>Who is served. Changing calls write the audit in the same transaction.</summary>
public interface ICommunities
{
    /// <summary>
    /// The community of a chat, made when it is new: waiting where the operator approves communities, else served. Where somebody speaks the bot is: one that
    /// it was removed from is left no more, and is kept.
    /// </summary>
    /// <param name="chat">Where somebody speaks.</param>
    /// <param name="name">As the platform names the community now; kept.</param>
    Task<Community> EnterAsync(ChatAddress chat, string name, CancellationToken ct);

    Task<Community?> FindAsync(CommunityId community, CancellationToken ct);

    /// <summary>Those that wait first, then the newest.</summary>
    Task<Hits<Community>> ListAsync(int skip, int take, CancellationToken ct);

    /// <summary>The platform's ids of the communities there that the bot was not removed from.</summary>
    Task<IReadOnlyList<string>> ChatsAsync(string platform, CancellationToken ct);

    /// <summary>Those of a platform that are called so, whatever the case of the letters, and that the bot was not removed from; the oldest first.</summary>
    Task<IReadOnlyList<Community>> NamedAsync(string platform, string name, CancellationToken ct);

    /// <summary>Serves a community from now on, or blocks it.</summary>
    /// <returns>False when there is none of that number, or it is the default set.</returns>
    Task<bool> ServeAsync(Editor editor, CommunityId community, bool serve, CancellationToken ct);

    /// <summary>Says how many sources a community may follow.</summary>
    /// <returns>False when there is none of that number, or it is the default set.</returns>
    Task<bool> LimitAsync(Editor editor, CommunityId community, int most, CancellationToken ct);

    /// <summary>Puts settings in the place of those of the editor's community; the default set's hold for the terminal and the page.</summary>
    Task SettleAsync(Editor editor, CommunitySettings settings, CancellationToken ct);
}
