namespace Bot.Host.Platforms.Terminal;

/// <summary>Where the lines of a conversation come from.</summary>
public interface ILineSource
{
    /// <summary>The next line without its break; null when there is no more.</summary>
    Task<string?> ReadAsync(CancellationToken ct);

    /// <summary>Shows a text above the line that is being typed, from any thread.</summary>
    void Show(string text);
}
