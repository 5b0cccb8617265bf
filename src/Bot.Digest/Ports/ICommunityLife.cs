using Bot.Digest.Chat;

namespace Bot.Digest.Ports;

/// <summary>A channel with subscriptions.</summary>
/// <param name="Channel">As in <see cref="ChatAddress"/>.</param>
/// <param name="IsHeld">Some of them are held.</param>
public sealed record SubscribedChannel(string Channel, bool IsHeld);

/// <summary>
/// What happens to communities and channels on their platform, and what follows for subscriptions. Each call may come again, late, or for what
/// is not known here: then nothing happens.
/// </summary>
public interface ICommunityLife
{
    /// <summary>The bot was removed or blocked: what waits for the community is given up, and its subscriptions are held.</summary>
    /// <param name="community">The platform's id of it.</param>
    Task LeftAsync(string platform, string community, DeliveryReason why, CancellationToken ct);

    /// <summary>Nothing can be posted to a channel: a topic was closed, a channel deleted, the right to write lost. Its subscriptions are held.</summary>
    Task ClosedAsync(ChatAddress channel, DeliveryReason why, CancellationToken ct);

    /// <summary>The bot was added again: subscriptions that were held because it was gone go on from now, and nothing of the meantime is told.</summary>
    /// <param name="community">The platform's id of it.</param>
    Task ReturnedAsync(string platform, string community, CancellationToken ct);

    /// <summary>A channel can be posted to again: its held subscriptions go on from now.</summary>
    Task ReopenedAsync(ChatAddress channel, CancellationToken ct);

    /// <summary>The channels of a community that have subscriptions; what happens to others is of no concern.</summary>
    /// <param name="community">The platform's id of it.</param>
    Task<IReadOnlyList<SubscribedChannel>> ChannelsAsync(string platform, string community, CancellationToken ct);

    /// <summary>
    /// A channel has another id: it is rewritten everywhere in one transaction, with all channels of its community when that has one. Where both ids
    /// are known already, they become one.
    /// </summary>
    Task MovedAsync(ChatAddress from, ChatAddress to, CancellationToken ct);
}
