using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Tests.Commands;

/// <summary>What communities follow, as a list of records.</summary>
internal sealed class MemorySources(MemoryArchive archive) : ISources, ISourceVisits, INotices
{
    /// <summary>Who follows what; a source of the default set is that of community 1.</summary>
    public List<(CommunityId Community, FollowedSource Source)> All { get; } = [];

    /// <summary>What the next additions are answered with.</summary>
    public Queue<Followed> Refusals { get; } = new();

    public Task<Followed> AddAsync(Editor editor, NewSource source, CancellationToken ct) => archive.Answer(Add(editor, source));

    public Task<IReadOnlyList<Followed>> ImportAsync(Editor editor, IReadOnlyList<NewSource> sources, CancellationToken ct) =>
        archive.Answer<IReadOnlyList<Followed>>([.. sources.Select(source => Add(editor, source))]);

    public Task<bool> RemoveAsync(Editor editor, SourceId source, CancellationToken ct) =>
        archive.Answer(All.RemoveAll(one => one.Community == editor.Community && one.Source.Id == source) > 0);

    public Task<bool> PauseAsync(Editor editor, SourceId source, bool pause, CancellationToken ct)
    {
        var at = All.FindIndex(one => one.Community == editor.Community && one.Source.Id == source);
        if (at >= 0)
        {
            All[at] = (All[at].Community, All[at].Source with { IsPaused = pause });
        }

        return archive.Answer(at >= 0);
    }

    public Task<Hits<FollowedSource>> ListAsync(CommunityId asker, int skip, int take, CancellationToken ct) =>
        archive.Answer(MemoryArchive.Page([.. Visible(asker)], skip, take));

    public Task<IReadOnlyList<FollowedSource>> FindAsync(CommunityId asker, string typed, int limit, CancellationToken ct) =>
        archive.Answer<IReadOnlyList<FollowedSource>>([.. Visible(asker)
            .Where(source => source.Id.Value.ToString(CultureInfo.InvariantCulture) == typed
                || source.Name.Contains(typed, StringComparison.OrdinalIgnoreCase)
                || (source.Address is { } address && address.AbsoluteUri.Contains(typed, StringComparison.OrdinalIgnoreCase)))
            .Take(limit)]);

    /// <summary>What a visit of any source brings.</summary>
    public VisitReport Brought { get; set; } = new(0, 0, 0, 0, [], null);

    /// <summary>What the pages of the web hold that are not known yet.</summary>
    public Dictionary<string, (ArticleId? Article, FetchFailure? Failure)> Pages { get; } = new(StringComparer.Ordinal);

    /// <summary>What admins were not told yet.</summary>
    public List<(CommunityId Community, SourceNotice Notice)> News { get; } = [];

    /// <summary>What stands at the foot of a digest.</summary>
    public List<(CommunityId Community, SourceNotice Notice)> Unwell { get; } = [];

    public Task<VisitReport> VisitAsync(SourceId source, CancellationToken ct) => archive.Answer(Brought);

    public Task<(ArticleId? Article, FetchFailure? Failure)> ReadPageAsync(CommunityId community, Uri address, CancellationToken ct) =>
        archive.Answer(Pages.GetValueOrDefault(address.AbsoluteUri, (null, FetchFailure.Unreachable)));

    /// <summary>Digests that are held without the knowledge of admins.</summary>
    public List<Subscription> Held { get; } = [];

    public Task<AdminNotices> TakeAsync(CommunityId community, ChatAddress? channel, CancellationToken ct)
    {
        var own = News.Where(one => one.Community == community).Select(one => one.Notice).ToList();
        News.RemoveAll(one => one.Community == community);
        var held = Held.Where(one => one.Community == community && (channel is null || one.Address == channel)).ToList();
        Held.RemoveAll(held.Contains);
        return Task.FromResult(new AdminNotices(own, held));
    }

    public Task<IReadOnlyList<SourceNotice>> CurrentAsync(CommunityId asker, CancellationToken ct) =>
        archive.Answer<IReadOnlyList<SourceNotice>>([.. Unwell.Where(one => one.Community == asker).Select(one => one.Notice)]);

    private Followed Add(Editor editor, NewSource source)
    {
        if (Refusals.TryDequeue(out var refusal))
        {
            return refusal;
        }

        if (Visible(editor.Community).FirstOrDefault(one => one.Address == source.Address) is { } known)
        {
            return new Followed(FollowOutcome.Known, known);
        }

        var added = new FollowedSource(
            new SourceId(100 + All.Count), source.Name ?? source.Title ?? source.Address.IdnHost, source.Kind, source.Address, IsPaused: false,
            editor.Community == CommunityId.DefaultSet, Articles: 0, new SourceHealth(null, Asking.Noon.AddHours(1), 0, null, null, null, 0));
        All.Add((editor.Community, added));
        return new Followed(FollowOutcome.Added, added);
    }

    private IEnumerable<FollowedSource> Visible(CommunityId asker) => All
        .Where(one => one.Community == asker || one.Community == CommunityId.DefaultSet)
        .OrderBy(one => one.Source.Name, StringComparer.Ordinal)
        .Select(one => one.Source);
}
