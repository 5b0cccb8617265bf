namespace Bot.Resilience;

/// <summary>What a run measured.</summary>
/// <param name="HoldsGood">Whether every promise was kept.</param>
internal sealed record RunReport(bool HoldsGood, IReadOnlyDictionary<string, object> Figures)
{
    /// <summary>What is written under the figures; null for nothing.</summary>
    public string? LastLine { get; init; }
}
