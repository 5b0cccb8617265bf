using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Deliveries;
using Bot.Digest.Digests;
using Bot.Digest.Ports;

namespace Bot.Digest.Follows;

/// <summary>What is new for a follow.</summary>
/// <param name="Count">How much that is, in words.</param>
internal sealed record FollowedNews(string Count, IReadOnlyList<DigestLine> Lines, ToldEdition Edition);

/// <summary>Finds what came of a person, a topic or a story that the channel was not told yet, by follows or by digests.</summary>
public sealed class FollowNews(IArticles articles, IStories stories, IDigestSlots slots, NewsDesk desk)
{
    /// <summary>Articles that come later than this after their publication are old news. Feeds bring most within minutes, some once a day.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(2);

    /// <summary>A post is read on a phone.</summary>
    private const int MostQuotes = 5;

    private const int MostStories = 5;

    /// <summary>Begins to read for the follows of one run.</summary>
    internal FollowReading Read() => new(articles, stories, desk.Read());

    /// <summary>What is new now, in the words of the present culture; null for nothing.</summary>
    /// <param name="told">What the channel was told lately.</param>
    internal async Task<FollowedNews?> FindAsync(
        FollowReading reading, WaitingFollow waiting, IReadOnlyList<EditionId> told, CommandCall call, CancellationToken ct)
    {
        var follow = waiting.Follow;
        var since = call.Now - Recent > follow.Order.Made ? call.Now - Recent : follow.Order.Made;
        return follow.Target switch
        {
            { Kind: FollowKind.Person } => await SaidAsync(reading, waiting, since, told, call, ct),
            { Kind: FollowKind.Story, Id: { } story } => await HappenedAsync(reading.News, waiting.Reader, [new StoryId(story)], since, told, call, ct),
            var topic => await HappenedAsync(
                reading.News, waiting.Reader, await reading.AboutAsync(waiting.Reader, topic.Words, since, ct), since, told, call, ct),
        };
    }

    /// <summary>What these stories say that the channel does not know, told as in a digest.</summary>
    private async Task<FollowedNews?> HappenedAsync(
        NewsReading reading, CommunityId reader, IReadOnlyList<StoryId> about, DateTimeOffset since, IReadOnlyList<EditionId> told, CommandCall call, CancellationToken ct)
    {
        if (about.Count == 0)
        {
            return null;
        }

        var wish = new EditionWish(NewsPeriod.From(since, call).Period, DigestStyle.Standard)
        {
            Most = MostStories,
            Told = await desk.ToldAsync(reading, reader, told, call.Now, ct),
        };
        var (edition, lines) = await DigestTelling.WriteAsync(reading, reader, about, NoTopics, wish, ct);
        return edition.Items.Count == 0 ? null : new FollowedNews(StoryWords.StoryCount(edition.Items.Count), lines, NewsDesk.ToldOf(edition));
    }

    /// <summary>The statements of a person that the channel was not told, those that were told in articles that it was told of included.</summary>
    private async Task<FollowedNews?> SaidAsync(
        FollowReading reading, WaitingFollow waiting, DateTimeOffset since, IReadOnlyList<EditionId> told, CommandCall call, CancellationToken ct)
    {
        var (reader, follow) = (waiting.Reader, waiting.Follow);
        var found = await reading.OfPersonAsync(reader, new PersonId(follow.Target.Id!.Value), since, ct);
        var known = (await slots.ToldInAsync(told, ct)).SelectMany(story => story.Articles).ToHashSet();
        if (found.All(known.Contains))
        {
            return null;
        }

        var said = (await reading.News.InArticlesAsync(reader, found, ct)).Where(quote => quote.SpeakerSlug == follow.Slug && quote.Shown).ToList();
        var statements = said.Where(quote => known.Contains(quote.Citation.Article)).Select(quote => quote.Statement).ToHashSet();
        var fresh = TellingQuotes.All([.. said.Where(quote => !known.Contains(quote.Citation.Article) && !statements.Contains(quote.Statement))]);
        return fresh.Count == 0 ? null : await QuotedAsync(reader, [.. fresh.Take(MostQuotes)], call, ct);
    }

    private async Task<FollowedNews> QuotedAsync(CommunityId reader, IReadOnlyList<QuoteHit> said, CommandCall call, CancellationToken ct)
    {
        IReadOnlyList<ArticleId> told = [.. said.Select(quote => quote.Citation.Article).Distinct()];
        var storyOf = await stories.OfArticlesAsync(reader, told, ct);
        return new FollowedNews(
            Words.QuoteCount(said.Count),
            [.. said.Select((quote, index) => new DigestLine(QuoteBlock.Of(quote, call), index + 1) { Articles = [quote.Citation], Quote = quote })],
            new ToldEdition(
                [.. told.GroupBy(article => storyOf.TryGetValue(article, out var story) ? story.Id : default).Select(story => new ToldArticles(story.Key, [.. story]))],
                []));
    }

    private static ILookup<StoryId, string> NoTopics { get; } = Array.Empty<string>().ToLookup(_ => default(StoryId));
}
