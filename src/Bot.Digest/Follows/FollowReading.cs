using Bot.Digest.Deliveries;
using Bot.Digest.Ports;

namespace Bot.Digest.Follows;

/// <summary>What the follows of one run read of the archive: what many channels follow is looked for once.</summary>
/// <param name="news">The stories and quotes that they tell of.</param>
internal sealed class FollowReading(IArticles articles, IStories stories, NewsReading news)
{
    /// <summary>Of the newest articles: more is a flood, and the digest is the place for it.</summary>
    private const int MostArticles = 50;

    private readonly ReadOnce<(CommunityId, PersonId, DateTimeOffset), IReadOnlyList<ArticleId>> _ofPeople = new();
    private readonly ReadOnce<(CommunityId, string, DateTimeOffset), IReadOnlyList<StoryId>> _about = new();

    public NewsReading News => news;

    /// <summary>The newest articles in which somebody is quoted or named.</summary>
    public Task<IReadOnlyList<ArticleId>> OfPersonAsync(CommunityId reader, PersonId person, DateTimeOffset since, CancellationToken ct) =>
        _ofPeople.GetAsync((reader, person, since), () => NewestAsync(reader, null, new ArticleFilter { Person = person, Since = since, OnlyTold = true }, ct));

    /// <summary>The stories of the newest articles about some words.</summary>
    public Task<IReadOnlyList<StoryId>> AboutAsync(CommunityId reader, string words, DateTimeOffset since, CancellationToken ct) => _about.GetAsync(
        (reader, words, since), async () =>
        {
            var newest = await NewestAsync(reader, words, new ArticleFilter { Since = since, OnlyTold = true }, ct);
            return [.. (await stories.OfArticlesAsync(reader, newest, ct)).Values.Select(story => story.Id).Distinct()];
        });

    private async Task<IReadOnlyList<ArticleId>> NewestAsync(CommunityId reader, string? words, ArticleFilter filter, CancellationToken ct) =>
        [.. (await articles.LatestAsync(reader, words, filter, skip: 0, MostArticles, ct)).Items.Select(hit => hit.Citation.Article)];
}
