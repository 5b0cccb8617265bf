using System.Collections.Concurrent;
using Bot.Host.Platforms.Discord.Interactions;
using Bot.Host.Platforms.Discord.Rest;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Life;

/// <summary>What is kept of a server, in memory: its name, its roles, and which of them are the bot's.</summary>
public sealed record Guild(string Name, IReadOnlyList<Role> Roles, IReadOnlyList<ulong> Own)
{
    /// <summary>What the bot may do where no channel says otherwise.</summary>
    public ulong Everywhere(string id) => Permissions.Of(id, Roles, Own);
}

/// <summary>The servers that the bot is in, as the gateway announced them. Safe for many threads.</summary>
public sealed class Guilds(DiscordRest rest)
{
    private readonly ConcurrentDictionary<ulong, Guild> _guilds = new();

    public Guild? Find(string id) => _guilds.GetValueOrDefault(Permissions.Read(id));

    public void Keep(string id, Guild guild) => _guilds[Permissions.Read(id)] = guild;

    public bool Forget(string id) => _guilds.TryRemove(Permissions.Read(id), out _);

    /// <summary>As the server is called; its id where Discord does not tell.</summary>
    public async Task<string> NameAsync(string id, CancellationToken ct)
    {
        if (Find(id) is { } known)
        {
            return known.Name;
        }

        if (await rest.ReadAsync(Routes.FindGuild(id), DiscordJson.Default.GuildEvent, ct) is not { Name: { } name } guild)
        {
            return id;
        }

        // Where interactions come by HTTP no gateway has announced it.
        Keep(id, new Guild(name, guild.Roles ?? [], []));
        return name;
    }

    /// <summary>The roles as they are now; null when Discord does not tell.</summary>
    public Task<IReadOnlyList<Role>?> RolesAsync(string id, CancellationToken ct) => rest.ReadAsync(Routes.ListRoles(id), DiscordJson.Default.IReadOnlyListRole, ct);
}
