using Bot.Host.Platforms.Discord.Interactions;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Life;

/// <summary>Whether digests can be posted to a channel.</summary>
public static class Posting
{
    /// <summary>Whether the bot may post there.</summary>
    /// <param name="inThread">In its threads is meant.</param>
    public static bool IsAllowed(Guild guild, string id, Channel channel, string bot, bool inThread = false) =>
        Permissions.In(guild.Everywhere(id), channel, id, bot, guild.Own).Has(inThread ? Permissions.PostingInThreads : Permissions.Posting);
}
