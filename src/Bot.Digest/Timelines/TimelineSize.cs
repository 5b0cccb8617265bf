namespace Bot.Digest.Timelines;

/// <summary>How much a timeline is to hold.</summary>
/// <param name="Days">The strongest days, this many.</param>
/// <param name="EachDay">The first happenings of each, at most this many.</param>
public sealed record TimelineSize(int Days, int EachDay)
{
    /// <summary>All there is.</summary>
    public static TimelineSize Everything { get; } = new(int.MaxValue, int.MaxValue);

    /// <summary>Those of so many days, in their order.</summary>
    /// <param name="ranked">The strongest first.</param>
    internal List<RankedHappening> Of(List<RankedHappening> ranked)
    {
        var days = ranked.Select(one => one.Day).Distinct().Take(Days).ToHashSet();
        return [.. ranked.Where(one => one.Place < EachDay && days.Contains(one.Day))];
    }
}
