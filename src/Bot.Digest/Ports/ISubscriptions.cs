using Bot.Digest.Chat;
using Bot.Digest.Schedules;

namespace Bot.Digest.Ports;

/// <summary>Whether a subscription brings digests.</summary>
public enum SubscriptionStanding
{
    /// <summary>Paused ones too: their schedule says until when.</summary>
    Active = 1,

    /// <summary>The platform refused a message for good. Kept for thirty days.</summary>
    Held = 2,

    /// <summary>Ended by an admin. Kept, so that subscribing again goes on where it was.</summary>
    Ended = 3,
}

/// <summary>What a subscription's digests hold.</summary>
/// <param name="Style">"brief", "standard" or "full".</param>
/// <param name="Most">Stories at most; null for as many as the style has.</param>
/// <param name="Topics">Words, people, stories or sources that come first; null without.</param>
/// <param name="Include">Nothing but what is about one of these; null for everything.</param>
/// <param name="Exclude">Nothing that is about one of these; null without.</param>
/// <param name="Language">Culture of words and dates; empty for English.</param>
public sealed record DigestWish(string Style, int? Most, string? Topics, string? Include, string? Exclude, string Language);

/// <summary>A channel's standing order for digests.</summary>
/// <param name="Number">By which the channel's admins name it; from 1.</param>
/// <param name="ZoneOffset">How far its zone was from UTC when that was last known.</param>
/// <param name="Since">When it came to its standing.</param>
/// <param name="HeldFor">Why it is held; null where it is not.</param>
/// <param name="Made">When somebody subscribed.</param>
/// <param name="Last">Its last planned slot; null before the first.</param>
/// <param name="LastDigest">When its last digest was composed: the next one tells what came since. Null before the first.</param>
public sealed record Subscription(
    SubscriptionId Id, int Number, ChannelId Channel, CommunityId Community, ChatAddress Address, Schedule Schedule,
    TimeSpan ZoneOffset, DigestWish Wish,
    SubscriptionStanding Standing, DateTimeOffset Since, DeliveryReason? HeldFor, DateTimeOffset Made,
    Slot? Last, DateTimeOffset? LastDigest)
{
    /// <summary>When its slots have to be looked at next; null until somebody changes it.</summary>
    public DateTimeOffset? Look { get; init; }
}

/// <summary>Who gets digests. Changing calls write the audit in the same transaction. The community of an <see cref="Editor"/> is whose subscriptions change; those of others are as if they were not there.</summary>
public interface ISubscriptions
{
    /// <summary>Those of one channel, or of all channels of a community, ended ones left out; by channel and number.</summary>
    Task<IReadOnlyList<Subscription>> ListAsync(CommunityId asker, ChatAddress? channel, CancellationToken ct);

    /// <summary>The channel's latest subscription that was ended; null when there is none to go on with.</summary>
    Task<Subscription?> EndedAsync(CommunityId asker, ChatAddress channel, CancellationToken ct);

    /// <summary>A new subscription of a channel.</summary>
    Task<Subscription> AddAsync(Editor editor, ChatAddress channel, Schedule schedule, DigestWish wish, CancellationToken ct);

    /// <summary>Other times or contents, a pause or its end; makes a held or ended one active again.</summary>
    /// <returns>As it is now; null when the community has none of that id.</returns>
    Task<Subscription?> ChangeAsync(Editor editor, SubscriptionId subscription, Schedule schedule, DigestWish wish, CancellationToken ct);

    /// <summary>Ends a subscription; false when the community has none of that id.</summary>
    Task<bool> EndAsync(Editor editor, SubscriptionId subscription, CancellationToken ct);
}
