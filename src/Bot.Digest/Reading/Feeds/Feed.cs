namespace Bot.Digest.Reading.Feeds;

/// <summary>The family that a feed belongs to.</summary>
public enum FeedFormat
{
    /// <summary>RSS 0.91 to 2.0.</summary>
    Rss,

    /// <summary>RSS 0.90, 1.0 and 1.1.</summary>
    Rdf,

    /// <summary>Atom 0.3 and 1.0.</summary>
    Atom,

    /// <summary>JSON Feed 1.0 and 1.1.</summary>
    Json,
}

/// <summary>What a feed says of itself, and its items. Everything in it is as foreign as the feed.</summary>
public sealed record Feed
{
    public required FeedFormat Format { get; init; }

    /// <summary>Its identifier as printed, null where it states none.</summary>
    public string? Id { get; init; }

    /// <summary>Clean text on one line.</summary>
    public string? Title { get; init; }

    /// <summary>The title with its markup.</summary>
    public FeedText? PrintedTitle { get; init; }

    public FeedText? Description { get; init; }

    /// <summary>The page that it is the feed of.</summary>
    public Uri? Home { get; init; }

    /// <summary>As printed, mostly an IETF tag.</summary>
    public string? Language { get; init; }

    public FeedAuthor? Author { get; init; }

    public Uri? Image { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>In the order of the feed; the newest where it holds more than <see cref="FeedReader.MostItems"/>.</summary>
    public required IReadOnlyList<FeedItem> Items { get; init; }

    /// <summary>How many items were left out because there were too many.</summary>
    public int ItemsLeftOut { get; init; }

    public FeedTiming Timing { get; init; } = FeedTiming.Unsaid;
}

/// <summary>When a feed asks to be fetched, and when not.</summary>
/// <param name="TimeToLive">RSS <c>ttl</c>: how long it may be kept; null where unsaid.</param>
/// <param name="HoursToSkip">RSS <c>skipHours</c>: hours of the day in UTC, 0 to 23.</param>
/// <param name="DaysToSkip">RSS <c>skipDays</c>.</param>
/// <param name="UpdatePeriod">Syndication module: its <c>updatePeriod</c> divided by its <c>updateFrequency</c>; null where unsaid.</param>
public sealed record FeedTiming(
    TimeSpan? TimeToLive, IReadOnlyList<int> HoursToSkip, IReadOnlyList<DayOfWeek> DaysToSkip, TimeSpan? UpdatePeriod)
{
    public static FeedTiming Unsaid { get; } = new(null, [], [], null);
}
