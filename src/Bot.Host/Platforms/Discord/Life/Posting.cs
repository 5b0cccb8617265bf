using Bot.Host.Platforms.Discord.Interactions;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Life;

/// <summary>Whether digests can be posted to a channel.</summary>
public static class Posting
{
    public static bool IsAllowed(Guild guild, string id, Channel channel, string bot) =>
        Permissions.In(guild.Everywhere(id), channel, id, bot, guild.Own).Has(Permissions.Posting);
}
