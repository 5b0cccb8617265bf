namespace Bot.Host.Platforms.Terminal;

/// <summary>The terminal that the program was started in.</summary>
public sealed class SystemTerminal : ITerminal
{
    /// <summary>Whether somebody can type and read here.</summary>
    public static bool IsPresent => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>What standard output can show.</summary>
    public static TerminalFeatures Output => Console.IsOutputRedirected
        ? TerminalFeatures.Pipe
        : TerminalFeatures.OfTerminal(Console.WindowWidth, Environment.GetEnvironmentVariable);

    public TerminalFeatures Features => Output;

    public bool KeyWaits => Console.KeyAvailable;

    // A read of the console cannot be cancelled: when the program ends, the thread that waits for the key ends with it.
    public Task<ConsoleKeyInfo> ReadKeyAsync(CancellationToken ct) =>
        Task.Run(() => Console.ReadKey(intercept: true), ct).WaitAsync(ct);

    public void Write(string text)
    {
        Console.Out.Write(text);
        Console.Out.Flush();
    }
}
