namespace Bot.Digest.Schedules;

/// <summary>
/// Which slots a schedule has. The same question always has the same answer, so that asking again after a crash, a pause or a jump of the
/// clock plans nothing twice and leaves nothing out.
/// </summary>
public static class SlotPlan
{
    /// <summary>The calendar ends soon after.</summary>
    private static readonly DateTimeOffset _end = new(9990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The slots that are due and not yet planned, the earliest first.</summary>
    /// <param name="last">The last planned slot; null without one.</param>
    public static IEnumerable<Slot> Due(Schedule schedule, TimeZoneInfo zone, Slot? last, DateTimeOffset now) =>
        After(schedule, zone, last).TakeWhile(slot => slot.Due <= now);

    /// <summary>The next slot that will be due; null while nobody knows when.</summary>
    /// <param name="last">The last planned slot; null without one.</param>
    public static Slot? Next(Schedule schedule, TimeZoneInfo zone, Slot? last, DateTimeOffset now) =>
        After(schedule with { ValidFrom = schedule.ValidFrom > now ? schedule.ValidFrom : now }, zone, last).FirstOrDefault(slot => slot.Due > now);

    private static IEnumerable<Slot> After(Schedule schedule, TimeZoneInfo zone, Slot? last)
    {
        if (schedule.Begin >= _end)
        {
            yield break;
        }

        // By the key, not by the moment: a zone whose rules were changed since moves a slot that was planned, but it stays the same slot.
        var known = last is not null && last.Number >= schedule.FirstNumber ? (last.Day, last.Number) : (DateOnly.MinValue, 0);
        var first = zone.DayAt(schedule.Begin).AddDays(-1);
        for (var day = first > known.Item1 ? first : known.Item1; day.Year < _end.Year; day = day.AddDays(1))
        {
            if (!schedule.Cadence.Days.Has(day.DayOfWeek) || zone.Skips(day))
            {
                continue;
            }

            foreach (var (index, time) in schedule.Cadence.Times.Index())
            {
                var slot = new Slot(day, schedule.FirstNumber + index, zone.FirstAt(day, time));
                if (slot.Due >= schedule.Begin && (slot.Day, slot.Number).CompareTo(known) > 0)
                {
                    yield return slot;
                }
            }
        }
    }
}
