using Bot.Digest.Digests;
using Bot.Digest.Ports;

namespace Bot.Digest.Deliveries;

/// <summary>Chooses and words what is new, once for all channels that want the same: thousands of them are due in one minute.</summary>
public sealed class NewsDesk(IStories stories, IQuotes quotes, INotices notices, IDigestSlots slots)
{
    /// <summary>Biggest stories that a digest chooses from: more are read for nothing.</summary>
    private const int StoriesConsidered = 40;

    /// <summary>The stories that may be told, which of its topics each is about, and those that are not even weighed.</summary>
    private sealed record Candidates(IReadOnlyList<StoryId> Weighed, ILookup<StoryId, string> Topics, IReadOnlyList<RememberedChoice> LeftOut);

    /// <summary>Begins to read for the orders of one run.</summary>
    internal NewsReading Read() => new(stories, quotes, notices);

    /// <summary>What an order brings, in the words of the present culture.</summary>
    internal async Task<ComposedNews> ComposeAsync(NewsReading reading, NewsOrder order, IReadOnlyList<EditionId> told, DateTimeOffset now, CancellationToken ct)
    {
        var candidates = await CandidatesAsync(reading, order, ct);
        var wish = new EditionWish(order.Period, StyleOf(order.Wish))
        {
            Most = order.Wish.Most,
            Told = await ToldAsync(reading, order.Reader, told, now, ct),
        };
        var (edition, lines) = await DigestTelling.WriteAsync(reading, order.Reader, candidates.Weighed, candidates.Topics, wish, ct);
        return new ComposedNews(
            edition.Items.Count,
            lines,
            edition.Items.Count == 0 ? [] : await reading.NoticesAsync(order.Reader, ct),
            ToldOf(edition, candidates.LeftOut));
    }

    /// <summary>What is remembered of an edition.</summary>
    /// <param name="leftOut">What was not even weighed.</param>
    internal static ToldEdition ToldOf(Edition edition, params IReadOnlyList<RememberedChoice> leftOut) => new(
        [.. edition.Items.Select(item => new ToldArticles(item.Story.Id, [.. item.Own.Select(article => article.Citation.Article)]))],
        [.. edition.Choices.Select(Remembered), .. leftOut]);

    private static DigestStyle StyleOf(DigestWish wish) =>
        Enum.TryParse<DigestStyle>(wish.Style, ignoreCase: true, out var style) ? style : DigestStyle.Standard;

    private static RememberedChoice Remembered(DigestChoice choice) =>
        new(choice.Item.Story.Id, choice.Place, choice.Worth, choice.Item.Topics, choice.Repeated);

    /// <summary>The biggest stories of the period that the channel's words let through, and which of its topics they are about.</summary>
    private static async Task<Candidates> CandidatesAsync(NewsReading reading, NewsOrder order, CancellationToken ct)
    {
        var topics = await AboutAsync(reading, order.Reader, order.Wish.Topics, ct);
        var included = await AboutAsync(reading, order.Reader, order.Wish.Include, ct);
        var excluded = await AboutAsync(reading, order.Reader, order.Wish.Exclude, ct);
        var places = (await reading.BiggestAsync(order.Reader, order.Period, ct)).ToLookup(story =>
            excluded.Contains(story) ? DigestPlace.Excluded
            : order.Wish.Include is not null && !included.Contains(story) ? DigestPlace.NotIncluded
            : DigestPlace.InFull);
        var fit = places[DigestPlace.InFull].Index().ToLookup(one => one.Index < StoriesConsidered || topics.Contains(one.Item), one => one.Item);
        return new Candidates(
            [.. fit[true]],
            topics,
            [
                .. fit[false].Select(story => LeftOut(story, DigestPlace.TooSmall)),
                .. places.Where(place => place.Key != DigestPlace.InFull).SelectMany(place => place.Select(story => LeftOut(story, place.Key))),
            ]);
    }

    private static RememberedChoice LeftOut(StoryId story, DigestPlace place) => new(story, place, Worth: null, [], Repeated: null);

    /// <summary>The stories about each of some words, which commas part.</summary>
    private static async Task<ILookup<StoryId, string>> AboutAsync(NewsReading reading, CommunityId reader, string? words, CancellationToken ct)
    {
        var found = new List<(StoryId Story, string Topic)>();
        foreach (var topic in words?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            found.AddRange((await reading.AboutAsync(reader, topic, ct)).Select(story => (story, topic)));
        }

        return found.ToLookup(one => one.Story, one => one.Topic);
    }

    /// <summary>What some editions told, as far as the reader may still see it.</summary>
    internal async Task<IReadOnlyList<ToldStory>> ToldAsync(
        NewsReading reading, CommunityId reader, IReadOnlyList<EditionId> told, DateTimeOffset now, CancellationToken ct)
    {
        var ids = (await slots.ToldInAsync(told, ct)).ToDictionary(story => story.Story, story => story.Articles.ToHashSet());
        var details = await reading.InPeriodAsync(reader, [.. ids.Keys], new StoryPeriod(DateTimeOffset.UnixEpoch, now), ct);
        return [.. details.Select(story => new ToldStory(
            story.Story.Id,
            [.. story.Articles.Select(article => article.Article).Where(article => ids[story.Story.Id].Contains(article.Citation.Article))]))];
    }
}
