using Bot.Digest.Reading.Feeds;

namespace Bot.Digest.Tests.Reading.Feeds;

public sealed class FeedLinksTests
{
    [Fact]
    public void Declared_feeds_come_first_and_those_of_comments_last()
    {
        var found = Of("""
            <html><head><base href="https://post.example/news/">
            <link rel="alternate" type="application/rss+xml" title="Post » Comments Feed" href="comments/feed/">
            <link rel="ALTERNATE" type="application/atom+xml; charset=utf-8" title="Post" href="atom.xml">
            <link rel="alternate" type="application/json" href="/wp-json/posts/1"><link rel="alternate" hreflang="sv" href="/sv/"><link rel="stylesheet" href="feed.xml">
            </head><body><a href="/rss">RSS</a><a href="https://elsewhere.example/rss">RSS</a><a href="/about">About</a><a href="javascript:x">feed</a><a href="atom.xml#top">Feed</a></body></html>
            """).Where(feed => feed.Ground != FeedLinkGround.Guessed).ToList();

        Assert.Equal(["https://post.example/news/atom.xml", "https://post.example/news/comments/feed/", "https://post.example/rss"], found.Select(feed => feed.Address.AbsoluteUri));
        Assert.Equal(("Post", false, true), (found[0].Title, found[0].IsOfComments, found[1].IsOfComments));
        Assert.Equal(FeedLinkGround.Linked, found[2].Ground);
    }

    [Fact]
    public void A_page_that_says_nothing_gives_guesses_below_its_folder_first()
    {
        var found = Of("<p>Nothing here</p>");

        Assert.All(found, feed => Assert.Equal(FeedLinkGround.Guessed, feed.Ground));
        Assert.Equal("https://post.example/blog/feed/", found[0].Address.AbsoluteUri);
        Assert.Contains(found, feed => feed.Address.AbsoluteUri == "https://post.example/rss.xml");
    }

    private static IReadOnlyList<FoundFeed> Of(string html) => FeedLinks.Of(html, new Uri("https://post.example/blog/today.html"));
}
