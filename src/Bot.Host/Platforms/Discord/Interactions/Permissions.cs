using System.Globalization;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Interactions;

/// <summary>What members may do (docs.discord.com, topics/permissions).</summary>
public static class Permissions
{
    public const ulong Administrator = 1UL << 3;
    public const ulong ManageChannels = 1UL << 4;
    public const ulong ManageGuild = 1UL << 5;
    public const ulong ViewChannel = 1UL << 10;
    public const ulong SendMessages = 1UL << 11;
    public const ulong EmbedLinks = 1UL << 14;
    public const ulong AttachFiles = 1UL << 15;
    public const ulong ReadHistory = 1UL << 16;
    public const ulong ManageThreads = 1UL << 34;
    public const ulong SendInThreads = 1UL << 38;

    /// <summary>What the bot needs where it posts.</summary>
    public const ulong Posting = ViewChannel | SendMessages | EmbedLinks;

    /// <summary>The same in threads of a channel.</summary>
    public const ulong PostingInThreads = ViewChannel | SendInThreads | EmbedLinks;

    /// <summary>What the bot is invited with.</summary>
    public const ulong Invited = Posting | AttachFiles | ReadHistory | SendInThreads;

    /// <summary>No channel gives or takes them.</summary>
    private const ulong OfServer = Administrator | ManageGuild;

    public static string Text(ulong permissions) => permissions.ToString(CultureInfo.InvariantCulture);

    /// <summary>Nothing for what is no number.</summary>
    public static ulong Read(string? text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var permissions) ? permissions : 0;

    public static bool Has(this ulong permissions, ulong wanted) => (permissions & Administrator) != 0 || (permissions & wanted) == wanted;

    /// <summary>What roles give in the whole server; everybody has the one that is called as the server.</summary>
    public static ulong Of(string guild, IEnumerable<Role> roles, IReadOnlyCollection<ulong> own) =>
        roles.Where(role => role.Id == Read(guild) || own.Contains(role.Id)).Aggregate(0UL, (all, role) => all | role.Permissions);

    /// <summary>What a member may do in a channel: first what holds for everybody, then for roles, then for the member alone.</summary>
    /// <param name="everywhere">As <see cref="Of"/> gave it.</param>
    public static ulong In(ulong everywhere, Channel channel, string guild, string member, IReadOnlyCollection<ulong> own)
    {
        if ((everywhere & Administrator) != 0)
        {
            return ulong.MaxValue;
        }

        var (overwrites, everybody, alone) = (channel.PermissionOverwrites ?? [], Read(guild), Read(member));
        var permissions = Change(everywhere, overwrites.Where(one => one.Id == everybody));
        permissions = Change(permissions, overwrites.Where(one => one.Type == 0 && one.Id != everybody && own.Contains(one.Id)));
        return Change(permissions, overwrites.Where(one => one.Type == 1 && one.Id == alone));
    }

    private static ulong Change(ulong permissions, IEnumerable<Overwrite> overwrites)
    {
        var (allow, deny) = overwrites.Aggregate((Allow: 0UL, Deny: 0UL), (sum, one) => (sum.Allow | one.Allow, sum.Deny | one.Deny));
        return (permissions & (~deny | OfServer)) | (allow & ~OfServer);
    }
}
