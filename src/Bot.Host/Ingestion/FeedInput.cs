using Bot.Digest.Reading;
using Bot.Digest.Reading.Feeds;

namespace Bot.Host.Ingestion;

/// <summary>A feed that was saved as a file: its items as they stand in it. Nothing is fetched for those that carry a beginning only.</summary>
internal static class FeedInput
{
    /// <summary>One item of input for each of the feed's, or the reason why it has none.</summary>
    /// <param name="document">The whole feed.</param>
    /// <param name="bytesDone">Bytes of the input that were read for it.</param>
    public static IEnumerable<InputItem> Items(Document document, InputPlace place, long bytesDone)
    {
        var feed = FeedReader.Read(document.Bytes, guessCharset: document.GuessCharset);
        if (feed is null || feed.Items.Count == 0)
        {
            yield return Refused(place, feed is null ? Refusals.Feed : Refusals.NoItems);
            yield break;
        }

        for (var number = 1; number <= feed.Items.Count; number++)
        {
            if (feed.Items[number - 1] is { IsWithdrawn: false } item)
            {
                yield return Found(feed, item, place with { Item = number });
            }
        }

        if (feed.ItemsLeftOut > 0)
        {
            yield return Refused(place, Refusals.TooManyItems(feed.ItemsLeftOut));
        }

        InputItem Refused(InputPlace at, string reason) => new(at, null, reason, bytesDone);

        InputItem Found(Feed of, FeedItem item, InputPlace at)
        {
            if (FeedArticle.Of(of, item, document.ReadAt)?.Article is not { } article)
            {
                return Refused(at, Refusals.NoItemText);
            }

            var dated = article.PublishedIsStated || document.Published is not { } published ? article : article with { Published = published, PublishedIsStated = true };
            return new(at, null, null, bytesDone) { Read = ReadResult.Of(dated, document.Source ?? of.Title) };
        }
    }
}
