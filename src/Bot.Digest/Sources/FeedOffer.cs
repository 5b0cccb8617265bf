using Bot.Digest.Ports;
using Bot.Digest.Reading;
using Bot.Digest.Reading.Feeds;

namespace Bot.Digest.Sources;

/// <summary>A feed as a source.</summary>
public static class FeedOffer
{
    /// <summary>What the feed offers; null when the document is none.</summary>
    public static Offer? Of(Fetched document, DateTimeOffset readAt, Func<ReadOnlyMemory<byte>, string?>? guessCharset)
    {
        var feed = FeedReader.Read(document.Bytes, document.ContentType, document.Final, guessCharset);
        return feed is null ? null : new Offer
        {
            Title = feed.Title,
            Items = [.. feed.Items.Select(item => Offered(feed, item, readAt))],
            LeftOut = feed.ItemsLeftOut,
            Wishes = WishesOf(feed.Timing),
        };
    }

    private static OfferedItem Offered(Feed feed, FeedItem item, DateTimeOffset readAt)
    {
        var article = FeedArticle.Of(feed, item, readAt);
        return new OfferedItem
        {
            Marks = Marking.Of(item.Id, item.Address, item.Title ?? "", article?.Article.Text ?? ""),
            Address = WebAddress.Canonical(item.Address?.AbsoluteUri),
            Title = item.Title ?? "",
            Date = ItemPage.Plausible(item.Date, readAt),
            Article = article?.Article,
            IsWhole = article is { IsExcerpt: false },
            IsWithdrawn = item.IsWithdrawn,
        };
    }

    private static VisitWishes WishesOf(FeedTiming timing) => VisitWishes.Of(
        timing.UpdatePeriod > timing.TimeToLive ? timing.UpdatePeriod : timing.TimeToLive ?? timing.UpdatePeriod, timing.HoursToSkip, timing.DaysToSkip);
}
