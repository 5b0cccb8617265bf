using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>A follow in words.</summary>
internal static class FollowLines
{
    /// <summary>What is followed, how often, and why it is held where it is.</summary>
    public static Entry Entry(Follow follow) => new(
        SubscriptionLines.Number(follow.Order),
        follow.Target.Words,
        string.Join(" · ", (string[])
        [
            follow.Target.Kind switch { FollowKind.Person => FollowWords.KindPerson, FollowKind.Story => FollowWords.KindStory, _ => FollowWords.KindTopic },
            FollowWords.EveryMinutes((int)follow.Every.TotalMinutes),
            .. follow.Order.Standing == SubscriptionStanding.Held ? [DeliveryWords.Held(DeliveryStates.Of(follow.Order.HeldFor))] : Array.Empty<string>(),
        ]));
}
