namespace Bot.Host.Platforms.Discord.Rendering;

/// <summary>
/// What one message may hold (docs.discord.com, resources/message and components/reference). Counted here in UTF-16 code units: never fewer
/// than the characters that Discord counts.
/// </summary>
public static class DiscordLimits
{
    public const int Title = 256;
    public const int Description = 4096;
    public const int Embeds = 10;

    /// <summary>Characters of all cards of a message together.</summary>
    public const int EmbedSum = 6000;
    public const int Rows = 5;
    public const int ButtonsARow = 5;
    public const int ButtonLabel = 80;
    public const int CustomId = 100;
    public const int MenuOptions = 25;
    public const int MenuLabel = 100;
}
