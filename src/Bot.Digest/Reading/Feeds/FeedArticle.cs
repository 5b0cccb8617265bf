using Bot.Digest.Articles;
using Bot.Digest.Reading.Pages;

namespace Bot.Digest.Reading.Feeds;

/// <summary>An item of a feed as an article.</summary>
/// <param name="Article">As far as the item carries it.</param>
/// <param name="IsExcerpt">True where the item seems to carry the beginning only: the page has the rest.</param>
public sealed record FeedArticle(Article Article, bool IsExcerpt)
{
    /// <summary>Zones and slow clocks make a date a day too late; one that is later still is a mistake.</summary>
    private static readonly TimeSpan LatestAhead = TimeSpan.FromDays(1);

    /// <summary>Null where the item holds no text, or is none: its page may still be read.</summary>
    /// <param name="readAt">The moment of reading: what the date falls back to.</param>
    public static FeedArticle? Of(Feed feed, FeedItem item, DateTimeOffset readAt)
    {
        if (item.IsWithdrawn || FeedBody.Of(item) is not { Text.Length: > 0 } body)
        {
            return null;
        }

        var published = item.Date is { } date && date <= readAt + LatestAhead ? item.Date : null;
        var article = new Article
        {
            Title = item.Title ?? Titles.Limited(body.Text.Split('\n')[0]),
            Text = body.Text,
            Published = published ?? readAt,
            PublishedIsStated = published is not null,
            Address = WebAddress.Canonical(item.Address?.AbsoluteUri),
            Author = Byline.Name(item.Author?.Name) ?? (feed.Format is FeedFormat.Atom or FeedFormat.Json ? Byline.Name(feed.Author?.Name) : null),
            Language = PageLanguage.Tag(item.Language) ?? PageLanguage.Tag(feed.Language),
        };
        return new(article, body.IsCut);
    }
}
