namespace Bot.Host.Tests.Platforms;

/// <summary>How long a test waits for what should come at once: on the slowest machine it has come by then, and what hangs still fails.</summary>
internal static class Patience
{
    public static readonly TimeSpan Long = TimeSpan.FromMinutes(4);
}
