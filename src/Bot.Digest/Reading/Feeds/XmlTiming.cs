using System.Globalization;

namespace Bot.Digest.Reading.Feeds;

/// <summary>When an XML feed asks to be fetched.</summary>
internal static class XmlTiming
{
    /// <summary>What asks for more is a slip of the keyboard.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public static FeedTiming Of(FeedElement head)
    {
        var hours = head.First("skiphours")?.All("hour").Select(hour => Number(hour.Text)).OfType<int>().Where(hour => hour is >= 0 and <= 24).Select(hour => hour % 24);
        var days = head.First("skipdays")?.All("day").Select(day => Enum.TryParse<DayOfWeek>(day.Text, ignoreCase: true, out var one) && Enum.IsDefined(one) ? one : (DayOfWeek?)null).OfType<DayOfWeek>();
        return new(
            Number(head.First("ttl")?.Text) is > 0 and var minutes ? Limited(TimeSpan.FromMinutes(minutes)) : null,
            [.. (hours ?? []).Distinct().Order()],
            [.. (days ?? []).Distinct().Order()],
            PeriodOf(head));
    }

    private static TimeSpan? PeriodOf(FeedElement head)
    {
        int? days = head.First("sy:updateperiod")?.Text.Trim().ToLowerInvariant() switch
        {
            "hourly" => 0,
            "daily" => 1,
            "weekly" => 7,
            "monthly" => 30,
            "yearly" => 365,
            _ => null,
        };
        var period = days == 0 ? TimeSpan.FromHours(1) : TimeSpan.FromDays(days ?? 0);
        return days is null ? null : period / Math.Clamp(Number(head.First("sy:updatefrequency")?.Text) ?? 1, 1, 10_000);
    }

    private static TimeSpan Limited(TimeSpan time) => time < Longest ? time : Longest;

    private static int? Number(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
