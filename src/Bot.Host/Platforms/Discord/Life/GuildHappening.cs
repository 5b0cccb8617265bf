using System.Text.Json;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Life;

/// <summary>Something that happened to a server or a channel: no more of the event than is needed, since thousands may wait.</summary>
public abstract record GuildHappening
{
    /// <summary>A session began on a shard.</summary>
    public sealed record Began(int Shard, int Shards, string Bot, IReadOnlyList<string> Guilds) : GuildHappening;

    /// <summary>A server is there: announced after a session began, joined, or back after an outage.</summary>
    /// <param name="Welcome">Where the bot can introduce itself; null for nowhere.</param>
    public sealed record Came(string Guild, string Name, DateTimeOffset? JoinedAt, IReadOnlyList<Role> Roles, IReadOnlyList<ulong> Own, string? Welcome) : GuildHappening
    {
        /// <summary>The language that the server chose.</summary>
        public string? Locale { get; init; }
    }

    public sealed record Renamed(string Guild, string Name) : GuildHappening;

    /// <summary>The bot is in the server no more.</summary>
    public sealed record Left(string Guild) : GuildHappening;

    public sealed record ChannelGone(string Guild, string Channel) : GuildHappening;

    public sealed record ChannelChanged(string Guild, Channel Channel) : GuildHappening;

    public sealed record RoleChanged(string Guild, Role Role) : GuildHappening;

    public sealed record RoleGone(string Guild, ulong Role) : GuildHappening;

    /// <summary>The bot has other roles.</summary>
    public sealed record OwnRoles(string Guild, IReadOnlyList<ulong> Roles) : GuildHappening;
}

/// <summary>Reads events of the gateway.</summary>
/// <param name="shard">The one whose events these are.</param>
public sealed class HappeningReader(int shard, int shards)
{
    private string _bot = "";

    /// <summary>Null for what is of no concern.</summary>
    /// <exception cref="JsonException">The event is not what Discord documents.</exception>
    public GuildHappening? Read(string name, ReadOnlyMemory<byte> data) => name switch
    {
        "READY" => Began(Of(data, DiscordJson.Default.ReadyEvent)),
        "GUILD_CREATE" => Came(Of(data, DiscordJson.Default.GuildEvent)),
        "GUILD_UPDATE" => Of(data, DiscordJson.Default.GuildEvent) is { Name: { } called } guild ? new GuildHappening.Renamed(guild.Id, called) : null,
        "GUILD_DELETE" => Of(data, DiscordJson.Default.GuildEvent) is { Unavailable: false } left ? new GuildHappening.Left(left.Id) : null,
        "CHANNEL_DELETE" or "THREAD_DELETE" => Of(data, DiscordJson.Default.Channel) is { GuildId: { } guild } gone ? new GuildHappening.ChannelGone(guild, gone.Id) : null,
        "CHANNEL_UPDATE" or "THREAD_UPDATE" or "THREAD_CREATE" => Of(data, DiscordJson.Default.Channel) is { GuildId: { } guild } changed ? new GuildHappening.ChannelChanged(guild, changed) : null,
        "GUILD_ROLE_CREATE" or "GUILD_ROLE_UPDATE" => Of(data, DiscordJson.Default.RoleEvent) is { Role: { } role } changed ? new GuildHappening.RoleChanged(changed.GuildId, role) : null,
        "GUILD_ROLE_DELETE" => Of(data, DiscordJson.Default.RoleEvent) is { RoleId: { } role } gone ? new GuildHappening.RoleGone(gone.GuildId, role) : null,
        "GUILD_MEMBER_UPDATE" => Of(data, DiscordJson.Default.MemberEvent) is var member && member.User.Id == _bot ? new GuildHappening.OwnRoles(member.GuildId, member.Roles) : null,
        _ => null,
    };

    private static T Of<T>(ReadOnlyMemory<byte> data, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class => JsonSerializer.Deserialize(data.Span, type) ?? throw new JsonException();

    private GuildHappening.Began Began(ReadyEvent ready)
    {
        _bot = ready.User.Id;
        return new GuildHappening.Began(shard, shards, _bot, [.. ready.Guilds.Select(guild => guild.Id)]);
    }

    private GuildHappening.Came? Came(GuildEvent guild)
    {
        if (guild.Unavailable || guild.Name is null)
        {
            return null;
        }

        IReadOnlyList<ulong> own = [.. guild.Members?.FirstOrDefault(member => member.User?.Id == _bot)?.Roles ?? []];
        var kept = new Guild(guild.Name, [.. guild.Roles ?? []], own);
        var welcome = (guild.Channels ?? [])
            .Where(channel => channel.Type == 0 && Posting.IsAllowed(kept, guild.Id, channel, _bot))
            .OrderByDescending(channel => channel.Id == guild.SystemChannelId)
            .FirstOrDefault();
        return new GuildHappening.Came(guild.Id, guild.Name, guild.JoinedAt, kept.Roles, own, welcome?.Id) { Locale = guild.PreferredLocale };
    }
}
