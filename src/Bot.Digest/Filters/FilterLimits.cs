namespace Bot.Digest.Filters;

/// <summary>How much filters may ask for: a shared source's articles are compared with those of all who follow it.</summary>
public static class FilterLimits
{
    /// <summary>Filters that a community may have.</summary>
    public const int Most = 50;

    /// <summary>Characters of a rule.</summary>
    public const int LongestRule = 200;

    /// <summary>Characters of title and text that a regular expression is compared with: three times a long article.</summary>
    public const int MostCompared = 20_000;

    /// <summary>Longest time that one regular expression may take for so much text when it is tried; a slower one is refused.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// When an accepted one is given up: the clock also counts what a busy machine does meanwhile, and who gives up too early misses what fits.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
}
