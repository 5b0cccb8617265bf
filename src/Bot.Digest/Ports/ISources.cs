namespace Bot.Digest.Ports;

/// <summary>Where a source's articles come from.</summary>
public enum SourceKind
{
    /// <summary>Read in by the operator; never visited.</summary>
    Files = 0,
    Feed = 1,
    Sitemap = 2,

    /// <summary>A page whose links lead to articles.</summary>
    Page = 3,
}

/// <summary>Why what a source serves is not believed.</summary>
public enum SourceDoubt
{
    /// <summary>An answer that is no feed any more: a login page, a parked domain, an empty document.</summary>
    NoItems = 1,

    /// <summary>Articles that are known came again under other identities.</summary>
    RenamedItems = 2,

    /// <summary>More new items than one source may bring in a day.</summary>
    Flood = 3,
}

/// <summary>How a source fares.</summary>
/// <param name="LastSuccess">When its items were last read, an answer "not modified" included; null for never.</param>
/// <param name="NextVisit">When it is due; null when it is visited no more.</param>
/// <param name="Failures">Visits in a row that brought nothing.</param>
/// <param name="LastFailure">Why the last of them failed; null while all is well.</param>
/// <param name="Doubt">Null while it is believed.</param>
/// <param name="DoubtSince">When that was first seen.</param>
/// <param name="LeftOut">Items that were passed over because there were too many, over all visits.</param>
public sealed record SourceHealth(
    DateTimeOffset? LastSuccess, DateTimeOffset? NextVisit, int Failures, FetchFailure? LastFailure, SourceDoubt? Doubt,
    DateTimeOffset? DoubtSince, int LeftOut)
{
    /// <summary>The publisher said that it is gone for good, so that it is visited no more.</summary>
    public bool IsGone { get; init; }
}

/// <summary>A source as a community follows it.</summary>
/// <param name="Name">As this community named it, else as it names itself.</param>
/// <param name="Address">What is visited, secrets included: mask it where it is shown. Null for files.</param>
/// <param name="IsPaused">This community wants nothing new of it.</param>
/// <param name="IsForEveryone">It belongs to the operator's default set.</param>
/// <param name="Articles">How many of its articles are stored.</param>
public sealed record FollowedSource(
    SourceId Id, string Name, SourceKind Kind, Uri? Address, bool IsPaused, bool IsForEveryone, int Articles, SourceHealth Health);

/// <summary>A source to follow.</summary>
/// <param name="Address">What is to be visited.</param>
/// <param name="Title">How it names itself; null where it does not say.</param>
/// <param name="Name">How the community wants to see it; null to leave it at the title.</param>
public sealed record NewSource(Uri Address, SourceKind Kind, string? Title, string? Name = null);

/// <summary>What became of a source to follow.</summary>
public enum FollowOutcome
{
    Added,

    /// <summary>The community follows it already, or the default set holds it.</summary>
    Known,

    /// <summary>The community has as many sources as it may have.</summary>
    TooMany,

    /// <summary>The community has added as many sources today as it may add in a day.</summary>
    TooManyToday,
}

/// <summary>How following came out.</summary>
/// <param name="Source">What is followed now or was before; null when it was refused.</param>
/// <param name="Most">The limit that refused it; 0 otherwise.</param>
public sealed record Followed(FollowOutcome Outcome, FollowedSource? Source, int Most = 0);

/// <summary>
/// What communities follow. A source that several follow is one, and is visited once. Changing calls write the audit in the same transaction.
/// The community of an <see cref="Editor"/> is whose list changes; the default set is that of everybody.
/// </summary>
public interface ISources
{
    /// <summary>Follows a source, due at once. Counts as one of the day's additions.</summary>
    Task<Followed> AddAsync(Editor editor, NewSource source, CancellationToken ct);

    /// <summary>
    /// Follows many, which counts as one addition and is one line in the audit; outcomes in their order. Others may write meanwhile: what is
    /// followed when it is stopped stays, and another import goes on from there.
    /// </summary>
    Task<IReadOnlyList<Followed>> ImportAsync(Editor editor, IReadOnlyList<NewSource> sources, CancellationToken ct);

    /// <summary>Follows a source no more: for this community its articles are gone, and for good when nobody else follows it.</summary>
    /// <returns>False when the community itself does not follow it.</returns>
    Task<bool> RemoveAsync(Editor editor, SourceId source, CancellationToken ct);

    /// <summary>Stops or goes on taking new articles of a source; it is not visited while all who follow it pause.</summary>
    /// <returns>False when the community itself does not follow it.</returns>
    Task<bool> PauseAsync(Editor editor, SourceId source, bool pause, CancellationToken ct);

    /// <summary>What the asking community may see, its own first, by name.</summary>
    Task<Hits<FollowedSource>> ListAsync(CommunityId asker, int skip, int take, CancellationToken ct);

    /// <summary>Which sources a typed number, name, part of a name or address means, the best match first; at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<FollowedSource>> FindAsync(CommunityId asker, string typed, int limit, CancellationToken ct);
}
