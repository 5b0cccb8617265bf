using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Deliveries;

/// <summary>
/// What follows from a platform's answer. A message whose answer was lost is tried again only while its key is sure to make no second one;
/// otherwise it is uncertain, and a person decides.
/// </summary>
public sealed class DeliveryEnds(PostingTerms terms, TimeProvider clock)
{
    /// <summary>After a lost answer.</summary>
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(5);

    /// <summary>Between tries while the platform does not know the bot: somebody has to put its token right.</summary>
    private static readonly TimeSpan BotRefusedRest = TimeSpan.FromMinutes(5);

    /// <summary>A digest that is put off for longer is of no use any more; the longest wait that was seen in the wild is twelve hours.</summary>
    private static readonly TimeSpan LongestPutOff = TimeSpan.FromDays(1);

    /// <summary>What a platform wants to be left alone for; null for nothing.</summary>
    public static PostLater? WaitAfter(PostOutcome outcome) => outcome switch
    {
        PostLater later => later,
        PostRefused { Why: Refusal.BotRefused } => new PostLater(BotRefusedRest, IsForAll: true),
        _ => null,
    };

    public DeliveryEnd Of(OutgoingDelivery delivery, PostOutcome outcome) => outcome switch
    {
        Posted posted => new DeliveryEnd.Sent(posted.Message),
        PostLater later when later.After > LongestPutOff => new DeliveryEnd.Undeliverable(DeliveryReason.PutOff, HoldsChannel: false),
        PostLater later => new DeliveryEnd.Again(clock.GetUtcNow() + later.After, MayBeThere: false),
        PostRefused { Why: Refusal.BotRefused } => new DeliveryEnd.Again(clock.GetUtcNow() + BotRefusedRest, MayBeThere: false),
        PostRefused { MovedTo: { } channel } => new DeliveryEnd.MovedTo(channel),
        PostRefused refused => new DeliveryEnd.Undeliverable(
            (DeliveryReason)refused.Why, HoldsChannel: refused.Why != Refusal.ContentRefused && delivery.Edits is null),
        _ => Lost(delivery, DeliveryReason.AnswerLost),
    };

    /// <summary>Nobody knows whether the message was posted.</summary>
    public DeliveryEnd Lost(OutgoingDelivery delivery, DeliveryReason reason)
    {
        var again = clock.GetUtcNow() + TryAgain;
        return PostingTerms.IsKeyGood(delivery.Edits is null ? terms.KeyLife : PostingTerms.EditLife, delivery.FirstSent, again)
            ? new DeliveryEnd.Again(again, MayBeThere: true)
            : new DeliveryEnd.Uncertain(reason);
    }
}
