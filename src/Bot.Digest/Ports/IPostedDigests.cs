using Bot.Digest.Chat;

namespace Bot.Digest.Ports;

/// <summary>What a line of a digest shows.</summary>
public enum ShownKind
{
    /// <summary>A story is told from the article.</summary>
    Article = 1,

    /// <summary>A sentence of the article.</summary>
    Sentence = 2,
    Quote = 3,
}

/// <summary>Something that stands in a digest.</summary>
/// <param name="Line">Index of its block in the reply.</param>
/// <param name="Number">Of the story; 0 in a post of what is followed.</param>
/// <param name="Text">The sentence; of a quote the speaker as it is shown; empty for an article.</param>
/// <param name="Outlet">As it is shown.</param>
public sealed record ShownItem(int Line, int Number, ShownKind Kind, ItemReference Item, string Text, string Outlet);

/// <summary>A digest, or a post of what is followed, as it is kept for some days, so that it can be put right in what was posted.</summary>
/// <param name="Language">Name of the culture that it is written in.</param>
public sealed record ShownDigest(Reply Reply, string Language, IReadOnlyList<ShownItem> Items);

/// <summary>A shown thing whose article changed since.</summary>
/// <param name="IsWithdrawn">The publisher took the article back.</param>
/// <param name="Stands">False for a sentence that the article does not hold any more, or that holds words which are hidden from the reader.</param>
public sealed record ChangedItem(ShownItem Item, bool IsWithdrawn, bool Stands);

/// <summary>A digest in which something may be wrong by now.</summary>
/// <param name="Slots">Those who were shown it on that platform.</param>
/// <param name="Reader">As whom its news is read.</param>
/// <param name="Changed">Of its items those whose articles changed.</param>
public sealed record ChangedDigest(
    IReadOnlyList<SlotId> Slots, CommunityId Reader, string Platform, ShownDigest Shown, IReadOnlyList<ChangedItem> Changed);

/// <summary>What was wrong.</summary>
public enum CorrectionKind
{
    /// <summary>A quote that is hidden, or that the outlet does not print any more.</summary>
    QuoteGone = 1,

    /// <summary>Nobody is known to have said it.</summary>
    SpeakerUnknown = 2,

    /// <summary>Somebody else said it.</summary>
    OtherSpeaker = 3,
    Withdrawn = 4,

    /// <summary>The outlet changed what the digest told of it.</summary>
    Changed = 5,
}

/// <summary>What is to be said of a digest that was posted.</summary>
/// <param name="Number">Of the story; 0 in a post of what is followed.</param>
/// <param name="Was">The speaker who was shown; empty unless somebody else said it.</param>
/// <param name="Became">The speaker, or the outlet.</param>
public sealed record Correction(int Number, CorrectionKind Kind, string Was, string Became);

/// <summary>A correction that a channel was not told yet.</summary>
/// <param name="Composed">When the digest was made that it is about.</param>
public sealed record UntoldCorrection(long Id, Correction Correction, DateTimeOffset Composed);

/// <summary>A digest that was put right.</summary>
/// <param name="Shown">As it stands now.</param>
/// <param name="Messages">In the platform's own form; where they are more than were posted, nothing is exchanged, and the next post tells it alone.</param>
/// <param name="Surplus">What stands in the place of posted messages that are needed no more.</param>
public sealed record CorrectedDigest(
    IReadOnlyList<SlotId> Slots, ShownDigest Shown, IReadOnlyList<string> Messages, string Surplus, IReadOnlyList<Correction> Corrections)
{
    /// <summary>What was sent before is too old to be edited: the next post tells it alone.</summary>
    public required DateTimeOffset EditableSince { get; init; }
}

/// <summary>Articles that were shown and changed since, and their digests.</summary>
/// <param name="Through">To be given back when all that show them are put right; empty at the end.</param>
public sealed record ChangedDigests(IReadOnlyList<ChangedDigest> Digests, IReadOnlyList<(ArticleId Article, long Change)> Through);

/// <summary>What was posted in the last days and what was wrong with it.</summary>
public interface IPostedDigests
{
    /// <summary>The digests that show articles which changed; of some articles at a time. Digests that are older are forgotten.</summary>
    /// <param name="since">The oldest that are looked at.</param>
    /// <param name="after">The last article of the ones before; null to begin.</param>
    Task<ChangedDigests> ChangedAsync(DateTimeOffset since, ArticleId? after, CancellationToken ct);

    /// <summary>
    /// Puts digests right, some at a time and each in one transaction: what waits is exchanged, for what was sent an edit is put into the ledger, and what was wrong is
    /// kept for the next post. Articles that changed again in the meantime are looked at again.
    /// </summary>
    Task CorrectAsync(IReadOnlyList<CorrectedDigest> digests, IReadOnlyList<(ArticleId Article, long Change)> through, CancellationToken ct);
}
