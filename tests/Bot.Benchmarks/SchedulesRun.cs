using System.Diagnostics;
using System.Globalization;
using Bot.Digest.Schedules;

namespace Bot.Benchmarks;

/// <summary>
/// Walks through ten years of every zone of the system's tz database hour by hour, with a subscription for each quarter hour of the day: each
/// must be due exactly once on each of the zone's days, in order, and never a day after the one before plus what the clock was put back.
/// </summary>
internal sealed class SchedulesRun(int firstYear)
{
    private const int Years = 10;
    private const int Quarters = 24 * 4;

    /// <summary>First bytes of a compiled zone (RFC 8536).</summary>
    private static readonly byte[] _magic = "TZif"u8.ToArray();

    private long _slots;
    private long _wrong;
    private long _moved;
    private TimeSpan _longest;

    public Dictionary<string, object> Run()
    {
        var began = Stopwatch.GetTimestamp();
        var zones = Zones().ToList();
        foreach (var zone in zones)
        {
            Walk(TimeZoneInfo.FindSystemTimeZoneById(zone));
        }

        return new()
        {
            ["zones"] = zones.Count,
            ["first_year"] = firstYear,
            ["years"] = Years,
            ["slots"] = _slots,
            ["missing_doubled_or_out_of_order"] = _wrong,
            ["at_another_time_than_listed"] = _moved,
            ["longest_between_two_days"] = _longest.ToString("c", CultureInfo.InvariantCulture),
            ["seconds"] = Math.Round(Stopwatch.GetElapsedTime(began).TotalSeconds, 1),
        };
    }

    /// <summary>All names, those that only lead to another zone included.</summary>
    private static IEnumerable<string> Zones()
    {
        var folder = Environment.GetEnvironmentVariable("TZDIR") ?? "/usr/share/zoneinfo";
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(IsZone)
            .Select(file => Path.GetRelativePath(folder, file))
            .Where(name => !name.StartsWith("posix", StringComparison.Ordinal) && !name.StartsWith("right", StringComparison.Ordinal) && name != "localtime")
            .Order(StringComparer.Ordinal);
    }

    private static bool IsZone(string path)
    {
        using var file = File.OpenHandle(path);
        Span<byte> first = stackalloc byte[4];
        return RandomAccess.Read(file, first, 0) == first.Length && first.SequenceEqual(_magic);
    }

    private void Walk(TimeZoneInfo zone)
    {
        var begin = new DateTimeOffset(firstYear, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var end = begin.AddYears(Years);
        foreach (var quarter in Enumerable.Range(0, Quarters))
        {
            var time = TimeOnly.MinValue.AddMinutes(15 * quarter);
            var schedule = new Schedule { Cadence = new Cadence([time], WeekDays.All), Zone = zone.Id, ValidFrom = begin };
            Slot? last = null;
            // The clock stops at odd moments, hours to weeks apart, as restarts and outages make it.
            for (var (now, step) = (begin, 1); now < end; now += TimeSpan.FromMinutes(step = (step * 7919) % 20_011))
            {
                foreach (var slot in SlotPlan.Due(schedule, zone, last, now))
                {
                    Check(zone, time, last, slot);
                    last = slot;
                }
            }
        }
    }

    private void Check(TimeZoneInfo zone, TimeOnly time, Slot? last, Slot slot)
    {
        _slots++;
        var local = TimeZoneInfo.ConvertTime(slot.Due, zone).DateTime;
        _moved += local == slot.Day.ToDateTime(time) ? 0 : 1;
        if (last is null)
        {
            return;
        }

        // Days that the zone's clock leaves out are nobody's days.
        var next = last.Day.AddDays(1);
        while (zone.Skips(next))
        {
            next = next.AddDays(1);
        }

        _wrong += slot.Day == next && slot.Due > last.Due && local >= slot.Day.ToDateTime(time) ? 0 : 1;
        _longest = slot.Due - last.Due > _longest ? slot.Due - last.Due : _longest;
    }
}
