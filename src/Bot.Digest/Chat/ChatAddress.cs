namespace Bot.Digest.Chat;

/// <summary>A place where the bot speaks.</summary>
/// <param name="Platform">"terminal", "web", "telegram", "discord".</param>
/// <param name="Community">The platform's id of the server, group or private chat.</param>
/// <param name="Channel">The platform's id of the channel, thread or topic in it; equal to <paramref name="Community"/> where there is none.</param>
public sealed record ChatAddress(string Platform, string Community, string Channel);
