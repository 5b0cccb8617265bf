using Bot.Digest.Schedules;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Digest.Tests.Schedules;

public sealed class SlotPlanTests
{
    private static readonly DateTimeOffset Start = Zones.At("2026-11-27T09:00+01:00");

    /// <summary>Zones whose clocks change in unusual ways: by half an hour, at midnight, around Ramadan, never, and over the date line.</summary>
    private static readonly string[] Unusual =
    [
        "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "America/Santiago", "Africa/Casablanca", "Asia/Kathmandu",
        "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Havana", "America/Nuuk", "Antarctica/Troll",
    ];

    [Fact]
    public void Each_listed_time_of_each_chosen_day_is_due_once()
    {
        var schedule = Of("08:00", "18:00") with { Cadence = new Cadence([new(18, 0), new(8, 0), new(8, 0)], WeekDays.Monday | WeekDays.Friday) };

        var due = SlotPlan.Due(schedule, Zones.Berlin, null, Start.AddDays(4)).Select(slot => (slot.Day.Day, slot.Number, slot.Due));

        Assert.Equal(
            [(27, 1, Zones.At("2026-11-27T18:00+01:00")), (30, 0, Zones.At("2026-11-30T08:00+01:00")), (30, 1, Zones.At("2026-11-30T18:00+01:00"))],
            due);
    }

    [Fact]
    public void What_was_planned_is_not_planned_again_whatever_the_clock_does()
    {
        var schedule = Of("08:00", "18:00");
        var planned = SlotPlan.Due(schedule, Zones.Berlin, null, Start.AddDays(3)).ToList();

        Assert.Empty(SlotPlan.Due(schedule, Zones.Berlin, planned[^1], Start.AddDays(3)));
        Assert.Empty(SlotPlan.Due(schedule, Zones.Berlin, planned[^1], Start.AddDays(1)));
        Assert.Equal(planned[3..], SlotPlan.Due(schedule, Zones.Berlin, planned[2], Start.AddDays(3)));
    }

    [Fact]
    public void A_slot_whose_zone_has_other_rules_by_now_stays_the_same_slot()
    {
        var schedule = Of("08:00");
        var planned = SlotPlan.Due(schedule, Zones.Berlin, null, Start.AddDays(1)).Last();

        var later = SlotPlan.Due(schedule, Zones.Of("America/New_York"), planned, Start.AddDays(2).AddHours(6));

        Assert.Equal([planned.Day.AddDays(1)], later.Select(slot => slot.Day));
    }

    [Fact]
    public void What_falls_into_a_pause_is_never_due()
    {
        var paused = Of("08:00") with { PausedUntil = Start.AddDays(2) };

        Assert.Equal([new DateOnly(2026, 11, 30)], SlotPlan.Due(paused, Zones.Berlin, null, Start.AddDays(3)).Select(slot => slot.Day));
        Assert.Equal([new DateOnly(2026, 12, 2)], SlotPlan.Due((paused with { PausedUntil = DateTimeOffset.MaxValue }).Resumed(Start.AddDays(4)), Zones.Berlin, null, Start.AddDays(5)).Select(slot => slot.Day));
        Assert.Null(SlotPlan.Next(paused with { PausedUntil = DateTimeOffset.MaxValue }, Zones.Berlin, null, Start));
    }

    [Theory]
    [InlineData("10:00", "2026-11-29T10:00+01:00")]
    [InlineData("19:59", "2026-11-29T19:59+01:00")]
    [InlineData("20:00", "2026-11-28T20:00+01:00")]
    [InlineData("21:00", "2026-11-28T21:00+01:00")]
    public void Another_time_holds_from_twelve_hours_after_the_last_digest_on(string time, string next)
    {
        var (last, now) = (SlotPlan.Due(Of("08:00"), Zones.Berlin, null, Start.AddDays(1)).Last(), Start.AddDays(1));

        var changed = Of("08:00").ChangedTo(new Cadence([Zones.Time(time)], WeekDays.All), "Europe/Berlin", null, last, now);

        Assert.Equal(Zones.At(next), SlotPlan.Next(changed, Zones.Berlin, last, now)?.Due);
    }

