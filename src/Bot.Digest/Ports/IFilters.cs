using Bot.Digest.Filters;

namespace Bot.Digest.Ports;

/// <summary>A filter of a community.</summary>
/// <param name="Id">The number to remove it by.</param>
/// <param name="Source">The only source that it judges; null for all.</param>
/// <param name="SourceName">As the community sees it.</param>
public sealed record Filter(FilterId Id, FilterRule Rule, SourceId? Source, string? SourceName, string By, DateTimeOffset At);

/// <summary>An article to try filters on.</summary>
/// <param name="Subject">What rules look at.</param>
public sealed record FilterSample(Citation Citation, SourceId Source, FilterSubject Subject);

/// <summary>
/// Which articles a community wants to be told of: what filters hide stays out of its digests and lists of news, and is still found when it is
/// asked for. Changing calls write the audit in the same transaction, and judge the articles of the last weeks anew.
/// </summary>
public interface IFilters
{
    /// <summary>Adds a filter, or gives the one that says the same; null when the community has as many as it may have (<see cref="FilterLimits.Most"/>).</summary>
    Task<Filter?> AddAsync(Editor editor, FilterRule rule, SourceId? source, CancellationToken ct);

    /// <summary>Takes a filter away; what it alone hid is told of again.</summary>
    /// <returns>The filter that was removed; null when the community has none of that number.</returns>
    Task<Filter?> RemoveAsync(Editor editor, FilterId filter, CancellationToken ct);

    /// <summary>All of a community, in the order they were made.</summary>
    Task<IReadOnlyList<Filter>> ListAsync(CommunityId asker, CancellationToken ct);

    /// <summary>The newest articles that the community may see, hidden ones included.</summary>
    Task<IReadOnlyList<FilterSample>> RecentAsync(CommunityId asker, SourceId? source, int take, CancellationToken ct);
}
