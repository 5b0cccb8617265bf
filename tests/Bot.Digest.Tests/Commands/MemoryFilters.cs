using Bot.Digest.Filters;
using Bot.Digest.Ports;

namespace Bot.Digest.Tests.Commands;

/// <summary>Filters as a list of records, and articles to try them on.</summary>
internal sealed class MemoryFilters(MemoryArchive archive) : IFilters
{
    public List<(CommunityId Community, Filter Filter)> All { get; } = [];

    public List<(CommunityId Community, FilterSample Sample)> Samples { get; } = [];

    public Task<Filter?> AddAsync(Editor editor, FilterRule rule, SourceId? source, CancellationToken ct)
    {
        if (All.Count(one => one.Community == editor.Community) >= FilterLimits.Most)
        {
            return archive.Answer<Filter?>(null);
        }

        var name = source is { } id ? archive.Sources.All.First(one => one.Source.Id == id).Source.Name : null;
        var filter = new Filter(new FilterId(All.Count + 1), rule, source, name, editor.Name, Asking.Noon.AddHours(-5));
        All.Add((editor.Community, filter));
        return archive.Answer<Filter?>(filter);
    }

    public Task<Filter?> RemoveAsync(Editor editor, FilterId filter, CancellationToken ct)
    {
        var own = All.Find(one => one.Community == editor.Community && one.Filter.Id == filter).Filter;
        All.RemoveAll(one => one.Filter == own);
        return archive.Answer<Filter?>(own);
    }

    public Task<IReadOnlyList<Filter>> ListAsync(CommunityId asker, CancellationToken ct) =>
        archive.Answer<IReadOnlyList<Filter>>([.. All.Where(one => one.Community == asker).Select(one => one.Filter)]);

    public Task<IReadOnlyList<FilterSample>> RecentAsync(CommunityId asker, SourceId? source, int take, CancellationToken ct) =>
        archive.Answer<IReadOnlyList<FilterSample>>([.. Samples
            .Where(one => one.Community == asker || one.Community == CommunityId.DefaultSet)
            .Select(one => one.Sample)
            .Where(sample => source is null || sample.Source == source)
            .Take(take)]);
}
