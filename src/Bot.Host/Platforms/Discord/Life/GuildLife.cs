using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Host.Platforms.Discord.Interactions;

namespace Bot.Host.Platforms.Discord.Life;

/// <summary>
/// What follows for communities and subscriptions from what happens on Discord. An outage of Discord's is no removal, and a server that is announced again is
/// no new one.
/// </summary>
public sealed class GuildLife(Guilds guilds, ICommunities communities, ICommunityLife life, IPlatformState state, Welcome welcome, HeldChannels held, TimeProvider clock)
{
    private const string StateName = "listening";

    /// <summary>Rights in the whole server on which it depends what the bot may write to: each may be taken or given in a channel, but to an administrator.</summary>
    private const ulong Deciding = Permissions.Posting | Permissions.PostingInThreads | Permissions.Administrator;

    private readonly HashSet<string> _announced = new(StringComparer.Ordinal);
    private string _bot = "";
    private bool _isRemembered;

    /// <summary>When this archive's program last began to listen; null for never before: then nobody knows for how long the servers have had the bot.</summary>
    private DateTimeOffset? _listened;

    public async Task TakeAsync(GuildHappening happening, CancellationToken ct)
    {
        switch (happening)
        {
            case GuildHappening.Began began:
                await BeginAsync(began, ct);
                break;
            case GuildHappening.Came came:
                await ComeAsync(came, ct);
                break;
            case GuildHappening.Renamed renamed when guilds.Find(renamed.Guild) is { } guild && guild.Name != renamed.Name:
                guilds.Keep(renamed.Guild, guild with { Name = renamed.Name });
                await communities.EnterAsync(AddressOf(renamed.Guild), renamed.Name, ct);
                break;
            case GuildHappening.Left left:
                await LeaveAsync(left.Guild, ct);
                break;
            case GuildHappening.ChannelGone gone:
                await life.ClosedAsync(AddressOf(gone.Guild, gone.Channel), DeliveryReason.Gone, ct);
                break;
            case GuildHappening.ChannelChanged changed when guilds.Find(changed.Guild) is { } guild:
                await held.ChannelChangedAsync(changed.Guild, guild, _bot, changed.Channel, ct);
                break;
            case GuildHappening.RoleChanged changed when guilds.Find(changed.Guild) is { } guild:
                await ChangeAsync(changed.Guild, guild, guild with { Roles = [.. guild.Roles.Where(role => role.Id != changed.Role.Id), changed.Role] }, ct);
                break;
            case GuildHappening.RoleGone gone when guilds.Find(gone.Guild) is { } guild:
                await ChangeAsync(gone.Guild, guild, guild with { Roles = [.. guild.Roles.Where(role => role.Id != gone.Role)] }, ct);
                break;
            case GuildHappening.OwnRoles own when guilds.Find(own.Guild) is { } guild:
                await ChangeAsync(own.Guild, guild, guild with { Own = own.Roles }, ct);
                break;
        }
    }

    private static ChatAddress AddressOf(string guild, string? channel = null) => new(DiscordPlatform.Name, guild, channel ?? guild);

    /// <summary>Servers of this shard that are known here and no more to Discord were left while nobody listened.</summary>
    private async Task BeginAsync(GuildHappening.Began began, CancellationToken ct)
    {
        // First what needs no archive: a server that is not known to be there already would be welcomed as a new one.
        _bot = began.Bot;
        var there = began.Guilds.ToHashSet(StringComparer.Ordinal);
        _announced.UnionWith(there);
        if (!_isRemembered)
        {
            await RememberAsync(ct);
            _isRemembered = true;
        }

        foreach (var gone in (await communities.ChatsAsync(DiscordPlatform.Name, ct)).Where(chat => ShardOf(chat, began.Shards) == began.Shard && !there.Contains(chat)))
        {
            await LeaveAsync(gone, ct);
        }
    }

    private Task LeaveAsync(string id, CancellationToken ct)
    {
        guilds.Forget(id);
        held.Forget(id);
        _announced.Remove(id);
        return life.LeftAsync(DiscordPlatform.Name, id, DeliveryReason.Forbidden, ct);
    }

    private async Task RememberAsync(CancellationToken ct)
    {
        _listened = long.TryParse(await state.ReadAsync(DiscordPlatform.Name, StateName, ct), NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? DateTimeOffset.FromUnixTimeMilliseconds(before) : null;
        await state.WriteAsync(DiscordPlatform.Name, StateName, clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), ct);
    }

    /// <summary>Which shard tells of a server (docs.discord.com, events/gateway, sharding); none for direct messages.</summary>
    private static int? ShardOf(string guild, int shards) => Permissions.Read(guild) is > 0 and var id ? (int)((id >> 22) % (ulong)shards) : null;

    private async Task ComeAsync(GuildHappening.Came came, CancellationToken ct)
    {
        var isJoined = !_announced.Contains(came.Guild) && guilds.Find(came.Guild) is null;
        var now = clock.GetUtcNow();
        var guild = new Guild(came.Name, came.Roles, came.Own);
        guilds.Keep(came.Guild, guild);
        var community = await communities.EnterAsync(AddressOf(came.Guild), came.Name, ct);

        // One that was joined while nobody listened.
        var isNew = community.Since >= now.AddMilliseconds(-1) && came.JoinedAt > _listened;
        if (isJoined || community.IsLeft)
        {
            await life.ReturnedAsync(DiscordPlatform.Name, came.Guild, ct);
        }

        await held.LookAgainAsync(came.Guild, guild, _bot, ct);

        if ((isJoined || isNew) && came.Welcome is { } channel)
        {
            await welcome.SayAsync(AddressOf(came.Guild, channel), community, InterfaceLanguages.Nearest(came.Locale), ct);
        }
    }

    private async Task ChangeAsync(string id, Guild before, Guild after, CancellationToken ct)
    {
        guilds.Keep(id, after);
        if (((before.Everywhere(id) ^ after.Everywhere(id)) & Deciding) != 0 || !before.Own.SequenceEqual(after.Own))
        {
            await held.RightsChangedAsync(id, after, _bot, ct);
        }
    }
}
