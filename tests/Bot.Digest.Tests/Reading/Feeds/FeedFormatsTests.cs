using System.Text;
using Bot.Digest.Reading.Feeds;

namespace Bot.Digest.Tests.Reading.Feeds;

/// <summary>One small feed of each family, written for these tests.</summary>
public sealed class FeedFormatsTests
{
    [Fact]
    public void RSS_gives_its_feed_and_its_items()
    {
        var feed = WrittenFeed.Read("""
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel>
              <title>The Norrmark Post</title><link>https://post.example/</link><description>News of the harbour</description>
              <language>en-gb</language><ttl>90</ttl><skipHours><hour>3</hour><hour>24</hour></skipHours><skipDays><day>Sunday</day></skipDays>
              <image><url>https://post.example/logo.png</url><title>Logo</title><link>https://elsewhere.example/</link></image>
              <item>
                <title>East pier stays open</title><link>https://post.example/pier?id=1&amp;from=feed</link>
                <guid isPermaLink="false">pier-1</guid><dc:creator>Anna Holm</dc:creator>
                <pubDate>Tue, 19 May 2026 08:30:00 +0200</pubDate>
                <description>In short.</description><content:encoded><![CDATA[<p>At length.</p>]]></content:encoded>
                <category>Harbour</category><category>harbour</category>
                <enclosure url="https://post.example/pier.mp3" type="audio/mpeg" length="1200"/>
              </item>
            </channel></rss>
            """);

        var item = Assert.Single(feed.Items);
        Assert.Equal(("The Norrmark Post", "https://post.example/", "en-gb"), (feed.Title, feed.Home?.AbsoluteUri, feed.Language));
        Assert.Equal("https://post.example/logo.png", feed.Image?.AbsoluteUri);
        Assert.Equal(TimeSpan.FromMinutes(90), feed.Timing.TimeToLive);
        Assert.Equal([0, 3], feed.Timing.HoursToSkip);
        Assert.Equal([DayOfWeek.Sunday], feed.Timing.DaysToSkip);
        Assert.Equal(("pier-1", false, "https://post.example/pier?id=1&from=feed"), (item.Id, item.IdIsAddress, item.Address?.AbsoluteUri));
        Assert.Equal(("Anna Holm", new DateTimeOffset(2026, 5, 19, 6, 30, 0, TimeSpan.Zero)), (item.Author?.Name, item.Published));
        Assert.Equal(("In short.", "<p>At length.</p>"), (item.Summary?.Value, item.Content?.Value));
        Assert.Equal(["Harbour"], item.Categories);
        Assert.Equal(new FeedEnclosure(new Uri("https://post.example/pier.mp3"), "audio/mpeg", 1200), Assert.Single(item.Enclosures));
    }

    [Fact]
    public void RDF_has_its_items_beside_the_channel()
    {
        var feed = WrittenFeed.Read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
              <channel rdf:about="https://post.example/"><title>Post</title><link>https://post.example/</link>
                <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
                <items><rdf:Seq><rdf:li rdf:resource="https://post.example/a"/></rdf:Seq></items></channel>
              <item rdf:about="https://post.example/a"><title>Ferry strike ends</title></item>
            </rdf:RDF>
            """);

        Assert.Equal((FeedFormat.Rdf, "Post", TimeSpan.FromHours(6)), (feed.Format, feed.Title, feed.Timing.UpdatePeriod));
        Assert.Equal(("Ferry strike ends", "https://post.example/a"), (feed.Items[0].Title, feed.Items[0].Address?.AbsoluteUri));
    }

    [Fact]
    public void Atom_gives_texts_of_every_type_and_tombstones()
    {
        var feed = WrittenFeed.Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="sv" xml:base="https://kanal.example/nytt/">
              <title type="text">Kanal &lt;Öst&gt;</title><id>urn:kanal</id><link rel="self" href="feed.xml"/><link href="/"/>
              <entry><id>urn:1</id><title type="html">Kaj &lt;b&gt;öppen&lt;/b&gt; &amp;amp; klar</title><link href="kaj.html"/>
                <author><name>Eva Lund</name><email>eva@kanal.example</email></author><author><name>Per Ek</name></author>
                <published>2026-05-19T08:30:00Z</published><updated>2026-05-19T09:00:00Z</updated>
                <content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>Se <x:a href="bild.html">bilden</x:a>.</x:p></x:div></content></entry>
              <at:deleted-entry ref="urn:0" when="2026-05-18T00:00:00Z"/>
            </feed>
            """);

        Assert.Equal(("Kanal <Öst>", "https://kanal.example/", "sv"), (feed.Title, feed.Home?.AbsoluteUri, feed.Language));
        Assert.Equal(("Kaj öppen & klar", "https://kanal.example/nytt/kaj.html"), (feed.Items[0].Title, feed.Items[0].Address?.AbsoluteUri));
        Assert.Equal(new FeedAuthor("Eva Lund, Per Ek", "eva@kanal.example"), feed.Items[0].Author);
        Assert.Equal("""<p>Se <a href="https://kanal.example/nytt/bild.html">bilden</a>.</p>""", feed.Items[0].Content?.Value);
        Assert.Equal((true, "urn:0"), (feed.Items[1].IsWithdrawn, feed.Items[1].Id));
    }

    [Fact]
    public void JSON_Feed_gives_the_same()
    {
        var feed = WrittenFeed.Read("""
            { "version": "https://jsonfeed.org/version/1.1", "title": "Coast Wire", "home_page_url": "https://wire.example/", "language": "en",
              "items": [ { "id": 7, "url": "/news/7", "title": "Council votes", "summary": "In short.", "content_html": "<p>At length.</p>",
                "date_published": "2026-05-19T08:30:00-01:00", "authors": [ { "name": "Omar Feld" }, { "name": "Ida Ro" } ], "tags": [ "Council" ],
                "attachments": [ { "url": "https://wire.example/7.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 9 } ] }, "no item" ] }
            """);

        var item = Assert.Single(feed.Items);
        Assert.Equal((FeedFormat.Json, "Coast Wire"), (feed.Format, feed.Title));
        Assert.Equal(("7", "https://feeds.example/news/7", "Omar Feld, Ida Ro"), (item.Id, item.Address?.AbsoluteUri, item.Author?.Name));
        Assert.Equal(("In short.", "<p>At length.</p>"), (item.Summary?.Value, item.Content?.Value));
        Assert.Equal(new DateTimeOffset(2026, 5, 19, 9, 30, 0, TimeSpan.Zero), item.Published);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no markup at all")]
    [InlineData("<html><head><title>Log in</title></head><body><item><title>x</title></item></body></html>")]
    [InlineData("<opml><body><outline text='a'/></body></opml>")]
    [InlineData("<urlset><url><loc>https://post.example/</loc></url></urlset>")]
    [InlineData("{\"name\": \"no feed\"}")]
    [InlineData("{\"items\": ")]
    public void What_is_no_feed_gives_none(string text) => Assert.Null(FeedReader.Read(Encoding.UTF8.GetBytes(text)));
}
