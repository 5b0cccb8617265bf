using Bot.Digest.Ports;

namespace Bot.Digest.Timelines;

/// <summary>
/// How much the articles make of each day: what their reports of it are worth, each article counted once, and copies of one report
/// once too. The same words printed again days later are no copy: what outlets go on telling in the same words mattered.
/// </summary>
internal sealed class DayStrength
{
    /// <summary>Cosine from which two sentences are the same report.</summary>
    private const double Copied = 0.8;

    /// <summary>Copies of a report are printed within this time.</summary>
    private static readonly TimeSpan _copying = TimeSpan.FromDays(1);

    private readonly Dictionary<(DateOnly From, DateOnly To), double> _strengths;

    /// <summary>Counts once.</summary>
    /// <param name="reports">All that is told on the topic.</param>
    public DayStrength(IEnumerable<Report> reports) =>
        _strengths = reports.GroupBy(report => (report.Hit.From, report.Hit.To)).ToDictionary(day => day.Key, Strength);

    /// <summary>0 upwards, of the day or period that a report gives.</summary>
    public double Of(EventHit hit) => _strengths.GetValueOrDefault((hit.From, hit.To));

    private static double Strength(IEnumerable<Report> day)
    {
        var counted = new List<Report>();
        foreach (var report in day
            .GroupBy(report => report.Hit.Citation.Article, (_, own) => own.MaxBy(report => report.Worth)!)
            .OrderByDescending(report => report.Worth))
        {
            if (!counted.Exists(known => IsCopy(known, report)))
            {
                counted.Add(report);
            }
        }

        return counted.Sum(report => report.Worth);
    }

    private static bool IsCopy(Report one, Report other) =>
        (one.Hit.Citation.Published - other.Hit.Citation.Published).Duration() <= _copying && one.Words.CosineTo(other.Words) >= Copied;
}
