namespace Bot.Digest.Reading.Feeds;

/// <summary>One item of a feed: an article, or a part of one.</summary>
public sealed record FeedItem
{
    /// <summary>Its identifier as printed (<c>guid</c>, Atom <c>id</c>, <c>rdf:about</c>); null where it states none.</summary>
    public string? Id { get; init; }

    /// <summary>True where <see cref="Id"/> is the article's address as well (RSS <c>isPermaLink</c>).</summary>
    public bool IdIsAddress { get; init; }

    /// <summary>The article's page, absolute, as printed: not made canonical.</summary>
    public Uri? Address { get; init; }

    /// <summary>Clean text on one line.</summary>
    public string? Title { get; init; }

    /// <summary>The title with its markup.</summary>
    public FeedText? PrintedTitle { get; init; }

    public FeedAuthor? Author { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>The shorter of the two texts that an item may carry.</summary>
    public FeedText? Summary { get; init; }

    /// <summary>The longer text; null where the item carries one text only.</summary>
    public FeedText? Content { get; init; }

    public Uri? Image { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<FeedEnclosure> Enclosures { get; init; } = [];

    /// <summary>The publisher has taken the article off (Atom tombstones, RFC 6721); <see cref="Id"/> says which.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>When it appeared, or when it was last changed where only that is said.</summary>
    public DateTimeOffset? Date => Published ?? Updated;
}

/// <summary>A file that an item carries: a recording, a picture.</summary>
/// <param name="Type">Media type as printed.</param>
/// <param name="Length">Bytes, as the feed says.</param>
public sealed record FeedEnclosure(Uri Address, string? Type, long? Length);

/// <summary>Who wrote an item or makes a feed.</summary>
public sealed record FeedAuthor(string? Name, string? Mail);
