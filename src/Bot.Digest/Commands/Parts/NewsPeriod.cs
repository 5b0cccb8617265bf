using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>The time that a reply about news looks at.</summary>
/// <param name="Period">Where its articles were published.</param>
/// <param name="Asked">Where the time that was asked for begins.</param>
/// <param name="IsOlder">True when the time asked for holds nothing and this is the newest day that has news.</param>
internal sealed record NewsPeriod(StoryPeriod Period, DateTimeOffset Asked, bool IsOlder)
{
    /// <summary>From a moment to the end of this hour, so that halves of it begin at moments that one says.</summary>
    public static NewsPeriod From(DateTimeOffset since, CommandCall call)
    {
        var before = EndOfHour(call.Now);
        return new NewsPeriod(new StoryPeriod(since < before ? since : before, before), since, IsOlder: false);
    }

    /// <summary>Some time up to the end of this hour.</summary>
    public static NewsPeriod Last(TimeSpan time, CommandCall call) => From(EndOfHour(call.Now) - time, call);

    /// <summary>
    /// Up to the hour of the newest article, so that the second half of a time that ended long ago is not empty;
    /// the channel's day of that article where the time has none.
    /// </summary>
    public NewsPeriod EndingWith(Citation newest, CommandCall call)
    {
        if (newest.Published >= Period.Since)
        {
            var end = EndOfHour(newest.Published);
            return this with { Period = Period with { Before = end < Period.Before ? end : Period.Before } };
        }

        var day = call.DayOf(newest.Published);
        var next = day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : call.StartOf(day.AddDays(1));
        return this with { Period = new StoryPeriod(call.StartOf(day), next), IsOlder = true };
    }

    /// <summary>The end of it, at most so long.</summary>
    public NewsPeriod Lately(TimeSpan longest) =>
        Period.Before - Period.Since <= longest ? this : this with { Period = Period with { Since = Period.Before - longest } };

    /// <summary>Where its second half begins.</summary>
    public DateTimeOffset Middle => Period.Since + ((Period.Before - Period.Since) / 2);

    private static DateTimeOffset EndOfHour(DateTimeOffset moment) =>
        moment.AddTicks(TimeSpan.TicksPerHour - (moment.Ticks % TimeSpan.TicksPerHour));
}
