using Bot.Digest.Ports;

namespace Bot.Digest.Timelines;

/// <summary>How much the articles make of each day: what their reports of it are worth, each article counted once.</summary>
internal sealed class DayStrength
{
    private readonly Dictionary<(DateOnly From, DateOnly To), double> _strengths;

    /// <summary>Counts once.</summary>
    /// <param name="reports">All that is told on the topic.</param>
    public DayStrength(IEnumerable<Report> reports) =>
        _strengths = reports
            .GroupBy(report => (report.Hit.From, report.Hit.To, report.Hit.Citation.Article), report => report.Worth)
            .GroupBy(article => (article.Key.From, article.Key.To), article => article.Max())
            .ToDictionary(day => day.Key, day => day.Sum());

    /// <summary>0 upwards, of the day or period that a report gives.</summary>
    public double Of(EventHit hit) => _strengths.GetValueOrDefault((hit.From, hit.To));
}
