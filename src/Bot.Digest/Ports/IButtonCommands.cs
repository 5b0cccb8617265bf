namespace Bot.Digest.Ports;

/// <summary>
/// Commands behind buttons, for platforms whose buttons carry only a few bytes. A key is made of the command alone, so that the same command
/// has the same key, also after a restart. Who pressed is not kept; what was used by nobody for ninety days is forgotten.
/// </summary>
public interface IButtonCommands
{
    /// <summary>Keeps commands, and counts them as used now; durable when it returns.</summary>
    /// <param name="commands">As they would be typed.</param>
    /// <returns>Their keys in their order: 22 letters, digits, hyphens and underscores each.</returns>
    Task<IReadOnlyList<string>> KeepAsync(IReadOnlyList<string> commands, CancellationToken ct);

    /// <summary>The command of a key; null when it is not kept, or not any more.</summary>
    Task<string?> FindAsync(string key, CancellationToken ct);
}
