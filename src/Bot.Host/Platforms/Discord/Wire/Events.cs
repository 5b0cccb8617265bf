namespace Bot.Host.Platforms.Discord.Wire;

/// <summary>READY, as far as it matters here.</summary>
/// <param name="Guilds">The servers of this shard; each is announced later.</param>
public sealed record ReadyEvent(User User, IReadOnlyList<GuildPart> Guilds);

/// <summary>GUILD_CREATE, GUILD_UPDATE and GUILD_DELETE.</summary>
public sealed record GuildEvent
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    /// <summary>Discord itself has an outage there.</summary>
    public bool Unavailable { get; init; }

    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>Where the server greets its new members.</summary>
    public string? SystemChannelId { get; init; }

    /// <summary>The language that the server chose.</summary>
    public string? PreferredLocale { get; init; }

    public IReadOnlyList<Role>? Roles { get; init; }

    /// <summary>The bot is among them, and nobody else has to be.</summary>
    public IReadOnlyList<Member>? Members { get; init; }

    public IReadOnlyList<Channel>? Channels { get; init; }
}

/// <summary>GUILD_ROLE_CREATE, GUILD_ROLE_UPDATE and GUILD_ROLE_DELETE.</summary>
/// <param name="RoleId">With the last alone.</param>
public sealed record RoleEvent(string GuildId, Role? Role, ulong? RoleId);

/// <summary>GUILD_MEMBER_UPDATE; without a privileged intent it comes for the bot alone.</summary>
public sealed record MemberEvent(string GuildId, User User, IReadOnlyList<ulong> Roles);
