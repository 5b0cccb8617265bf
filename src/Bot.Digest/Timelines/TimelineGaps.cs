namespace Bot.Digest.Timelines;

/// <summary>Says where a timeline is silent for long.</summary>
internal static class TimelineGaps
{
    /// <summary>Fewer days than this between two events need no remark.</summary>
    private const int Shortest = 5;

    /// <summary>A gap is remarked on where it is long and no shorter than usual: on a timeline of years every week is empty.</summary>
    /// <param name="entries">Oldest first.</param>
    public static List<TimelineEntry> Mark(List<TimelineEntry> entries)
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
            gaps[index] >= Shortest && gaps[index] >= usual ? entry with { QuietDaysBefore = gaps[index] } : entry)];
    }
}
