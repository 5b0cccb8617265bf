namespace Bot.Host.Platforms.Discord.Wire;

/// <summary>What a refused request is answered with.</summary>
/// <param name="RetryAfter">Seconds, with 429 alone.</param>
/// <param name="Global">With 429: for the whole bot.</param>
public sealed record ErrorBody(int Code, string? Message, double? RetryAfter, bool? Global);

/// <summary>Anything of which only the id is wanted.</summary>
public sealed record Identified(string Id);

/// <summary>A post in a forum: a thread with its first message.</summary>
/// <param name="Name">1 to 100 characters.</param>
public sealed record ThreadBody(string Name, MessageBody Message);

/// <summary>Opens the direct messages with a user.</summary>
public sealed record DirectBody(string RecipientId);

/// <summary>A channel, as far as it matters here.</summary>
public sealed record Channel
{
    public const int NewsThread = 10;
    public const int PublicThread = 11;
    public const int PrivateThread = 12;
    public const int Forum = 15;
    public const int Media = 16;

    public required string Id { get; init; }

    public int Type { get; init; }

    public string? GuildId { get; init; }

    public string? Name { get; init; }

    /// <summary>The channel that a thread is in.</summary>
    public string? ParentId { get; init; }

    /// <summary>What the one who asked may do in it, as a decimal number; only in what an interaction brings along.</summary>
    public string? Permissions { get; init; }

    public IReadOnlyList<Overwrite>? PermissionOverwrites { get; init; }

    public ThreadMetadata? ThreadMetadata { get; init; }
}

/// <summary>What a role or a member may do in a channel beside what the role gives.</summary>
/// <param name="Type">0 for a role, 1 for a member.</param>
public readonly record struct Overwrite(ulong Id, int Type, ulong Allow, ulong Deny);

public sealed record ThreadMetadata(bool Archived, bool Locked);

/// <summary>A role of a server; those of all servers are kept.</summary>
public readonly record struct Role(ulong Id, ulong Permissions);

/// <summary>GET /applications/@me.</summary>
public sealed record Application(string Id, string? VerifyKey);

/// <summary>GET /guilds/{guild}/threads/active.</summary>
public sealed record ThreadList(IReadOnlyList<Channel> Threads);
