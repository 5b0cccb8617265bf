using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Host.Platforms.Discord.Life;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Interactions;

/// <summary>Who asks where, and what they may do there, as Discord says with the interaction itself.</summary>
/// <param name="IsDirect">In direct messages with the bot, which nobody else sees.</param>
public sealed record Asker(ChatAddress Chat, Community Community, Access Access, User User, bool IsDirect)
{
    /// <summary>What the community chose, else the asker's own: nobody else sees the answer.</summary>
    public required CultureInfo Language { get; init; }
}

/// <summary>Finds out who asks. A server is a community; so is every user in direct messages, and its admin.</summary>
public sealed class Askers(ICommunities communities, Guilds guilds)
{
    public async Task<Asker?> FindAsync(Interaction interaction, CancellationToken ct)
    {
        if ((interaction.Member?.User ?? interaction.User) is not { } user || (interaction.ChannelId ?? interaction.Channel?.Id) is not { } channel)
        {
            return null;
        }

        if (interaction.GuildId is not { } guild)
        {
            var direct = new ChatAddress(DiscordPlatform.Name, $"{ChatAddress.DirectMark}{user.Id}", channel);
            var own = await communities.EnterAsync(direct, NameOf(user), ct);
            return new Asker(direct, own, Access.CommunityAdmin, user, IsDirect: true) { Language = LanguageOf(interaction, own) };
        }

        var chat = new ChatAddress(DiscordPlatform.Name, guild, channel);
        var community = await communities.EnterAsync(chat, await guilds.NameAsync(guild, ct), ct);
        var access = AccessOf(Permissions.Read(interaction.Member?.Permissions), interaction.Member?.Roles ?? [], community);
        return new Asker(chat, community, access, user, IsDirect: false) { Language = LanguageOf(interaction, community) };
    }

    /// <summary>What somebody may do: who manages the server says who else does, by a role; who manages the channel changes that one.</summary>
    /// <param name="permissions">In the channel that is meant.</param>
    public static Access AccessOf(ulong permissions, IReadOnlyCollection<ulong> roles, Community community) =>
        permissions.Has(Permissions.ManageGuild) ? Access.CommunityAdmin
        : Permissions.Read(community.Settings.Managers) is > 0 and var managers && roles.Contains(managers) ? Access.Manager
        : permissions.Has(Permissions.ManageChannels) ? Access.ChannelAdmin
        : Access.Everyone;

    private static CultureInfo LanguageOf(Interaction interaction, Community community) =>
        community.Settings.LanguageOr(InterfaceLanguages.Nearest(interaction.Locale));

    /// <summary>As others see the user.</summary>
    public static string NameOf(User user) => user.GlobalName ?? user.Username ?? user.Id;
}
