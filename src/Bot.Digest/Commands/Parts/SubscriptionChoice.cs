using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>Which of a channel's subscriptions a command means.</summary>
internal static class SubscriptionChoice
{
    public const string Number = "number";

    /// <summary>The one that was named, or the only one; else the reply that says so.</summary>
    public static async Task<(Subscription? Subscription, Reply? Instead)> MakeAsync(
        ISubscriptions subscriptions, CommandSpec spec, CommandCall call, CancellationToken ct)
    {
        var channel = await subscriptions.ListAsync(call.Community, call.Chat, ct);
        var number = call.Arguments.ContainsKey(Number) ? call.Number(Number, 0) : (int?)null;
        var found = number is null && channel is [var only] ? only : channel.FirstOrDefault(one => one.Number == number);
        return found is null ? (null, Ask(channel, number, spec, call)) : (found, null);
    }

    /// <summary>Offers what there is.</summary>
    public static Reply Ask(IReadOnlyList<Subscription> channel, int? number, CommandSpec spec, CommandCall call) => channel.Count == 0
        ? Reply.Ok(new Paragraph(DeliveryWords.NoSubscription($"/{SubscribeCommand.Name}")))
        : new Reply
        {
            Kind = ReplyKind.Question,
            Blocks =
            [
                new Paragraph(number is { } wrong ? DeliveryWords.NoSuchSubscription(wrong) : DeliveryWords.WhichSubscription),
                .. channel.Select(subscription => SubscriptionLines.Entry(subscription, call)),
            ],
            Buttons = [[.. channel.Select(subscription => new Button(
                DeliveryWords.ButtonDigest(SubscriptionLines.Number(subscription)), CommandText.Again(spec, call, Number, subscription.Number)))]],
        };
}
