namespace Bot.Host.Platforms.Discord.Gateway;

/// <summary>What the codes mean with which Discord closes a connection (docs.discord.com, topics/opcodes-and-status-codes).</summary>
public static class CloseCodes
{
    /// <summary>Ours, when the connection seems dead: it keeps the session.</summary>
    public const int Dead = 4000;

    private static readonly Dictionary<int, string> _fatal = new()
    {
        [4004] = "Discord does not know the token in Discord:Token; copy it anew from the developer portal (Bot, Reset Token) and start again.",
        [4010] = "Discord refuses the number of a shard; correct Discord:Shards and start again.",
        [4011] = "The bot is in too many servers for one connection; set Discord:Shards to the number that Discord advises, or to 0 for exactly that, and start again.",
        [4012] = "Discord serves version 10 of its gateway no more; install a newer DigestBot.",
        [4013] = "Discord refuses the events that were asked for; install a newer DigestBot.",
        [4014] = "Discord does not allow the events that were asked for; install a newer DigestBot.",
    };

    /// <summary>What to change, when connecting again would change nothing; null otherwise.</summary>
    public static string? WhyFatal(int? code) => code is { } known ? _fatal.GetValueOrDefault(known) : null;

    /// <summary>
    /// Whether the session is lost: it is not known, or timed out. A server that closes with 1000 or 1001 goes away by itself; only the client's own end the session.
    /// </summary>
    public static bool EndsSession(int? code) => code is 4003 or 4007 or 4009;
}
