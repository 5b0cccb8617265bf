namespace Bot.Digest.Chat;

/// <summary>A place where the bot speaks.</summary>
/// <param name="Platform">"terminal", "web", "telegram", "discord".</param>
/// <param name="Community">The platform's id of the server, group or private chat.</param>
/// <param name="Channel">The platform's id of the channel, thread or topic in it; equal to <paramref name="Community"/> where there is none.</param>
public sealed record ChatAddress(string Platform, string Community, string Channel)
{
    /// <summary>Before a user's id where it could be taken for a server's.</summary>
    public const char DirectMark = '@';

    /// <summary>
    /// What the conversation that somebody has with the bot alone may be called, as a <see cref="Community"/>. Nothing for the id of a group or a
    /// channel, which Telegram writes with a minus: whoever speaks in its name is not it.
    /// </summary>
    public static IReadOnlyList<string> DirectOf(string user) => user.StartsWith('-') ? [] : [user, $"{DirectMark}{user}"];
}
