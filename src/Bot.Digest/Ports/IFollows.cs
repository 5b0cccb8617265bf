using Bot.Digest.Chat;
using Bot.Digest.Schedules;

namespace Bot.Digest.Ports;

/// <summary>What is followed.</summary>
public enum FollowKind
{
    /// <summary>A person's new quotes.</summary>
    Person = 1,

    /// <summary>New stories about some words.</summary>
    Topic = 2,

    /// <summary>What is new in one story.</summary>
    Story = 3,
}

/// <summary>Whom or what a channel follows.</summary>
/// <param name="Id">Number of the person or the story; null for words.</param>
/// <param name="Words">The words, or the name or headline as it was when somebody followed it.</param>
public sealed record FollowTarget(FollowKind Kind, long? Id, string Words);

/// <summary>A channel's order for posts about one thing as they come.</summary>
/// <param name="Order">Where it goes, by which clock, and how it stands; its wish holds the language only.</param>
/// <param name="Every">The shortest time between two posts.</param>
/// <param name="Slug">Of the person that is followed, merged or renamed since; null for anything else, and when the person is there no more.</param>
public sealed record Follow(Subscription Order, FollowTarget Target, TimeSpan Every, string? Slug)
{
    /// <summary>The person is there no more.</summary>
    public bool IsGone => Target.Kind == FollowKind.Person && Slug is null;
}

/// <summary>How often a channel wants to hear, by which clock and in which language.</summary>
public sealed record FollowTerms(TimeSpan Every, string Zone, QuietHours? Quiet, string Language);

/// <summary>A follow whose turn it is.</summary>
/// <param name="Reader">As whom its news is read; as in <see cref="WaitingChannel"/>.</param>
public sealed record WaitingFollow(Follow Follow, CommunityId Reader);

/// <summary>A post of what came of a follow.</summary>
/// <param name="Follow">As it was when the post was written.</param>
/// <param name="Messages">In the platform's own form.</param>
/// <param name="Shown">What stands in the post.</param>
/// <param name="Corrections">Those of earlier posts that it tells.</param>
public sealed record FollowPost(
    Follow Follow, IReadOnlyList<string> Messages, ToldEdition Edition, ShownDigest Shown, IReadOnlyList<UntoldCorrection> Corrections);

/// <summary>
/// What channels follow. Each is an order beside the channel's digests, and every post of it a slot of its own: so what holds for digests
/// holds for these posts. Changing calls write the audit in the same transaction.
/// </summary>
public interface IFollows
{
    /// <summary>Those of a channel, ended ones left out, by number.</summary>
    Task<IReadOnlyList<Follow>> ListAsync(CommunityId asker, ChatAddress channel, CancellationToken ct);

    /// <summary>Follows from now on; what the channel follows already comes on the new terms.</summary>
    /// <param name="most">A community may follow so many things.</param>
    /// <returns>Null when the community follows that many already.</returns>
    Task<Follow?> AddAsync(Editor editor, ChatAddress channel, FollowTarget target, FollowTerms terms, int most, CancellationToken ct);

    /// <summary>Ends a follow; false when the community has none of that id.</summary>
    Task<bool> EndAsync(Editor editor, SubscriptionId follow, CancellationToken ct);

    /// <summary>Ends a follow since what it followed is there no more.</summary>
    Task EndGoneAsync(SubscriptionId follow, CancellationToken ct);

    /// <summary>Active ones whose last post is long enough ago, or of a time that is still to come since the clock was put back, and has left the ledger.</summary>
    Task<IReadOnlyList<WaitingFollow>> WaitingAsync(DateTimeOffset now, CancellationToken ct);

    /// <summary>What was wrong in earlier posts of a channel and no later one told yet, the oldest first.</summary>
    Task<IReadOnlyList<UntoldCorrection>> UntoldAsync(ChannelId channel, CancellationToken ct);

    /// <summary>
    /// Puts a post into the ledger with what it tells, in one transaction. Changes nothing when the follow has ended or was posted for in the
    /// meantime.
    /// </summary>
    Task PostAsync(FollowPost post, DateTimeOffset composedAt, CancellationToken ct);
}
