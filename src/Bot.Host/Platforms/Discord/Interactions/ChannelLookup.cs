using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Host.Platforms.Discord.Life;
using Bot.Host.Platforms.Discord.Rest;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Interactions;

/// <summary>
/// Finds a channel of the asker's own server that a line names, and what the asker may do in it. What is of another server, what the bot does not see
/// and what does not exist are told alike.
/// </summary>
public sealed class ChannelLookup(DiscordRest rest, Guilds guilds)
{
    /// <summary>The delegate for one interaction.</summary>
    public FindChannel For(Interaction interaction, Asker asker) => async (typed, ct) =>
    {
        var nothing = new ChannelChoice(null, asker.Community.Id, Access.Everyone, null);
        var id = typed.Trim().TrimStart('<', '#').TrimEnd('>');
        if (asker.IsDirect || id.Length is 0 or > 20 || !id.All(char.IsAsciiDigit)
            || await rest.ReadAsync(Routes.FindChannel(id), DiscordJson.Default.Channel, ct) is not { } channel || channel.GuildId != interaction.GuildId)
        {
            return nothing;
        }

        // A thread has no rights of its own: those of its channel hold.
        var ruling = channel is { ThreadMetadata: not null, ParentId: { } parent } ? await rest.ReadAsync(Routes.FindChannel(parent), DiscordJson.Default.Channel, ct) : channel;
        if (ruling is null || await guilds.RolesAsync(interaction.GuildId!, ct) is not { } roles)
        {
            return nothing;
        }

        var (guild, own, here) = (interaction.GuildId!, interaction.Member?.Roles ?? [], Permissions.Read(interaction.Member?.Permissions));
        var everywhere = here.Has(Permissions.Administrator) ? Permissions.Administrator : Permissions.Of(guild, roles, own);
        var there = Permissions.In(everywhere, ruling, guild, asker.User.Id, own);
        return there.Has(Permissions.ViewChannel)
            ? new ChannelChoice(new ChatAddress(DiscordPlatform.Name, guild, channel.Id), asker.Community.Id, Askers.AccessOf(there, own, asker.Community), null)
            : nothing;
    };
}
