using Bot.Digest.Ports;

namespace Bot.Digest.Timelines;

/// <summary>Makes one timeline of the dated sentences of many articles.</summary>
public static class TimelineComposer
{
    /// <summary>Fewer days than this between two events need no remark.</summary>
    private const int ShortestGap = 5;

    private const int MostPlans = 5;

    /// <summary>
    /// Merges reports of one happening, keeps plans apart, and picks the weightiest in the order of their days.
    /// </summary>
    /// <param name="events">Dated sentences in any order.</param>
    /// <param name="length">How many happenings to keep; null keeps those that stand out, 5 to 15.</param>
    public static Timeline Compose(IReadOnlyList<EventHit> events, int? length = null)
    {
        var happenings = Happening.Merge(events);
        var happened = happenings.Where(one => !one.Planned).ToList();
        var planned = happenings
            .Where(plan => plan.Planned && !happened.Exists(done => done.Confirms(plan)))
            .OrderByDescending(plan => plan.Weight)
            .ToList();

        var kept = Weightiest(happened, length ?? TimelineLength.Of(happened));
        var plans = Weightiest(planned, MostPlans);
        return new Timeline(
            WithGaps(InOrder(kept)), InOrder(plans), happened.Count + planned.Count - kept.Count - plans.Count);
    }

    private static List<Happening> Weightiest(List<Happening> happenings, int length) =>
        [.. happenings.OrderByDescending(one => one.Weight).ThenBy(one => one.From).Take(length)];

    private static List<TimelineEntry> InOrder(List<Happening> happenings) =>
        [.. happenings.OrderBy(one => one.From).ThenByDescending(one => one.To).Select(one => one.ToEntry())];

    /// <summary>A gap is remarked on where it is long and no shorter than usual: on a timeline of years every week is empty.</summary>
    private static List<TimelineEntry> WithGaps(List<TimelineEntry> entries)
    {
        var gaps = new int[entries.Count];
        var last = entries.Count > 0 ? entries[0].To : default;
        for (var index = 1; index < entries.Count; index++)
        {
            gaps[index] = Math.Max(0, entries[index].From.DayNumber - last.DayNumber - 1);
            last = entries[index].To > last ? entries[index].To : last;
        }

        var usual = gaps.Length < 2 ? 0 : gaps.Skip(1).Order().ElementAt((gaps.Length - 1) / 2);
        return [.. entries.Select((entry, index) =>
            gaps[index] >= ShortestGap && gaps[index] >= usual ? entry with { QuietDaysBefore = gaps[index] } : entry)];
    }
}
