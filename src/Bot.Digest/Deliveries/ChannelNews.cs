using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Digests;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;

namespace Bot.Digest.Deliveries;

/// <summary>A digest for a channel.</summary>
/// <param name="Told">The stories that it tells.</param>
public sealed record ChannelDigest(Reply Reply, IReadOnlyList<ToldArticles> Told);

/// <summary>What is new for a channel since its last digest, in words.</summary>
public sealed class ChannelNews(IStories stories, IQuotes quotes, INotices notices)
{
    /// <summary>Biggest stories that a digest chooses from: more are read for nothing.</summary>
    private const int StoriesConsidered = 40;

    /// <summary>Stories about a topic, an included or an excluded word that are looked at.</summary>
    private const int StoriesOfWords = 200;

    /// <summary>Of a first digest.</summary>
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>After so long without news a channel is told that nobody has forgotten it.</summary>
    private static readonly TimeSpan SignOfLife = TimeSpan.FromDays(7);

    private readonly DigestTelling _telling = new(stories, quotes);

    /// <summary>The digest that is due; null when there is nothing to tell.</summary>
    /// <param name="told">What the channel was told lately.</param>
    public async Task<ChannelDigest?> TellAsync(
        Subscription subscription, TimeZoneInfo zone, DueDigest due, IReadOnlyList<ToldArticles> told, DateTimeOffset now, CancellationToken ct)
    {
        var call = CallOf(subscription, zone, now);
        var period = NewsPeriod.From(due.OnlySince ?? subscription.LastDigest ?? due.Carrier.Slot.Due - Day, call);
        var (candidates, topics) = await CandidatesAsync(subscription, period, ct);
        var wish = new EditionWish(period.Period, StyleOf(subscription.Wish))
        {
            Most = subscription.Wish.Most,
            Told = await ToldAsync(subscription.Community, told, now, ct),
        };
        var (edition, lines) = await _telling.WriteAsync(subscription.Community, candidates, topics, wish, ct);
        if (edition.Items.Count == 0)
        {
            var isLong = now - (subscription.LastDigest ?? subscription.Made) >= SignOfLife;
            return isLong ? new ChannelDigest(Reply.Ok(new Paragraph(DeliveryWords.StillHere(MomentWords.Of(period.Asked, call)))), []) : null;
        }

        var reply = new Reply
        {
            Blocks =
            [
                .. DigestBlocks.Head(period, StoryWords.StoryCount(edition.Items.Count), call),
                .. Delay(due),
                .. lines.Select(line => line.Block),
                .. SourceNotices.Foot(await notices.CurrentAsync(subscription.Community, ct), call),
            ],
            Buttons =
            [
                [
                    new Button(Words.ButtonLatest, CommandText.Of(LatestCommand.Name)),
                    new Button(DeliveryWords.ButtonSubscriptions, CommandText.Of(SubscriptionsCommand.Name)),
                    .. DigestBlocks.Wrong(lines),
                ],
            ],
        };
        return new ChannelDigest(
            reply,
            [.. edition.Items.Select(item => new ToldArticles(item.Story.Id, [.. item.Own.Select(article => article.Citation.Article)]))]);
    }

    private static CommandCall CallOf(Subscription subscription, TimeZoneInfo zone, DateTimeOffset now) => new()
    {
        Chat = subscription.Address,
        Community = subscription.Community,
        User = "",
        Access = Access.Everyone,
        Zone = zone,
        Now = TimeZoneInfo.ConvertTime(now, zone),
    };

    private static DigestStyle StyleOf(DigestWish wish) =>
        Enum.TryParse<DigestStyle>(wish.Style, ignoreCase: true, out var style) ? style : DigestStyle.Standard;

    /// <summary>The biggest stories of the period that the channel's words let through, and which of its topics they are about.</summary>
    private async Task<(IReadOnlyList<StoryId> Stories, ILookup<StoryId, string> Topics)> CandidatesAsync(
        Subscription subscription, NewsPeriod period, CancellationToken ct)
    {
        var top = await stories.TopAsync(subscription.Community, period.Period, StoryOrder.Size, skip: 0, StoriesOfWords, ct);
        var topics = await AboutAsync(subscription, subscription.Wish.Topics, ct);
        var included = await AboutAsync(subscription, subscription.Wish.Include, ct);
        var excluded = await AboutAsync(subscription, subscription.Wish.Exclude, ct);
        var fit = top.Items.Select(one => one.Story.Id)
            .Where(story => (subscription.Wish.Include is null || included.Contains(story)) && !excluded.Contains(story))
            .ToList();
        return ([.. fit.Where((story, place) => place < StoriesConsidered || topics.Contains(story))], topics);
    }

    /// <summary>The stories about each of some words, which commas part.</summary>
    private async Task<ILookup<StoryId, string>> AboutAsync(Subscription subscription, string? words, CancellationToken ct)
    {
        var found = new List<(StoryId Story, string Topic)>();
        foreach (var topic in words?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            var matching = await stories.MatchingAsync(subscription.Community, topic, skip: 0, StoriesOfWords, ct);
            found.AddRange(matching.Items.Select(story => (story.Id, topic)));
        }

        return found.ToLookup(one => one.Story, one => one.Topic);
    }

    private async Task<IReadOnlyList<ToldStory>> ToldAsync(
        CommunityId asker, IReadOnlyList<ToldArticles> told, DateTimeOffset now, CancellationToken ct)
    {
        var ids = told.ToDictionary(story => story.Story, story => story.Articles.ToHashSet());
        var details = await stories.InPeriodAsync(asker, [.. ids.Keys], new StoryPeriod(DateTimeOffset.UnixEpoch, now), ct);
        return [.. details.Select(story => new ToldStory(
            story.Story.Id,
            [.. story.Articles.Select(article => article.Article).Where(article => ids[story.Story.Id].Contains(article.Citation.Article))]))];
    }

    /// <summary>What a digest that comes late says about itself.</summary>
    private static IEnumerable<Block> Delay(DueDigest due) => due switch
    {
        { Skipped.Count: > 0 } => [new Note(DeliveryWords.Skipped(due.Skipped.Count))],
        { Merged.Count: > 0 } => [new Note(DeliveryWords.Merged(due.Merged.Count + 1))],
        { IsLate: true } => [new Note(DeliveryWords.Late)],
        _ => [],
    };
}
