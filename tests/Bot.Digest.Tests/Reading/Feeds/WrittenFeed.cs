using System.Text;
using Bot.Digest.Reading.Feeds;

namespace Bot.Digest.Tests.Reading.Feeds;

/// <summary>Reads what a test writes.</summary>
internal static class WrittenFeed
{
    public static Feed Read(string text)
    {
        var feed = FeedReader.Read(Encoding.UTF8.GetBytes(text), contentType: null, new Uri("https://feeds.example/rss"));
        Assert.NotNull(feed);
        return feed;
    }

    /// <summary>The only item of an RSS feed that holds this.</summary>
    public static FeedItem Item(string inside) => Assert.Single(Read($"<rss><channel><item>{inside}</item></channel></rss>").Items);
}
