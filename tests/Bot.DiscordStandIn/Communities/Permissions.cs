namespace Bot.DiscordStandIn.Communities;

/// <summary>The rights that matter to a bot like ours; bits as in Discord's documentation (topics/permissions).</summary>
[Flags]
public enum Permissions : ulong
{
    None = 0,
    Administrator = 1UL << 3,
    ManageChannels = 1UL << 4,
    ManageGuild = 1UL << 5,
    ViewChannel = 1UL << 10,
    SendMessages = 1UL << 11,
    ManageMessages = 1UL << 13,
    EmbedLinks = 1UL << 14,
    AttachFiles = 1UL << 15,
    ReadMessageHistory = 1UL << 16,
    UseApplicationCommands = 1UL << 31,
    ManageThreads = 1UL << 34,
    SendMessagesInThreads = 1UL << 38,

    /// <summary>What everybody may in an ordinary channel.</summary>
    Ordinary = ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadMessageHistory | UseApplicationCommands | SendMessagesInThreads,
}
