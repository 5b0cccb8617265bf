using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>What became of a digest, in words.</summary>
internal static class DeliveryStates
{
    public static string Of(DigestReport report) => report.State switch
    {
        SlotState.Planned => DeliveryWords.StatePlanned,
        SlotState.Composed => DeliveryWords.StateComposed,
        SlotState.Sent => DeliveryWords.StateSent,
        SlotState.Merged => DeliveryWords.StateMerged,
        SlotState.Undeliverable => DeliveryWords.StateUndeliverable(Of(report.Reason)),
        SlotState.Uncertain => DeliveryWords.StateUncertain(Of(report.Reason)),
        _ => Of(report.Skip),
    };

    /// <summary>Why a message did not arrive for sure.</summary>
    public static string Of(DeliveryReason? reason) => reason switch
    {
        DeliveryReason.Gone => DeliveryWords.ReasonGone,
        DeliveryReason.Moved => DeliveryWords.ReasonMoved,
        DeliveryReason.TopicClosed => DeliveryWords.ReasonTopicClosed,
        DeliveryReason.ContentRefused => DeliveryWords.ReasonContentRefused,
        DeliveryReason.BotRefused => DeliveryWords.ReasonBotRefused,
        DeliveryReason.AnswerLost => DeliveryWords.ReasonAnswerLost,
        DeliveryReason.Interrupted => DeliveryWords.ReasonInterrupted,
        DeliveryReason.ChannelHeld => DeliveryWords.ReasonChannelHeld,
        DeliveryReason.PutOff => DeliveryWords.ReasonPutOff,
        _ => DeliveryWords.ReasonForbidden,
    };

    private static string Of(SkipReason? reason) => reason switch
    {
        SkipReason.Empty => DeliveryWords.SkipEmpty,
        SkipReason.Stopped => DeliveryWords.SkipStopped,
        _ => DeliveryWords.SkipTooOld,
    };
}
