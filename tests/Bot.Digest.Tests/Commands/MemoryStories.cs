using Bot.Digest.Ports;

namespace Bot.Digest.Tests.Commands;

/// <summary>The stories of a <see cref="MemoryArchive"/>: an article that was put to none is one by itself, of the same number.</summary>
internal sealed class MemoryStories(MemoryArchive archive) : IStories
{
    /// <summary>The story of an article, where that is not its own number.</summary>
    public Dictionary<ArticleId, StoryId> Of { get; } = [];

    public Dictionary<ArticleId, ArticleId> Copies { get; } = [];

    public Dictionary<ArticleId, string[]> Joined { get; } = [];

    public List<RisingPerson> People { get; } = [];

    public List<RisingTopic> Topics { get; } = [];

    public Task<StoryDetail?> FindAsync(CommunityId asker, StoryId story, CancellationToken ct) => archive.Answer(All().Find(told => told.Story.Id == story));

    public Task<IReadOnlyList<StoryDetail>> InPeriodAsync(
        CommunityId asker, IReadOnlyList<StoryId> stories, StoryPeriod period, CancellationToken ct) =>
        archive.Answer<IReadOnlyList<StoryDetail>>([.. stories
            .Select(id => All().Single(told => told.Story.Id == id))
            .Select(told => told with { Articles = [.. told.Articles.Where(article => IsIn(period, article))] })
            .Where(told => told.Articles.Count > 0)]);

    public Task<Hits<RankedStory>> TopAsync(
        CommunityId asker, StoryPeriod period, StoryOrder order, int skip, int take, CancellationToken ct)
    {
        var ranked = All()
            .Select(told => told.Articles.Where(article => IsIn(period, article)).ToList())
            .Where(articles => articles.Count > 0)
            .Select(articles => Ranked(articles, period))
            .OrderByDescending(one => order == StoryOrder.Growth ? one.Growth : one.Story.Publishers)
            .ThenByDescending(one => one.Story.Articles)
            .ThenByDescending(one => one.Story.Last)
            .ToList();
        return archive.Answer(MemoryArchive.Page(ranked, skip, take));
    }

    public Task<Hits<Story>> MatchingAsync(CommunityId asker, string words, int skip, int take, CancellationToken ct) =>
        archive.Answer(MemoryArchive.Page(
            [.. All()
                .Where(told => told.Articles.Any(article => archive.Articles
                    .Single(hit => hit.Citation.Article == article.Article.Citation.Article).Passage!.Contains(words.TrimEnd('*'), StringComparison.OrdinalIgnoreCase)))
                .Select(told => told.Story)],
            skip,
            take));

    public Task<IReadOnlyDictionary<ArticleId, Story>> OfArticlesAsync(CommunityId asker, IReadOnlyList<ArticleId> articles, CancellationToken ct) =>
        archive.Answer<IReadOnlyDictionary<ArticleId, Story>>(All()
            .SelectMany(told => told.Articles.Select(article => (article.Article.Citation.Article, told.Story)))
            .Where(one => articles.Contains(one.Article))
            .ToDictionary(one => one.Article, one => one.Story));

    public Task<Rising> RisingAsync(CommunityId asker, StoryPeriod period, int limit, CancellationToken ct) =>
        archive.Answer(new Rising([.. People.Take(limit)], [.. Topics.Take(limit)]));

    /// <summary>The story that an article belongs to.</summary>
    public StoryId StoryOf(ArticleId article) => Of.GetValueOrDefault(article, new StoryId(article.Value));

    private List<StoryDetail> All() =>
    [
        .. archive.Articles
            .OrderBy(hit => hit.Citation.Published)
            .Select(hit => new StoryArticle(
                hit with { Passage = null }, Copies.TryGetValue(hit.Citation.Article, out var original) ? original : null, Joined.GetValueOrDefault(hit.Citation.Article, [])))
            .GroupBy(article => StoryOf(article.Article.Citation.Article))
            .Select(articles => new StoryDetail(Told(articles.Key, [.. articles]), [.. articles])),
    ];

    private static Story Told(StoryId id, List<StoryArticle> articles) => new(
        id,
        articles[0].Article.Citation.Title,
        articles[0].Article.Citation.Published,
        articles[^1].Article.Citation.Published,
        articles.Count,
        articles.DistinctBy(article => article.Article.Citation.Publisher).Count());

    private RankedStory Ranked(List<StoryArticle> articles, StoryPeriod period)
    {
        var half = period.Since + ((period.Before - period.Since) / 2);
        var own = articles.Where(article => article.CopyOf is null).ToList();
        var later = own.Count(article => article.Article.Citation.Published >= half);
        return new RankedStory(Told(StoryOf(articles[0].Article.Citation.Article), articles), own.Count - later, later);
    }

    private static bool IsIn(StoryPeriod period, StoryArticle article) =>
        article.Article.Citation.Published >= period.Since && article.Article.Citation.Published < period.Before;
}
