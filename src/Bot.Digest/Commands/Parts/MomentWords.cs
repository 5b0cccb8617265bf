using Bot.Digest.Chat;

namespace Bot.Digest.Commands.Parts;

/// <summary>A moment as it is said in the channel: "14:00", "yesterday 08:00", "9 May 12:00", "9 May" for its very beginning.</summary>
internal static class MomentWords
{
    public static string Of(DateTimeOffset moment, CommandCall call)
    {
        var local = TimeZoneInfo.ConvertTime(moment, call.Zone).DateTime;
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        var words = day == call.Today.AddDays(-1) ? Words.Yesterday : DayWords.Of(day, call.Today);
        return time == TimeOnly.MinValue ? words
            : day == call.Today ? DayWords.Time(time)
            : $"{words} {DayWords.Time(time)}";
    }
}
