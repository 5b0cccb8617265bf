using Bot.Digest.Ports;

namespace Bot.Digest.Timelines;

/// <summary>Makes one timeline of the dated sentences of many articles.</summary>
public static class TimelineComposer
{

    private const int MostPlans = 5;

    /// <summary>
    /// Merges reports of one happening, keeps plans apart, and picks what the articles make most of, in the order of the days.
    /// </summary>
    /// <param name="events">Dated sentences in any order.</param>
    /// <param name="size">How much to keep; null keeps the happenings that stand out, 5 to 15.</param>
    public static Timeline Compose(IReadOnlyList<EventHit> events, TimelineSize? size = null)
    {
        var reports = Report.Of(events);
        var days = new DayStrength(reports);
        var happenings = Happening.Merge(reports);
        var happened = happenings.Where(one => !one.Planned).ToList();
        var planned = happenings.Where(plan => plan.Planned && !happened.Exists(done => done.Confirms(plan)));

        var ranked = RankedHappening.Of(happened, days);
        var plans = RankedHappening.Of(planned, days);
        var kept = size is null ? ranked.Take(TimelineLength.Of(ranked)).ToList() : size.Of(ranked);
        var announced = plans.Take(MostPlans).ToList();
        return new Timeline(
            TimelineGaps.Mark(Entries(kept)), Entries(announced), ranked.Count + plans.Count - kept.Count - announced.Count);
    }

    private static List<TimelineEntry> Entries(List<RankedHappening> happenings) =>
        [.. happenings.Select(TimelineEntry.Of).OrderBy(entry => entry.From).ThenByDescending(entry => entry.To)];
}
