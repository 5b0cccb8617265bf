using Bot.Digest.Ports;

namespace Bot.Host.Tests.Ingestion;

/// <summary>An archive in memory that keeps the port's promises about keys, revisions and order.</summary>
public sealed class MemoryArchiveWriter : IArchiveWriter
{
    private readonly List<string> _sources = [];

    public Dictionary<(string Source, string Key), UnderstoodArticle> Stored { get; } = [];

    /// <summary>Titles in the order in which they were stored.</summary>
    public List<string> Titles { get; } = [];

    public List<int> BatchSizes { get; } = [];

    public Task<SourceId> EnsureSourceAsync(CommunityId community, string name, CancellationToken ct)
    {
        if (!_sources.Contains(name))
        {
            _sources.Add(name);
        }

        return Task.FromResult(new SourceId(_sources.IndexOf(name)));
    }

    public Task<IReadOnlyList<AddOutcome>> AddAsync(SourceId source, IReadOnlyList<UnderstoodArticle> articles, CancellationToken ct)
    {
        BatchSizes.Add(articles.Count);
        return Task.FromResult<IReadOnlyList<AddOutcome>>([.. articles.Select(article => Add(_sources[(int)source.Value], article))]);
    }

    public Task<int> RemoveArticlesAsync(CommunityId community, string name, IReadOnlyCollection<string> keys, CancellationToken ct) =>
        Task.FromResult(keys.Count(key => Stored.Remove((name, key))));

    public Task<bool> RemoveSourceAsync(CommunityId community, string name, CancellationToken ct) => Task.FromResult(_sources.Remove(name));

    private AddOutcome Add(string source, UnderstoodArticle article)
    {
        var key = (source, article.Article.Key);
        var outcome = !Stored.TryGetValue(key, out var before) ? AddOutcome.New
            : before.Article.Hash == article.Article.Hash ? AddOutcome.Unchanged
            : AddOutcome.Revised;
        Stored[key] = article;
        Titles.Add(article.Article.Title);
        return outcome;
    }
}
