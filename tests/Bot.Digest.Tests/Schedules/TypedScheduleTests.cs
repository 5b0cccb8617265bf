using System.Globalization;
using Bot.Digest.Schedules;
using CsCheck;

namespace Bot.Digest.Tests.Schedules;

public sealed class TypedScheduleTests
{
    [Theory]
    [InlineData("08:00,18:00", "08:00 18:00")]
    [InlineData("18:00, 8", "08:00 18:00")]
    [InlineData("8am and 6 pm", "08:00 18:00")]
    [InlineData("8.30", "08:30")]
    [InlineData("20h", "20:00")]
    [InlineData("20h15; 7h", "07:00 20:15")]
    [InlineData("0830 1745", "08:30 17:45")]
    [InlineData("12am,12pm,noon,midnight", "00:00 12:00")]
    [InlineData("24:00", "00:00")]
    [InlineData("8 A.M.", "08:00")]
    [InlineData("18pm", "18:00")]
    [InlineData("8:00 & 12 & 16 & 20,", "08:00 12:00 16:00 20:00")]
    public void Times_are_read_as_people_type_them(string typed, string times) =>
        Assert.Equal(times, string.Join(' ', TypedTimes.Read(typed).Value!.Select(time => time.ToString("HH:mm", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("25:00", "“25:00” is no time of the day; write at:08:00 or at:8am,6pm.")]
    [InlineData("8:60", "“8:60” is no time of the day; write at:08:00 or at:8am,6pm.")]
    [InlineData("in the morning", "“in the morning” is no time of the day; write at:08:00 or at:8am,6pm.")]
    [InlineData("8 o", "“8 o” is no time of the day; write at:08:00 or at:8am,6pm.")]
    [InlineData("13am", "“13am” is no time of the day; write at:08:00 or at:8am,6pm.")]
    [InlineData("123456", "“123456” is no time of the day; write at:08:00 or at:8am,6pm.")]
    [InlineData("", "“” is no time of the day; write at:08:00 or at:8am,6pm.")]
    [InlineData("6,9,12,15,18", "A channel gets a digest at most 4 times a day; leave some times out.")]
    public void What_is_no_time_is_answered_in_a_sentence(string typed, string problem) =>
        Assert.Equal(problem, TypedTimes.Read(typed).Problem?.ToString());

    [Theory]
    [InlineData("mon-fri", WeekDays.WorkingDays)]
    [InlineData("Monday to Friday", WeekDays.WorkingDays)]
    [InlineData("weekdays", WeekDays.WorkingDays)]
    [InlineData("fri – mon", WeekDays.Friday | WeekDays.Saturday | WeekDays.Sunday | WeekDays.Monday)]
    [InlineData("tue, thurs and sa", WeekDays.Tuesday | WeekDays.Thursday | WeekDays.Saturday)]
    [InlineData("tues wed.", WeekDays.Tuesday | WeekDays.Wednesday)]
    [InlineData("mondays", WeekDays.Monday)]
    [InlineData("every Sunday", WeekDays.Sunday)]
    [InlineData("weekly", WeekDays.Monday)]
    [InlineData("weekly on friday", WeekDays.Friday)]
    [InlineData("weekend", WeekDays.Weekend)]
    [InlineData("every day", WeekDays.All)]
    [InlineData("daily", WeekDays.All)]
    [InlineData("mon-mon", WeekDays.Monday)]
    public void Days_are_read_as_people_type_them(string typed, WeekDays days) => Assert.Equal(days, TypedDays.Read(typed).Value);

    [Theory]
    [InlineData("t", "“t” is no day of the week; write on:mon-fri, on:tue,thu or on:weekly.")]
    [InlineData("mon, someday", "“someday” is no day of the week; write on:mon-fri, on:tue,thu or on:weekly.")]
    [InlineData("mon-", "“mon-” is no day of the week; write on:mon-fri, on:tue,thu or on:weekly.")]
    [InlineData(" ", "“ ” is no day of the week; write on:mon-fri, on:tue,thu or on:weekly.")]
    public void What_is_no_day_is_answered_in_a_sentence(string typed, string problem) => Assert.Equal(problem, TypedDays.Read(typed).Problem?.ToString());

    [Fact]
    public void Days_are_read_in_the_readers_language_too()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

            Assert.Equal(WeekDays.Tuesday | WeekDays.Wednesday | WeekDays.Sunday, TypedDays.Read("Di, Mittwochs, sun").Value);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("22:00-07:00", "22:00", "07:00")]
    [InlineData("10pm to 7am", "22:00", "07:00")]
    [InlineData("13 – 14.30", "13:00", "14:30")]
    public void Quiet_hours_are_read_as_people_type_them(string typed, string from, string to) =>
        Assert.Equal(new QuietHours(Zones.Time(from), Zones.Time(to)), TypedTimes.ReadQuiet(typed).Value);

    [Theory]
    [InlineData("22:00")]
    [InlineData("22-7-9")]
    [InlineData("22-22")]
    [InlineData("night")]
    public void What_are_no_quiet_hours_is_answered_in_a_sentence(string typed) =>
        Assert.Equal(
            $"“{typed}” does not say from when to when it is quiet; write quiet:22:00-07:00, or quiet:off.", TypedTimes.ReadQuiet(typed).Problem?.ToString());

    [Fact]
    public void Quiet_hours_can_be_switched_off() => Assert.Equal(default, TypedTimes.ReadQuiet(" Off"));

    [Theory]
    [InlineData("22:00", "07:00", "2031-01-10T22:00+01:00", true)]
    [InlineData("22:00", "07:00", "2031-01-10T06:59+01:00", true)]
    [InlineData("22:00", "07:00", "2031-01-10T07:00+01:00", false)]
    [InlineData("13:00", "14:30", "2031-07-10T14:29+02:00", true)]
    [InlineData("13:00", "14:30", "2031-07-10T14:30+02:00", false)]
    public void Quiet_hours_go_by_the_channels_clock(string from, string to, string moment, bool isQuiet) =>
        Assert.Equal(isQuiet, new QuietHours(Zones.Time(from), Zones.Time(to)).Cover(Zones.At(moment), Zones.Berlin));

    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData("berlin", "Europe/Berlin")]
    [InlineData("New York", "America/New_York")]
    [InlineData("buenos aires", "America/Argentina/Buenos_Aires")]
    [InlineData("UTC", "UTC")]
    [InlineData("utc+2", "Etc/GMT-2")]
    [InlineData("GMT-03:00", "Etc/GMT+3")]
    public void Zones_are_read_as_people_type_them(string typed, string zone) => Assert.Equal(zone, TypedZone.Read(typed).Value?.Id);

    [Theory]
    [InlineData("Europe/Berln", "No time zone is called “Europe/Berln”; did you mean Europe/Berlin?")]
    [InlineData("berln", "No time zone is called “berln”; did you mean Europe/Berlin?")]
    [InlineData("the moon base", "No time zone is called “the moon base”; name a large city in it, as in zone:Europe/Berlin.")]
    [InlineData("../etc/passwd", "No time zone is called “../etc/passwd”; name a large city in it, as in zone:Europe/Berlin.")]
    [InlineData("utc+99", "No time zone is called “utc+99”; name a large city in it, as in zone:Europe/Berlin.")]
    public void What_is_no_zone_is_answered_in_a_sentence(string typed, string problem) => Assert.Equal(problem, TypedZone.Read(typed).Problem?.ToString());

    [Fact]
    public void Whatever_is_typed_is_read_or_answered_and_never_throws()
    {
        var typed = Gen.OneOf(Gen.String[0, 40], Gen.Char["0123456789:.-, apmhutc+/onfri "].Array[0, 30].Select(letters => new string(letters)));
        typed.Sample(text =>
        {
            var (times, days, quiet, zone) = (TypedTimes.Read(text), TypedDays.Read(text), TypedTimes.ReadQuiet(text), TypedZone.Read(text));

            Assert.True(times.Problem is null ? times.Value!.Count is > 0 and <= Cadence.MostTimes : times.Value is null);
            Assert.True(days.Problem is null ? (days.Value & WeekDays.All) is > 0 : days.Value is null);
            Assert.True(quiet.Problem is null || quiet.Value is null);
            Assert.True(zone.Problem is null == zone.Value is not null);
        });
    }

    [Theory]
    [InlineData("8,18", "daily", "Europe/Berlin", null, "every day at 08:00 and 18:00, Berlin time")]
    [InlineData("8", "mon-fri", "America/New_York", null, "Monday to Friday at 08:00, New York time")]
    [InlineData("8", "weekly", "UTC", null, "every Monday at 08:00, UTC time")]
    [InlineData("6,12,18", "weekends", "Etc/GMT-2", "22-7", "Saturday and Sunday at 06:00, 12:00 and 18:00, UTC+2 time, silently from 22:00 to 07:00")]
    [InlineData("20h", "mon,wed,fri", "America/Argentina/Buenos_Aires", null, "Monday, Wednesday and Friday at 20:00, Buenos Aires time")]
    public void A_schedule_is_told_in_words(string at, string on, string zone, string? quiet, string words)
    {
        var schedule = new Schedule
        {
            Cadence = new Cadence(TypedTimes.Read(at).Value!, TypedDays.Read(on).Value!.Value),
            Zone = zone,
            Quiet = quiet is null ? null : TypedTimes.ReadQuiet(quiet).Value,
            ValidFrom = DateTimeOffset.UnixEpoch,
        };

        Assert.Equal(words, ScheduleText.Of(schedule));
    }
}
