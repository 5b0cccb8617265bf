namespace Bot.Digest.Ports;

/// <summary>A story as the asking community may see it: all of it comes from that community's articles.</summary>
/// <param name="Headline">The title that the titles of the story's articles agree with most.</param>
/// <param name="First">When its first article was published.</param>
/// <param name="Last">When its newest article was published.</param>
/// <param name="Articles">How many articles tell it, copies included.</param>
/// <param name="Publishers">Who tells it; outlets of one publisher count once.</param>
public sealed record Story(
    StoryId Id, string Headline, DateTimeOffset First, DateTimeOffset Last, int Articles, int Publishers);

/// <summary>An article of a story.</summary>
/// <param name="CopyOf">The earlier article of the same story that says nearly the same words; null for an article of its own.</param>
/// <param name="Joined">The words for which it was put to the story, strongest first; empty for the story's first article.</param>
public sealed record StoryArticle(ArticleHit Article, ArticleId? CopyOf, IReadOnlyList<string> Joined);

/// <summary>A story with its articles, the oldest first.</summary>
public sealed record StoryDetail(Story Story, IReadOnlyList<StoryArticle> Articles);

/// <summary>Articles published in <paramref name="Since"/> up to, not including, <paramref name="Before"/>.</summary>
public sealed record StoryPeriod(DateTimeOffset Since, DateTimeOffset Before)
{
    /// <summary>How long before <see cref="Since"/> an article may have been published that came to the archive only after it: sources are visited by and by.</summary>
    public TimeSpan Late { get; init; }
}

/// <summary>What the biggest stories are told by.</summary>
public enum StoryOrder
{
    /// <summary>Publishers in the period, then articles.</summary>
    Size,

    /// <summary>Articles in the second half of the period beyond those of its first half.</summary>
    Growth,
}

/// <summary>A story in a period.</summary>
/// <param name="Story">Its counts and moments are those of the period.</param>
/// <param name="Earlier">Articles in the period's first half, copies not counted.</param>
/// <param name="Later">Articles in its second half, counted likewise.</param>
public sealed record RankedStory(Story Story, int Earlier, int Later)
{
    /// <summary>Positive while a story grows.</summary>
    public int Growth => Later - Earlier;
}

/// <summary>Somebody of whom more articles speak in the second half of a period than in its first.</summary>
public sealed record RisingPerson(PersonId Id, string Slug, string Name, int Earlier, int Later);

/// <summary>Words that stand in more titles in the second half of a period than in its first.</summary>
/// <param name="Words">One word or a name, as printed.</param>
public sealed record RisingTopic(string Words, int Earlier, int Later);

/// <summary>Who and what is spoken of more than before, most of all first.</summary>
public sealed record Rising(IReadOnlyList<RisingPerson> People, IReadOnlyList<RisingTopic> Topics);

/// <summary>Stories of the articles that the asking community may see; a story is there for it when one of its articles is.</summary>
public interface IStories
{
    /// <summary>A story with all its articles; null when the asker may see none of them.</summary>
    Task<StoryDetail?> FindAsync(CommunityId asker, StoryId story, CancellationToken ct);

    /// <summary>
    /// Several stories in one call, in the order asked, each with only those of its articles that were published in a period, the oldest first.
    /// <see cref="StoryDetail.Story"/> tells of the whole story. One without such an article that the asker may see is left out.
    /// </summary>
    Task<IReadOnlyList<StoryDetail>> InPeriodAsync(
        CommunityId asker, IReadOnlyList<StoryId> stories, StoryPeriod period, CancellationToken ct);

    /// <summary>The biggest or fastest growing stories among the articles of a period; of equal ones the one with the newest article first.</summary>
    Task<Hits<RankedStory>> TopAsync(
        CommunityId asker, StoryPeriod period, StoryOrder order, int skip, int take, CancellationToken ct);

    /// <summary>Stories with an article that holds all the words, those with most such articles first. Never throws on what was typed.</summary>
    Task<Hits<Story>> MatchingAsync(CommunityId asker, string words, int skip, int take, CancellationToken ct);

    /// <summary>The story of each article, in one call for a whole page; an article that was not yet put to one is left out.</summary>
    Task<IReadOnlyDictionary<ArticleId, Story>> OfArticlesAsync(
        CommunityId asker, IReadOnlyList<ArticleId> articles, CancellationToken ct);

    /// <summary>People who have a card, and words of titles, that rise in a period; at most <paramref name="limit"/> of each.</summary>
    Task<Rising> RisingAsync(CommunityId asker, StoryPeriod period, int limit, CancellationToken ct);
}
