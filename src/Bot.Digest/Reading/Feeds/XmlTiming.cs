using System.Globalization;

namespace Bot.Digest.Reading.Feeds;

/// <summary>When an XML feed asks to be fetched.</summary>
internal static class XmlTiming
{
    /// <summary>What asks for more is a slip of the keyboard.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public static FeedTiming Of(FeedElement head)
    {
        var hours = Listed(head, "skiphours", "hour", text => Number(text) is >= 0 and <= 24 and var hour ? hour % 24 : (int?)null);
        var days = Listed(head, "skipdays", "day", text => Enum.TryParse<DayOfWeek>(text, ignoreCase: true, out var day) && Enum.IsDefined(day) ? day : (DayOfWeek?)null);
        var minutes = Number(head.First("ttl")?.Text);
        return new(minutes > 0 ? Limited(TimeSpan.FromMinutes(minutes.Value)) : null, hours, days, PeriodOf(head));
    }

    private static List<T> Listed<T>(FeedElement head, string list, string key, Func<string, T?> read)
        where T : struct =>
        [.. head.First(list)?.All(key).Select(element => read(element.Text)).OfType<T>().Distinct().Order() ?? Enumerable.Empty<T>()];

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
