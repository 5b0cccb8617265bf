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

        var there = interaction.Data?.Resolved?.Channels?.GetValueOrDefault(id)?.Permissions is { } told ? Permissions.Read(told) : await ComputeAsync(interaction, asker, channel, ct);
        return there.Has(Permissions.ViewChannel) && await IsInAsync(channel, there, asker, ct)
            ? new ChannelChoice(asker.Chat with { Channel = channel.Id }, asker.Community.Id, Askers.AccessOf(there, interaction.Member?.Roles ?? [], asker.Community), null)
            : nothing;
    };

    /// <summary>Rights in a channel do not let into its private threads: only their members see them, and those who manage threads (docs.discord.com, topics/threads).</summary>
    private async Task<bool> IsInAsync(Channel channel, ulong there, Asker asker, CancellationToken ct) =>
        channel.Type != Channel.PrivateThread || there.Has(Permissions.ManageThreads)
            || await rest.ReadAsync(Routes.FindThreadMember(channel.Id, asker.User.Id), DiscordJson.Default.Identified, ct) is not null;

    /// <summary>Discord tells rights in channels that were picked; in one that a button names they are worked out.</summary>
    private async Task<ulong> ComputeAsync(Interaction interaction, Asker asker, Channel channel, CancellationToken ct)
    {
        // A thread has no rights of its own: those of its channel hold.
        var ruling = channel is { ThreadMetadata: not null, ParentId: { } parent } ? await rest.ReadAsync(Routes.FindChannel(parent), DiscordJson.Default.Channel, ct) : channel;
        if (ruling is null || await guilds.RolesAsync(asker.Chat.Community, ct) is not { } roles)
        {
            return 0;
        }

        var own = interaction.Member?.Roles ?? [];
        var isAdministrator = Permissions.Read(interaction.Member?.Permissions).Has(Permissions.Administrator);
        var everywhere = isAdministrator ? Permissions.Administrator : Permissions.Of(asker.Chat.Community, roles, own);
        return Permissions.In(everywhere, ruling, asker.Chat.Community, asker.User.Id, own);
    }
}
