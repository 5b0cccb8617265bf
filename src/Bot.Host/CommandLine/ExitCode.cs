namespace Bot.Host.CommandLine;

/// <summary>What the program tells the shell.</summary>
public static class ExitCode
{
    public const int Good = 0;

    /// <summary>Something the user or the operator can put right; one sentence on standard error says what.</summary>
    public const int Problem = 1;

    /// <summary>A defect of this program.</summary>
    public const int Bug = 2;
}
