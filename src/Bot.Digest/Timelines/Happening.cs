using Bot.Digest.Ports;

namespace Bot.Digest.Timelines;

/// <summary>Reports of one happening, while they are being gathered.</summary>
internal sealed class Happening
{
    /// <summary>Cosine of the sentences' words from which two reports of the same days are one happening.</summary>
    private const double SameDays = 0.4;

    /// <summary>The same where the days differ: the words must then leave little doubt.</summary>
    private const double OtherDays = 0.6;

    /// <summary>Outlets that date one happening differently are rarely further apart.</summary>
    private const int MostDaysApart = 2;

    /// <summary>
    /// Share of the shorter sentence's words that the longer holds too, from which two reports of one outlet on one day are one happening:
    /// an outlet returns to what it told in a clause, whose other words make the cosine small.
    /// </summary>
    private const double Retold = 0.5;

    private readonly List<Report> _reports;

    private Happening(Report first) => _reports = [first];

    private sealed record Report(EventHit Hit, SentenceWords Words);

    public bool Planned => _reports[0].Hit.Planned;

    public DateOnly From => Dated().Min(hit => hit.From);

    public DateOnly To => Dated().Max(hit => hit.To);

    /// <summary>The heaviest report, and a little more for each further outlet.</summary>
    public double Weight => _reports.Max(report => report.Hit.Weight) + (0.25 * Math.Log(Outlets().Count()));

    /// <summary>Gathers reports into happenings; earlier days first, and on a day the reports in the order of publication.</summary>
    public static List<Happening> Merge(IReadOnlyList<EventHit> events)
    {
        var words = SentenceWords.Of(events);
        var order = Enumerable.Range(0, events.Count)
            .OrderBy(index => events[index].From)
            .ThenBy(index => events[index].Citation.Published)
            .ThenBy(index => events[index].Sentence, StringComparer.Ordinal);

        var happenings = new List<Happening>();
        foreach (var index in order)
        {
            var report = new Report(events[index], words[index]);
            var same = happenings
                .Select(one => (Happening: one, Likeness: one.LikenessTo(report)))
                .Where(one => one.Likeness > 0)
                .OrderByDescending(one => one.Likeness)
                .FirstOrDefault().Happening;
            if (same is null)
            {
                happenings.Add(new Happening(report));
            }
            else
            {
                same._reports.Add(report);
            }
        }

        return happenings;
    }

    /// <summary>Whether this, which happened, is what the plan announced.</summary>
    public bool Confirms(Happening plan) =>
        From <= plan.To && plan.From <= To
        && _reports.Exists(done => plan._reports.Exists(said => done.Words.CosineTo(said.Words) >= SameDays));

    public TimelineEntry ToEntry()
    {
        var dated = Dated();
        var claims = dated
            .GroupBy(hit => (hit.From, hit.To, hit.Precision))
            .Select(group => new DateClaim(group.Key.From, group.Key.To, group.Key.Precision, EachOutletOnce(group)))
            .OrderBy(claim => claim.From)
            .ThenBy(claim => claim.To)
            .ToList();

        return new TimelineEntry
        {
            From = From,
            To = To,
            Precision = dated[0].Precision,
            Told = dated.MaxBy(hit => hit.Weight)!,
            Sources = EachOutletOnce(_reports.Select(report => report.Hit)),
            Claims = claims.Count > 1 ? claims : [],
        };
    }

    private IEnumerable<string> Outlets() =>
        _reports.Select(report => report.Hit.Citation.Outlet).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The reports that date it most exactly, in the order of publication: "last week" says nothing against a Tuesday.</summary>
    private List<EventHit> Dated()
    {
        var finest = _reports.Min(report => report.Hit.Precision);
        return [.. _reports.Select(report => report.Hit)
            .Where(hit => hit.Precision == finest)
            .OrderBy(hit => hit.Citation.Published)];
    }

    /// <summary>0 where the report tells something else.</summary>
    private double LikenessTo(Report report)
    {
        if (report.Hit.Planned != Planned)
        {
            return 0;
        }

        var likeness = 0.0;
        foreach (var known in _reports)
        {
            var bound = Bound(known.Hit, report.Hit);
            if (bound is null)
            {
                return 0;
            }

            var cosine = known.Words.CosineTo(report.Words);
            likeness = cosine >= bound || IsRetold(known, report) ? Math.Max(likeness, cosine) : likeness;
        }

        return likeness;
    }

    private static bool IsRetold(Report one, Report other) =>
        one.Hit.Precision == DatePrecision.Day && one.Hit.From == other.Hit.From && one.Hit.To == other.Hit.To
        && IsSameOutlet(one.Hit, other.Hit) && one.Words.OverlapWith(other.Words) >= Retold;

    private static bool IsSameOutlet(EventHit one, EventHit other) =>
        string.Equals(one.Citation.Outlet, other.Citation.Outlet, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// How alike two reports must be, null where their days rule it out. An outlet that gives two days tells of two things:
    /// only different outlets can disagree.
    /// </summary>
    private static double? Bound(EventHit one, EventHit other)
    {
        if (one.From == other.From && one.To == other.To)
        {
            return SameDays;
        }

        if (one.Precision != other.Precision)
        {
            return one.From <= other.To && other.From <= one.To ? OtherDays : null;
        }

        var apart = Math.Abs(one.From.DayNumber - other.From.DayNumber);
        return one.Precision == DatePrecision.Day && apart <= MostDaysApart && !IsSameOutlet(one, other) ? OtherDays : null;
    }

    private static List<Citation> EachOutletOnce(IEnumerable<EventHit> hits) =>
        [.. hits.Select(hit => hit.Citation)
            .OrderBy(citation => citation.Published)
            .DistinctBy(citation => citation.Outlet, StringComparer.OrdinalIgnoreCase)];
}
