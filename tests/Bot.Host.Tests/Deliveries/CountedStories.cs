using Bot.Digest.Ports;

namespace Bot.Host.Tests.Deliveries;

/// <summary>Stories that tell when somebody looks which there are.</summary>
internal sealed class CountedStories(IStories stories, Action onSearch) : IStories
{
    public Task<Hits<RankedStory>> TopAsync(CommunityId asker, StoryPeriod period, StoryOrder order, int skip, int take, CancellationToken ct)
    {
        onSearch();
        return stories.TopAsync(asker, period, order, skip, take, ct);
    }

    public Task<Hits<Story>> MatchingAsync(CommunityId asker, string words, int skip, int take, CancellationToken ct)
    {
        onSearch();
        return stories.MatchingAsync(asker, words, skip, take, ct);
    }

    public Task<IReadOnlyDictionary<ArticleId, Story>> OfArticlesAsync(CommunityId asker, IReadOnlyList<ArticleId> articles, CancellationToken ct)
    {
        onSearch();
        return stories.OfArticlesAsync(asker, articles, ct);
    }

    public Task<StoryDetail?> FindAsync(CommunityId asker, StoryId story, CancellationToken ct) => stories.FindAsync(asker, story, ct);

    public Task<IReadOnlyList<StoryDetail>> InPeriodAsync(CommunityId asker, IReadOnlyList<StoryId> wanted, StoryPeriod period, CancellationToken ct) =>
        stories.InPeriodAsync(asker, wanted, period, ct);

    public Task<Rising> RisingAsync(CommunityId asker, StoryPeriod period, int limit, CancellationToken ct) => stories.RisingAsync(asker, period, limit, ct);
}
