using System.ComponentModel.DataAnnotations;

namespace Bot.Host.Configuration;

/// <summary>How sources are visited.</summary>
public sealed class SourcesOptions
{
    public const string Section = "Sources";

    /// <summary>
    /// Most sources that are visited at once. Most of a visit is waiting, and hundreds of silent hosts must hold up no healthy one; how many
    /// requests are under way is limited where they are made.
    /// </summary>
    [Range(1, 1000)]
    public int AtOnce { get; init; } = 400;
}
