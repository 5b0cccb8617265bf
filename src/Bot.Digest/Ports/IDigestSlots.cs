using Bot.Digest.Digests;
using Bot.Digest.Schedules;

namespace Bot.Digest.Ports;

/// <summary>What became of a due digest.</summary>
public enum SlotState
{
    Planned = 1,

    /// <summary>Its messages wait or are on their way.</summary>
    Composed = 2,
    Sent = 3,

    /// <summary>Told together with another one.</summary>
    Merged = 4,
    Skipped = 5,
    Undeliverable = 6,
    Uncertain = 7,
}

/// <summary>Why a due digest was not told.</summary>
public enum SkipReason
{
    /// <summary>There was nothing new.</summary>
    Empty = 1,

    /// <summary>The program was not running, and the news of it is too old now.</summary>
    TooOld = 2,

    /// <summary>The subscription was paused, held or ended before its turn came.</summary>
    Stopped = 3,
}

/// <summary>Slots that are due of a subscription, and when to look at it next.</summary>
/// <param name="Next">Null when no slot will be due until somebody changes it.</param>
/// <param name="Look">When it had to be looked at (<see cref="Subscription.Look"/>): where that is another by now, somebody changed the subscription, and the plan of before counts no more.</param>
public sealed record SlotsToPlan(SubscriptionId Subscription, DateTimeOffset? Look, IReadOnlyList<Slot> Slots, DateTimeOffset? Next);

/// <summary>A channel with slots that are due and not yet composed.</summary>
/// <param name="Reader">
/// As whom its news is read: its community where that has sources, filters or anything else of its own, else
/// <see cref="CommunityId.WithoutOwn"/>, who sees the same as every such community.
/// </param>
/// <param name="Subscriptions">Those of the slots.</param>
public sealed record WaitingChannel(
    ChannelId Channel, CommunityId Reader, IReadOnlyList<Subscription> Subscriptions, IReadOnlyList<PlannedSlot> Slots)
{
    /// <summary>What was wrong in digests that it got and is not told yet, the oldest first.</summary>
    public IReadOnlyList<UntoldCorrection> Corrections { get; init; } = [];
}

/// <summary>A story that a digest tells.</summary>
/// <param name="Articles">What it had when it was told.</param>
public sealed record ToldArticles(StoryId Story, IReadOnlyList<ArticleId> Articles);

/// <summary>What an edition did with a story, and why, as far as that is remembered.</summary>
/// <param name="Worth">Null where it was not weighed.</param>
/// <param name="Topics">The channel's topics that it is about.</param>
/// <param name="Repeated">The story of the edition that says nearly the same; null unless that is the reason.</param>
public sealed record RememberedChoice(StoryId Story, DigestPlace Place, DigestWorth? Worth, IReadOnlyList<string> Topics, StoryId? Repeated);

/// <summary>What was told and why. Channels that were told the same share one.</summary>
/// <param name="Told">The stories that it tells, in their order.</param>
/// <param name="Choices">Every story that it might have told: those that it tells first, in their order.</param>
public sealed record ToldEdition(IReadOnlyList<ToldArticles> Told, IReadOnlyList<RememberedChoice> Choices)
{
    public static readonly ToldEdition Nothing = new([], []);
}

/// <summary>What becomes of some slots of a channel.</summary>
/// <param name="Carrier">The slot that becomes this digest.</param>
/// <param name="Messages">In the platform's own form, in order; none where it is skipped.</param>
/// <param name="Skip">Why there are none; null where there are.</param>
/// <param name="IsSilent">Due in quiet hours.</param>
/// <param name="Merged">Slots that it is told for as well.</param>
/// <param name="Skipped">Slots that are too old.</param>
/// <param name="Edition">What it tells.</param>
public sealed record ComposedDigest(
    ChannelId Channel, PlannedSlot Carrier, IReadOnlyList<string> Messages, SkipReason? Skip, bool IsSilent,
    IReadOnlyList<PlannedSlot> Merged, IReadOnlyList<PlannedSlot> Skipped, ToldEdition Edition)
{
    /// <summary>What it shows, to be put right later; null where there is nothing that could be wrong.</summary>
    public ShownDigest? Shown { get; init; }

    /// <summary>The corrections of earlier digests that it tells.</summary>
    public IReadOnlyList<UntoldCorrection> Corrections { get; init; } = [];
}

/// <summary>
/// Due digests. One slot stands for one listed time of one local day of a subscription, once, whatever restarts, clocks and second hosts do.
/// </summary>
public interface IDigestSlots
{
    /// <summary>Active subscriptions that have to be looked at, those due longest first.</summary>
    Task<IReadOnlyList<Subscription>> DueAsync(DateTimeOffset now, int most, CancellationToken ct);

    /// <summary>Writes slots down, each at most once.</summary>
    Task PlanAsync(IReadOnlyList<SlotsToPlan> plans, CancellationToken ct);

    /// <summary>
    /// Channels with planned slots that are due, those that wait longest first. One whose last digest is still to be sent has to wait: so a
    /// platform that was away for long finds one digest, and not a flood.
    /// </summary>
    /// <param name="platforms">Those that are set up: when another is again, its digests are late.</param>
    Task<IReadOnlyList<WaitingChannel>> WaitingAsync(IReadOnlyCollection<string> platforms, DateTimeOffset now, int most, CancellationToken ct);

    /// <summary>
    /// Settles slots and puts the messages of digests into the ledger, all in one transaction. A digest whose carrier was settled by another
    /// host in the meantime changes nothing.
    /// </summary>
    Task ComposeAsync(IReadOnlyList<ComposedDigest> digests, DateTimeOffset composedAt, CancellationToken ct);

    /// <summary>
    /// What each of these channels was told in slots that were due since a moment, by channel and in the order of their numbers; what could
    /// not be delivered was not told.
    /// </summary>
    Task<ILookup<ChannelId, EditionId>> ToldAsync(IReadOnlyList<ChannelId> channels, DateTimeOffset since, CancellationToken ct);

    /// <summary>The stories that some editions told, each once.</summary>
    Task<IReadOnlyList<ToldArticles>> ToldInAsync(IReadOnlyList<EditionId> editions, CancellationToken ct);
}
