using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;

namespace Bot.Digest.Commands.Parts;

/// <summary>Asks where somebody is who subscribed without saying so: the host's clock is a guess.</summary>
internal static class ZoneQuestion
{
    private const int ButtonsARow = 3;

    /// <summary>Where most people live who read English news, from west to east; others write their own.</summary>
    private static readonly string[] _likely =
    [
        "America/Los_Angeles", "America/New_York", "Europe/London", "Europe/Berlin", "Asia/Kolkata", "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney",
    ];

    /// <summary>The reply with the question in it. Each answer changes the subscription that was made.</summary>
    public static Reply AddTo(Reply told, Subscription subscription, CommandCall call)
    {
        var clocks = _likely.Select(TimeZoneInfo.FindSystemTimeZoneById)
            .Where(zone => zone.GetUtcOffset(call.Now) != call.Zone.GetUtcOffset(call.Now))
            .Select(zone => new Button(DeliveryWords.ButtonZone(Time(call.In(zone)), ScheduleText.City(zone.Id)), Answer(subscription, zone.Id)))
            .Chunk(ButtonsARow);
        return told with
        {
            Kind = ReplyKind.Question,
            Blocks = [.. told.Blocks, new Paragraph(DeliveryWords.AskZone(Time(call), Answer(subscription, "lisbon")))],
            Buttons = [[new Button(DeliveryWords.ButtonZoneRight(Time(call)), Answer(subscription, call.Zone.Id))], .. clocks, .. told.Buttons],
        };
    }

    private static string Answer(Subscription subscription, string zone) =>
        CommandText.Of(SubscribeCommand.Name, SubscriptionLines.Number(subscription), (SettingsCommand.Zone, zone));

    private static string Time(CommandCall call) => DayWords.Time(TimeOnly.FromTimeSpan(call.Now.TimeOfDay));
}
