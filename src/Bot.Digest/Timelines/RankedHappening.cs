using Bot.Digest.Ports;

namespace Bot.Digest.Timelines;

/// <summary>A happening with its place among the others of its day and what speaks for showing it.</summary>
/// <param name="Happening">What happened or is planned.</param>
/// <param name="Told">The report whose sentence stands for all of them.</param>
/// <param name="Day">First day of the period that most speaks for.</param>
/// <param name="Place">0 for the first of its day.</param>
/// <param name="Strength">What speaks for showing it, 0 upwards.</param>
internal sealed record RankedHappening(Happening Happening, EventHit Told, DateOnly Day, int Place, double Strength)
{
    /// <summary>What a day's next happening keeps of the day's strength: a timeline of one day tells little.</summary>
    private const double NextOfDay = 0.5;

    /// <summary>Shorter sentences say too little to stand for a day (words).</summary>
    private const int ShortestTold = 12;

    private const double TooShort = 0.6;

    private sealed record Candidate(Happening Happening, EventHit Told, double Choice);

    /// <summary>The strongest first; of equals the earlier.</summary>
    public static List<RankedHappening> Of(IEnumerable<Happening> happenings, DayStrength days) =>
        [.. happenings
            .GroupBy(happening => StrongestPeriod(happening, days))
            .SelectMany(day => OfDay([.. day], days))
            .OrderByDescending(one => one.Strength)
            .ThenBy(one => one.Day)
            .ThenBy(one => one.Told.Sentence, StringComparer.Ordinal)];

    private static (DateOnly From, DateOnly To) StrongestPeriod(Happening happening, DayStrength days)
    {
        var strongest = happening.Dated().MaxBy(days.Of)!;
        return (strongest.From, strongest.To);
    }

    private static IEnumerable<RankedHappening> OfDay(List<Happening> happenings, DayStrength days)
    {
        var centre = new WordCentre(happenings.SelectMany(one => one.Reports).Select(report => report.Words));
        return happenings
            .Select(one => Best(one, centre))
            .OrderByDescending(one => one.Choice)
            .ThenBy(one => one.Told.Sentence, StringComparer.Ordinal)
            .Select((one, place) => new RankedHappening(
                one.Happening, one.Told, StrongestPeriod(one.Happening, days).From, place, days.Of(one.Told) * Math.Pow(NextOfDay, place)));
    }

    /// <summary>The sentence of the happening that has most of what is told of the day.</summary>
    private static Candidate Best(Happening happening, WordCentre centre)
    {
        var finest = happening.Dated();
        var (told, choice) = happening.Reports
            .Where(report => finest.Contains(report.Hit))
            .Select(report => (report.Hit, Choice: Choice(report, centre)))
            .OrderByDescending(pair => pair.Choice)
            .ThenBy(pair => pair.Hit.Citation.Published)
            .ThenBy(pair => pair.Hit.Sentence, StringComparer.Ordinal)
            .First();
        return new Candidate(happening, told, choice);
    }

    private static double Choice(Report report, WordCentre centre) =>
        centre.CosineOf(report.Words) * report.Relevance * report.Hit.Weight
        * (report.Words.Words.Length < ShortestTold ? TooShort : 1);
}
