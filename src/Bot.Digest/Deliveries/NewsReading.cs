using Bot.Digest.Ports;

namespace Bot.Digest.Deliveries;

/// <summary>What the orders of one run read of the archive, the same things once. A run lasts seconds: what comes meanwhile is told by the next one.</summary>
internal sealed class NewsReading(IStories stories, IQuotes quotes, INotices notices)
{
    /// <summary>Biggest stories of a period, and stories about some words, that are looked at.</summary>
    private const int MostStories = 200;

    private readonly ReadOnce<(CommunityId, StoryPeriod), IReadOnlyList<StoryId>> _biggest = new();
    private readonly ReadOnce<(CommunityId, string), IReadOnlyList<StoryId>> _about = new();
    private readonly ReadOnce<CommunityId, IReadOnlyList<SourceNotice>> _notices = new(sources => sources.Count);
    private readonly ReadOnce<(CommunityId, StoryPeriod, StoryId Story), StoryDetail?> _stories = new(story => story?.Articles.Count ?? 0);
    private readonly ReadOnce<(CommunityId, ArticleId Article), IReadOnlyList<QuoteHit>> _quotes = new(said => said.Count);

    /// <summary>The biggest stories of a period.</summary>
    public Task<IReadOnlyList<StoryId>> BiggestAsync(CommunityId reader, StoryPeriod period, CancellationToken ct) => _biggest.GetAsync(
        (reader, period), async () => [.. (await stories.TopAsync(reader, period, StoryOrder.Size, skip: 0, MostStories, ct)).Items.Select(one => one.Story.Id)]);

    /// <summary>The stories about some words.</summary>
    public Task<IReadOnlyList<StoryId>> AboutAsync(CommunityId reader, string words, CancellationToken ct) => _about.GetAsync(
        (reader, words), async () => [.. (await stories.MatchingAsync(reader, words, skip: 0, MostStories, ct)).Items.Select(story => story.Id)]);

    /// <summary>What is to be said of sources.</summary>
    public Task<IReadOnlyList<SourceNotice>> NoticesAsync(CommunityId reader, CancellationToken ct) => _notices.GetAsync(
        reader, () => notices.CurrentAsync(reader, ct));

    /// <inheritdoc cref="IStories.InPeriodAsync"/>
    public async Task<IReadOnlyList<StoryDetail>> InPeriodAsync(
        CommunityId reader, IReadOnlyList<StoryId> asked, StoryPeriod period, CancellationToken ct)
    {
        var read = await _stories.GetAsync([.. asked.Select(story => (reader, period, story))], async missing =>
        {
            var found = (await stories.InPeriodAsync(reader, [.. missing.Select(key => key.Story)], period, ct)).ToDictionary(detail => detail.Story.Id);
            return [.. missing.Select(key => found.GetValueOrDefault(key.Story))];
        });
        return [.. read.OfType<StoryDetail>()];
    }

    /// <inheritdoc cref="IQuotes.InArticlesAsync"/>
    public async Task<IReadOnlyList<QuoteHit>> InArticlesAsync(CommunityId reader, IReadOnlyList<ArticleId> asked, CancellationToken ct)
    {
        var read = await _quotes.GetAsync([.. asked.Select(article => (reader, article))], async missing =>
        {
            var said = (await quotes.InArticlesAsync(reader, [.. missing.Select(key => key.Article)], ct)).ToLookup(quote => quote.Citation.Article);
            return [.. missing.Select(key => (IReadOnlyList<QuoteHit>)[.. said[key.Article]])];
        });
        return [.. read.SelectMany(said => said)];
    }
}
