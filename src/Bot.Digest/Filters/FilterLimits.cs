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

    /// <summary>
    /// Places of a regular expression, repetitions written out: as many as the longest rule without any has. The worst of 400 expressions made
    /// to be slow took three quarters of a second of processor time for <see cref="MostCompared"/> characters.
    /// </summary>
    public const int MostPlaces = LongestRule;
}
