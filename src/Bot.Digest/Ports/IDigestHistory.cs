using Bot.Digest.Chat;

namespace Bot.Digest.Ports;

/// <summary>A due digest, and what became of it.</summary>
/// <param name="Subscription">Its number in the channel.</param>
/// <param name="Due">When it was due.</param>
/// <param name="Skip">Why it was skipped; null where it was not.</param>
/// <param name="Reason">Why a message of it did not arrive for sure; null where all did.</param>
/// <param name="Settled">When that was decided; null while it is not.</param>
public sealed record DigestReport(
    SlotId Id, ChatAddress Channel, int Subscription, DateTimeOffset Due, SlotState State, SkipReason? Skip, DeliveryReason? Reason,
    DateTimeOffset? Settled)
{
    /// <summary>What is followed, where it is a post of a follow and no digest; null otherwise.</summary>
    public string? Follow { get; init; }
}

/// <summary>What became of due digests, and of the posts of what is followed.</summary>
public interface IDigestHistory
{
    /// <summary>Due digests of a community and what became of them, newest first.</summary>
    /// <param name="channel">Only those of this one; null for all channels.</param>
    /// <param name="failed">Only those that are uncertain, undeliverable or too old.</param>
    Task<Hits<DigestReport>> HistoryAsync(CommunityId asker, ChatAddress? channel, bool failed, int skip, int take, CancellationToken ct);

    /// <summary>
    /// Sends the uncertain messages of a digest once more, since an admin has looked: the one way in which a message may come twice.
    /// </summary>
    /// <param name="channel">Where the digest has to go; null for any channel.</param>
    /// <returns>How many messages wait now; 0 when there is no such digest or nothing of it is uncertain.</returns>
    Task<int> SendAgainAsync(Editor editor, ChatAddress? channel, SlotId slot, CancellationToken ct);
}
