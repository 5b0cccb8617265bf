using Bot.Digest.Articles;

namespace Bot.Digest.Ports;

/// <summary>An article with what was understood of it.</summary>
public sealed record UnderstoodArticle(Article Article, Findings Findings);

/// <summary>What adding an article changed.</summary>
public enum AddOutcome
{
    New,

    /// <summary>The same key and the same text: nothing was changed.</summary>
    Unchanged,

    /// <summary>The same key with another text: a new revision; its quotes were checked again.</summary>
    Revised,
}

/// <summary>Putting articles into the archive.</summary>
public interface IArchiveWriter
{
    /// <summary>The source of that name, made when there is none, in that community's set.</summary>
    Task<SourceId> EnsureSourceAsync(CommunityId community, string name, CancellationToken ct);

    /// <summary>
    /// Stores articles, each whole or not at all: up to 50 of them, or 50 ms of write lock, in one transaction. Returned only when durable.
    /// Outcomes stand in the order of <paramref name="articles"/>. Refuses (throws <see cref="ArgumentException"/>) a quote whose
    /// spans do not lie in the text: what is stored was compared with the article.
    /// </summary>
    Task<IReadOnlyList<AddOutcome>> AddAsync(SourceId source, IReadOnlyList<UnderstoodArticle> articles, CancellationToken ct);

    /// <summary>Takes articles of a source out by their <see cref="Article.Key"/>; other articles stay, and the source goes with its last one.</summary>
    /// <returns>How many were there.</returns>
    Task<int> RemoveArticlesAsync(CommunityId community, string name, IReadOnlyCollection<string> keys, CancellationToken ct);

    /// <summary>Takes a source out with all its articles and the people only they name; false when there is none of that name.</summary>
    Task<bool> RemoveSourceAsync(CommunityId community, string name, CancellationToken ct);
}
