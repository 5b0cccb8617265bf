using Bot.Digest.Reading.Visits;
using Bot.Digest.Sources;

namespace Bot.Digest.Ports;

/// <summary>What is remembered of a source from one visit to the next.</summary>
public sealed record VisitMemory
{
    /// <summary>Of the copy that is stored; null when the server named none.</summary>
    public Validators? Validators { get; init; }

    /// <summary>SHA-256 of the last document that was read, in hexadecimal.</summary>
    public string? DocumentHash { get; init; }

    public DateTimeOffset? VisitedAt { get; init; }

    /// <inheritdoc cref="SourceHealth.LastSuccess"/>
    public DateTimeOffset? SucceededAt { get; init; }

    /// <summary>When the whole document was last asked for, validators or not.</summary>
    public DateTimeOffset? AskedWholeAt { get; init; }

    /// <inheritdoc cref="SourceHealth.Failures"/>
    public int Failures { get; init; }

    public FetchFailure? LastFailure { get; init; }

    public SeenMove? Move { get; init; }

    /// <summary>How many items the last copy held.</summary>
    public int ItemsOffered { get; init; }

    /// <summary>How the last copy asked to be visited.</summary>
    public VisitWishes Wishes { get; init; } = VisitWishes.None;

    /// <summary>Null while it is believed.</summary>
    public SourceDoubt? Doubt { get; init; }

    /// <summary>The first of the visits that gave reason to doubt.</summary>
    public DateTimeOffset? DoubtSince { get; init; }

    /// <summary>Visits in a row that gave reason to doubt.</summary>
    public int Strikes { get; init; }

    public bool IsGone { get; init; }

    /// <summary>The day that <see cref="NewItems"/> counts, in UTC.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>New items of that day.</summary>
    public int NewItems { get; init; }

    /// <inheritdoc cref="SourceHealth.LeftOut"/>
    public int LeftOut { get; init; }
}

/// <summary>A source that one visitor holds until the lease ends.</summary>
/// <param name="Followers">Communities that want its articles.</param>
/// <param name="ItemsAWeek">Articles a week lately; null while nothing is known.</param>
/// <param name="LeasedUntil">Tells this hold from a later one, so that a visitor who comes back too late changes nothing.</param>
public sealed record ClaimedSource(
    SourceId Id, string Name, SourceKind Kind, Uri Address, int Followers, double? ItemsAWeek, DateTimeOffset LeasedUntil, VisitMemory Memory);

/// <summary>What an item of a source is known again by.</summary>
/// <param name="Identity">As the source names it, else its address, else its title.</param>
/// <param name="Addresses">Canonical addresses; none for an item that has no page.</param>
/// <param name="Words">What it says, where that is long enough to be nobody else's; else null.</param>
/// <param name="Said">All that it says, so that a change is seen.</param>
public sealed record ItemMarks(string Identity, IReadOnlyList<string> Addresses, string? Words, string Said);

/// <summary>By what an item was known again.</summary>
public enum KnownBy
{
    Identity,
    Address,
    Words,
}

/// <summary>An item that was seen before.</summary>
/// <param name="Article">Null when it was passed over then, or when its article is gone.</param>
/// <param name="IsUnchanged">It says what it said.</param>
/// <param name="PageTries">How often its page may still be tried.</param>
/// <param name="SeenAt">When it was last noted.</param>
public sealed record KnownItem(KnownBy By, ArticleId? Article, bool IsUnchanged, int PageTries, DateTimeOffset SeenAt);

/// <summary>An article whose page could not be read when its item came.</summary>
public sealed record OwedPage(ArticleId Article, string Title, DateTimeOffset Published, Uri Address, int PageTries);

/// <summary>What came of trying such a page.</summary>
/// <param name="Page">With the tries that are left.</param>
/// <param name="Article">Null when there is nothing to store.</param>
/// <param name="IsWithdrawn">The page is there no more.</param>
public sealed record TriedPage(OwedPage Page, UnderstoodArticle? Article, bool IsWithdrawn);

/// <summary>What a visit made of an item.</summary>
public sealed record VisitedItem(ItemMarks Marks)
{
    /// <summary>The article that it is already; null for a new one.</summary>
    public ArticleId? Known { get; init; }

    /// <summary>What is to be stored; null when nothing is.</summary>
    public UnderstoodArticle? Article { get; init; }

    /// <inheritdoc cref="KnownItem.PageTries"/>
    public int PageTries { get; init; }

    /// <summary>The publisher took it back.</summary>
    public bool IsWithdrawn { get; init; }
}

/// <summary>How a visit ended.</summary>
public sealed record VisitOutcome
{
    public required VisitMemory Memory { get; init; }

    /// <summary>Null when it is visited no more.</summary>
    public required DateTimeOffset? NextVisit { get; init; }

    /// <summary>How the source names itself; null to leave its name.</summary>
    public string? Title { get; init; }

    /// <summary>Where it is from now on; null while it stays.</summary>
    public Uri? MovedTo { get; init; }

    public IReadOnlyList<VisitedItem> Items { get; init; } = [];

    /// <summary>Pages that were tried again.</summary>
    public IReadOnlyList<TriedPage> Pages { get; init; } = [];

    /// <summary>Whether the admins of its communities are to be told of its doubt or its end.</summary>
    public bool IsNews { get; init; }
}

/// <summary>
/// Which sources are due, who visits them, and what a visit brought. The truth of when a source is asked is here and outlives any process.
/// </summary>
public interface ISourceQueue
{
    /// <summary>Takes sources that are due, the longest overdue first; nobody else is given them before the lease ends.</summary>
    Task<IReadOnlyList<ClaimedSource>> ClaimDueAsync(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken ct);

    /// <summary>Takes one source whether it is due or not; null when somebody has it, or it is no source to visit.</summary>
    Task<ClaimedSource?> ClaimAsync(SourceId source, DateTimeOffset now, TimeSpan lease, CancellationToken ct);

    /// <summary>Which items are known; null for new ones, in their order.</summary>
    Task<IReadOnlyList<KnownItem?>> RecogniseAsync(SourceId source, IReadOnlyList<ItemMarks> items, CancellationToken ct);

    /// <summary>Pages to try again, the oldest items first.</summary>
    Task<IReadOnlyList<OwedPage>> OwedPagesAsync(SourceId source, int limit, CancellationToken ct);

    /// <summary>
    /// Stores what a visit brought, in portions; what the visit remembers is written with the last portion or not at all, so that no item
    /// is lost behind a "not modified". Ends the lease.
    /// </summary>
    /// <returns>What became of each article of the items, in their order; null when the lease had passed to somebody else or nobody follows the source any more.</returns>
    Task<IReadOnlyList<AddOutcome>?> CompleteAsync(ClaimedSource source, VisitOutcome outcome, CancellationToken ct);

    /// <summary>Gives a source back as it was, to be visited when it is due.</summary>
    Task ReleaseAsync(ClaimedSource source, CancellationToken ct);

    /// <summary>The newest articles of a source.</summary>
    Task<IReadOnlyList<BroughtArticle>> NewestAsync(SourceId source, int take, CancellationToken ct);
}
