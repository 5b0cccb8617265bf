namespace Bot.Host.Platforms.Terminal;

/// <summary>Where the lines of a conversation come from.</summary>
public interface ILineSource
{
    /// <summary>The next line without its break; null when there is no more.</summary>
    Task<string?> ReadAsync(CancellationToken ct);
}
