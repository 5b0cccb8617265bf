namespace Bot.Host.Platforms.Terminal;

/// <summary>A keyboard and a screen.</summary>
public interface ITerminal
{
    /// <summary>What the screen can show, as wide as the window is now.</summary>
    TerminalFeatures Features { get; }

    /// <summary>Whether a key waits, as when much is pasted at once.</summary>
    bool KeyWaits { get; }

    /// <summary>The next key, not echoed.</summary>
    Task<ConsoleKeyInfo> ReadKeyAsync(CancellationToken ct);

    void Write(string text);
}
