using Bot.Digest.Ports;

namespace Bot.Digest.Timelines;

/// <summary>One happening, however many outlets told it.</summary>
public sealed record TimelineEntry
{
    /// <summary>First day; the earliest that an outlet gives where they disagree.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day; the latest that an outlet gives where they disagree.</summary>
    public required DateOnly To { get; init; }

    /// <summary>How exactly the best informed outlet dates it.</summary>
    public required DatePrecision Precision { get; init; }

    /// <summary>The report whose sentence stands for all of them.</summary>
    public required EventHit Told { get; init; }

    /// <summary>Every report of it with the rule that dated it, in the order of publication.</summary>
    public required IReadOnlyList<EventHit> Reports { get; init; }

    /// <summary>Each outlet once, with its earliest report, earliest first.</summary>
    public required IReadOnlyList<Citation> Sources { get; init; }

    /// <summary>Who gives which date, earliest date first; empty where the outlets agree.</summary>
    public required IReadOnlyList<DateClaim> Claims { get; init; }

    /// <summary>Days without a dated event before this one, where that is worth a line; otherwise 0.</summary>
    public int QuietDaysBefore { get; init; }

    internal static TimelineEntry Of(RankedHappening ranked)
    {
        var happening = ranked.Happening;
        var claims = happening.Dated()
            .GroupBy(hit => (hit.From, hit.To, hit.Precision))
            .Select(group => new DateClaim(group.Key.From, group.Key.To, group.Key.Precision, EachOutletOnce(group)))
            .OrderBy(claim => claim.From)
            .ThenBy(claim => claim.To)
            .ToList();

        return new TimelineEntry
        {
            From = happening.From,
            To = happening.To,
            Precision = ranked.Told.Precision,
            Told = ranked.Told,
            Reports = [.. happening.Reports.Select(report => report.Hit).OrderBy(hit => hit.Citation.Published)],
            Sources = EachOutletOnce(happening.Reports.Select(report => report.Hit)),
            Claims = claims.Count > 1 ? claims : [],
        };
    }

    private static List<Citation> EachOutletOnce(IEnumerable<EventHit> hits) =>
        [.. hits.Select(hit => hit.Citation)
            .OrderBy(citation => citation.Published)
            .DistinctBy(citation => citation.Outlet, StringComparer.OrdinalIgnoreCase)];
}
