namespace Bot.Digest.Timelines;

/// <summary>How long a timeline is when nobody says.</summary>
internal static class TimelineLength
{
    private const int Fewest = 5;
    private const int Most = 15;

    /// <summary>
    /// The knee of the sorted strengths, 5 to 15: the last one before the place that lies furthest below the straight line
    /// from the heaviest to the lightest.
    /// </summary>
    /// <param name="ranked">The strongest first.</param>
    public static int Of(List<RankedHappening> ranked)
    {
        if (ranked.Count <= Fewest)
        {
            return ranked.Count;
        }

        var weights = ranked.ConvertAll(one => one.Strength / ranked[0].Strength).ToArray();
        var last = weights.Length - 1;
        var slope = (weights[last] - weights[0]) / last;
        var knee = last;
        var deepest = 0.0;
        for (var index = 1; index < last; index++)
        {
            var depth = weights[0] + (slope * index) - weights[index];
            if (depth > deepest)
            {
                (knee, deepest) = (index, depth);
            }
        }

        // No knee: all weigh about the same, so as many as fit.
        return Math.Clamp(deepest > 0.05 ? knee : weights.Length, Fewest, Most);
    }
}
