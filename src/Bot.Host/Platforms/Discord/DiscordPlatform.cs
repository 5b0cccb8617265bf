namespace Bot.Host.Platforms.Discord;

/// <summary>Discord, by the gateway.</summary>
public sealed class DiscordPlatform
{
    /// <summary>As in <see cref="Bot.Digest.Chat.ChatAddress.Platform"/>.</summary>
    public const string Name = "discord";
}
