using Bot.Digest.Chat;

namespace Bot.Digest.Commands.Parts;

/// <summary>Who made a change and when: "telegram 5, 14 May 09:00".</summary>
internal static class ChangeWords
{
    public static string MadeBy(string by, DateTimeOffset at, CommandCall call) => EditWords.MadeBy(
        Who(by), Day(at, call), DayWords.Time(TimeOnly.FromTimeSpan(TimeZoneInfo.ConvertTime(at, call.Zone).TimeOfDay)));

    /// <summary>Who was forgotten since is someone.</summary>
    public static string Who(string by) => by.Length > 0 ? by : ForgetWords.Someone;

    public static string Day(DateTimeOffset at, CommandCall call) => DayWords.Of(call.DayOf(at), call.Today);
}
