using Bot.Digest.Articles;

namespace Bot.Digest.Ports;

/// <summary>An article in a list.</summary>
/// <param name="Summary">Sentences of the summary, each verbatim.</param>
/// <param name="Passage">The paragraph that answers a search best; null where articles are listed by date.</param>
/// <param name="Matches">The matching words, as ranges of <paramref name="Passage"/>.</param>
public sealed record ArticleHit(
    Citation Citation, IReadOnlyList<string> Summary, string? Passage, IReadOnlyList<TextSpan> Matches)
{
    /// <summary>In a search: the story for which this article stands, and how many more of its articles were found behind it; null without one.</summary>
    public FoundStory? Story { get; init; }
}

/// <summary>A story in a list of found articles.</summary>
/// <param name="Others">Its found articles beside the one that is listed.</param>
public sealed record FoundStory(StoryId Id, int Others);

/// <summary>One article whole.</summary>
public sealed record ArticleDetail(
    Citation Citation, string? Author, IReadOnlyList<string> Summary, IReadOnlyList<PersonMatch> People, int Revisions);

/// <summary>Which articles are asked for, by when they were published.</summary>
public sealed record ArticleFilter
{
    public PersonId? Person { get; init; }

    /// <summary>Only those that the community wants to be told of: not what its filters and pauses hide.</summary>
    public bool OnlyTold { get; init; }

    /// <summary>Name of the source, by any part of it.</summary>
    public string? Source { get; init; }

    /// <summary>First moment, included.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>First moment that is too late.</summary>
    public DateTimeOffset? Before { get; init; }
}

/// <summary>How many articles are in a language.</summary>
/// <param name="Language">ISO 639-1 code.</param>
public sealed record LanguageCount(string Language, int Articles);

/// <summary>Articles as the asking community may see them.</summary>
public interface IArticles
{
    /// <summary>
    /// Ranked articles, newest first where <paramref name="words"/> is empty: words (all of them), "exact phrases", prefixes (word*).
    /// Of one story the best of the articles that words or a person select is listed, and the others are counted behind it.
    /// Never throws on what was typed.
    /// </summary>
    Task<Hits<ArticleHit>> SearchAsync(
        CommunityId asker, string words, ArticleFilter filter, int skip, int take, CancellationToken ct);

    /// <summary>Newest first, with or without a topic.</summary>
    Task<Hits<ArticleHit>> LatestAsync(
        CommunityId asker, string? topic, ArticleFilter filter, int skip, int take, CancellationToken ct);

    Task<ArticleDetail?> FindAsync(CommunityId asker, ArticleId article, CancellationToken ct);

    Task<ArticleDetail?> FindAsync(CommunityId asker, Uri address, CancellationToken ct);

    /// <summary>Articles that the asking community can see; 0 tells that the archive is empty for it.</summary>
    Task<int> CountAsync(CommunityId asker, CancellationToken ct);

    /// <summary>How many of those articles are in each language, most first; those whose language nothing told are left out.</summary>
    Task<IReadOnlyList<LanguageCount>> LanguagesAsync(CommunityId asker, CancellationToken ct);
}
