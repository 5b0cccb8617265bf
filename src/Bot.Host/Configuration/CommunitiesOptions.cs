using System.ComponentModel.DataAnnotations;

namespace Bot.Host.Configuration;

/// <summary>Who is served, and how much a community may follow unless <c>/community limit</c> says otherwise.</summary>
public sealed class CommunitiesOptions
{
    public const string Section = "Communities";

    /// <summary>Whether a new community waits until the operator approves it.</summary>
    public bool Approval { get; init; }

    /// <summary>Sources that a community may follow; the operator's default set has no limit.</summary>
    [Range(1, 10_000)]
    public int MostSources { get; init; } = 100;

    /// <summary>Sources that a community may add in a day, an import counting as one.</summary>
    [Range(1, 10_000)]
    public int AdditionsADay { get; init; } = 20;
}
