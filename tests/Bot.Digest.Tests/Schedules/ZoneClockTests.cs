using Bot.Digest.Schedules;

namespace Bot.Digest.Tests.Schedules;

public sealed class ZoneClockTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T03:00+02:00")]
    [InlineData("Europe/Berlin", "2026-03-29", "01:59", "2026-03-29T01:59+01:00")]
    [InlineData("America/New_York", "2026-03-08", "02:00", "2026-03-08T03:00-04:00")]
    [InlineData("Africa/Cairo", "2026-04-24", "00:15", "2026-04-24T01:00+03:00")]
    [InlineData("America/Santiago", "2026-09-06", "00:00", "2026-09-06T01:00-03:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-04T02:30+11:00")]
    [InlineData("Pacific/Apia", "2011-12-30", "08:00", "2011-12-31T00:00+14:00")]
    public void A_time_that_does_not_exist_gives_the_first_moment_after_the_gap(string zone, string day, string time, string moment) =>
        Assert.Equal(Zones.At(moment), Zones.Of(zone).FirstAt(Zones.Day(day), Zones.Time(time)));

    [Theory]
    [InlineData("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T02:30+02:00")]
    [InlineData("Europe/Berlin", "2026-10-25", "03:00", "2026-10-25T03:00+01:00")]
    [InlineData("America/New_York", "2026-11-01", "01:00", "2026-11-01T01:00-04:00")]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-05T01:45+11:00")]
    [InlineData("America/Havana", "2026-11-01", "00:30", "2026-11-01T00:30-04:00")]
    public void A_time_that_comes_twice_gives_its_first_coming(string zone, string day, string time, string moment) =>
        Assert.Equal(Zones.At(moment), Zones.Of(zone).FirstAt(Zones.Day(day), Zones.Time(time)));

    [Theory]
    [InlineData("Pacific/Apia", "2011-12-30", true)]
    [InlineData("Pacific/Apia", "2011-12-31", false)]
    [InlineData("Europe/Berlin", "2026-03-29", false)]
    public void A_day_that_the_clock_leaves_out_is_known(string zone, string day, bool isLeftOut) =>
        Assert.Equal(isLeftOut, Zones.Of(zone).Skips(Zones.Day(day)));

    [Fact]
    public void A_zone_that_the_system_does_not_know_any_more_stands_still_and_says_so()
    {
        var lost = FoundZone.Of("Europe/Norrmark", TimeSpan.FromHours(2));
        var known = FoundZone.Of("Europe/Berlin", TimeSpan.FromHours(9));

        Assert.Equal((true, false), (lost.IsLost, known.IsLost));
        Assert.Equal(Zones.At("2031-01-10T08:00+02:00"), lost.Zone.FirstAt(new DateOnly(2031, 1, 10), new TimeOnly(8, 0)));
        Assert.Equal(Zones.At("2031-01-10T08:00+01:00"), known.Zone.FirstAt(new DateOnly(2031, 1, 10), new TimeOnly(8, 0)));
    }
}
