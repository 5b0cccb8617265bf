using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;

namespace Bot.Digest.Commands.Parts;

/// <summary>A subscription in words.</summary>
internal static class SubscriptionLines
{
    public static string Number(Subscription subscription) => subscription.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>When it comes, and how it stands.</summary>
    public static Entry Entry(Subscription subscription, CommandCall call) => new(
        Number(subscription), ScheduleText.Of(subscription.Schedule), string.Join(" · ", [.. Parts(subscription.Wish), Next(subscription, call)]));

    /// <summary>What it holds, a line; nothing for the usual.</summary>
    public static IEnumerable<Block> Wish(DigestWish wish) => [new Note(string.Join(" · ", Parts(wish)))];

    /// <summary>"Next: tomorrow, Fri 29 Nov, 08:00", or why there is none.</summary>
    public static string Next(Subscription subscription, CommandCall call)
    {
        if (subscription.Standing == SubscriptionStanding.Held)
        {
            return DeliveryWords.Held(DeliveryStates.Of(subscription.HeldFor));
        }

        if (subscription.Schedule.PausedUntil is { } until && until > call.Now)
        {
            return until == DateTimeOffset.MaxValue ? DeliveryWords.Paused : DeliveryWords.PausedUntil(Moment(until, call));
        }

        var zone = FoundZone.Of(subscription.Schedule.Zone, subscription.ZoneOffset).Zone;
        var local = call.In(zone);
        return SlotPlan.Next(subscription.Schedule, zone, subscription.Last, call.Now.ToUniversalTime()) is { } slot
            ? DeliveryWords.NextSlot(Moment(slot.Due, local))
            : DeliveryWords.NoNext;
    }

    private static IEnumerable<string> Parts(DigestWish wish)
    {
        yield return wish.Most is { } most ? DeliveryWords.StyleAtMost(wish.Style, most) : DeliveryWords.Style(wish.Style);
        if (wish.Topics is { } topics)
        {
            yield return DeliveryWords.Topics(topics);
        }

        if (wish.Include is { } include)
        {
            yield return DeliveryWords.Only(include);
        }

        if (wish.Exclude is { } exclude)
        {
            yield return DeliveryWords.Without(exclude);
        }
    }

    /// <summary>"tomorrow, Fri 29 Nov, 08:00".</summary>
    private static string Moment(DateTimeOffset moment, CommandCall call)
    {
        var day = call.DayOf(moment);
        var told = $"{DayWords.AfterWeekday(day, call.Today)}, {DayWords.Time(TimeOnly.FromTimeSpan(TimeZoneInfo.ConvertTime(moment, call.Zone).TimeOfDay))}";
        return day == call.Today ? $"{DeliveryWords.Today}, {told}"
            : day == call.Today.AddDays(1) ? $"{DeliveryWords.Tomorrow}, {told}"
            : told;
    }
}