    [Fact]
    public void Other_days_hold_at_once_and_bring_nothing_of_the_past()
    {
        var schedule = Of("08:00") with { Cadence = new Cadence([new(8, 0)], WeekDays.Monday) };

        var changed = schedule.ChangedTo(new Cadence([new(8, 0)], WeekDays.All), "Europe/Berlin", null, null, Start.AddHours(1));

        Assert.Empty(SlotPlan.Due(changed, Zones.Berlin, null, Start.AddHours(1)));
        Assert.Equal(new DateOnly(2026, 11, 28), SlotPlan.Next(changed, Zones.Berlin, null, Start.AddHours(1))?.Day);
        Assert.Equal(0, changed.FirstNumber);
    }

    [Fact]
    public void However_often_times_and_zones_are_changed_no_slot_comes_twice_and_all_come_in_order_half_a_day_after_a_change()
    {
        var cadence = Gen.Select(Gen.Int[0, 95].Array[1, 4], Gen.Int[1, 127], (quarters, days) =>
            new Cadence(quarters.Select(quarter => TimeOnly.MinValue.AddMinutes(15 * quarter)), (WeekDays)days));
        Gen.Select(cadence, Gen.Int[0, Unusual.Length - 1], Gen.Int[0, 72]).Array[1, 12].Sample(changes =>
        {
            var clock = new FakeTimeProvider(Start);
            var schedule = Of("08:00");
            var planned = new List<Slot>();
            foreach (var (wish, place, hours) in changes)
            {
                var (before, zone) = (planned.LastOrDefault(), Unusual[place]);
                var changed = schedule.ChangedTo(wish, zone, null, before, clock.GetUtcNow());
                var next = SlotPlan.Next(changed, Zones.Of(zone), before, clock.GetUtcNow());
                Assert.True(before is null || changed.FirstNumber == schedule.FirstNumber || next!.Due - before.Due >= Schedule.LeastAfterChange);
                schedule = changed;
                clock.Advance(TimeSpan.FromHours(hours));
                planned.AddRange(SlotPlan.Due(schedule, Zones.Of(zone), before, clock.GetUtcNow()));
            }

            Assert.Equal(planned.Count, planned.DistinctBy(slot => (slot.Day, slot.Number)).Count());
            Assert.Equal(planned, planned.OrderBy(slot => slot.Due));
        });
    }

    [Fact]
    public void In_years_of_quarter_hours_each_listed_time_of_each_day_comes_once_and_in_order()
    {
        // The whole walk over every zone is a command: dotnet run -c Release --project tests/Bot.Benchmarks -- schedules
        var schedule = Of("00:15", "01:30", "02:15", "23:45") with { ValidFrom = Start };
        foreach (var zone in Unusual.Select(Zones.Of))
        {
            var clock = new FakeTimeProvider(Start);
            var planned = new List<Slot>();
            for (var hour = 0; hour < 400 * 24; hour++)
            {
                clock.Advance(TimeSpan.FromHours(1));
                planned.AddRange(SlotPlan.Due(schedule, zone, planned.LastOrDefault(), clock.GetUtcNow()));
            }

            var expected = Enumerable.Range(0, 400 * 4).Select(slot => (planned[0].Day.DayNumber * 4) + planned[0].Number + slot);
            Assert.Equal(expected.Take(planned.Count), planned.Select(slot => (slot.Day.DayNumber * 4) + slot.Number));
            Assert.InRange(planned.Count, (400 * 4) - 4, 400 * 4);
            Assert.All(planned.Zip(planned.Skip(1)), pair => Assert.True(pair.First.Due <= pair.Second.Due));
        }
    }

    private static Schedule Of(params string[] times) => new()
    {
        Cadence = new Cadence(times.Select(Zones.Time), WeekDays.All),
        Zone = "Europe/Berlin",
        ValidFrom = Start,
    };
}
