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

    public bool Planned => _reports[0].Hit.Planned;

    public IReadOnlyList<Report> Reports => _reports;

    public DateOnly From => Dated().Min(hit => hit.From);

    public DateOnly To => Dated().Max(hit => hit.To);

    /// <summary>Gathers reports into happenings; earlier days first, and on a day the reports in the order of publication.</summary>
    public static List<Happening> Merge(IEnumerable<Report> reports)
    {
        var happenings = new List<Happening>();

        // Those that a report of a later day can still belong to: without them each report would be compared with all before it.
        var open = new List<Happening>();
        foreach (var report in InOrder(reports))
        {
            open.RemoveAll(one => one.IsOver(report.Hit.From));
            var same = open
                .Select(one => (Happening: one, Likeness: one.LikenessTo(report)))
                .Where(one => one.Likeness > 0)
                .OrderByDescending(one => one.Likeness)
                .FirstOrDefault().Happening;
            if (same is null)
            {
                open.Add(new Happening(report));
                happenings.Add(open[^1]);
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

    /// <summary>The reports that date it most exactly, in the order of publication: "last week" says nothing against a Tuesday.</summary>
    public List<EventHit> Dated()
    {
        var finest = _reports.Min(report => report.Hit.Precision);
        return [.. _reports.Select(report => report.Hit)
            .Where(hit => hit.Precision == finest)
            .OrderBy(hit => hit.Citation.Published)];
    }

    private static IOrderedEnumerable<Report> InOrder(IEnumerable<Report> reports) => reports
        .OrderBy(report => report.Hit.From)
        .ThenBy(report => report.Hit.Citation.Published)
        .ThenBy(report => report.Hit.Sentence, StringComparer.Ordinal);

    /// <summary>Whether no report of this day or a later one can be of it.</summary>
    private bool IsOver(DateOnly day) =>
        _reports.TrueForAll(report => report.Hit.To < day && day.DayNumber - report.Hit.From.DayNumber > MostDaysApart);

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
}
