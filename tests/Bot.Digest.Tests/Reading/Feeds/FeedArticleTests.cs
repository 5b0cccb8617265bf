using Bot.Digest.Reading.Feeds;

namespace Bot.Digest.Tests.Reading.Feeds;

public sealed class FeedArticleTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("<p>The council of Norrmark met on Tuesday and spoke about the east pier for three hours.</p>", 12));

    [Fact]
    public void An_item_with_its_text_is_a_whole_article()
    {
        var made = Made($"<title>Pier stays open</title><link>https://post.example/pier?utm_source=rss</link><dc:creator>By Anna Holm</dc:creator><pubDate>Tue, 19 May 2026 08:30:00 GMT</pubDate>"
            + $"<description>In short…</description><content:encoded><![CDATA[{Long}<figure><img src='a'/><figcaption>A pier</figcaption></figure>]]></content:encoded>");

        Assert.NotNull(made);
        Assert.False(made.IsExcerpt);
        Assert.Equal(("Pier stays open", "https://post.example/pier", "Anna Holm", "sv-SE"), (made.Article.Title, made.Article.Address?.AbsoluteUri, made.Article.Author, made.Article.Language));
        Assert.Equal((new DateTimeOffset(2026, 5, 19, 8, 30, 0, TimeSpan.Zero), true), (made.Article.Published, made.Article.PublishedIsStated));
        Assert.Equal(12, made.Article.Text.Split('\n').Length);
        Assert.DoesNotContain("A pier", made.Article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The ministry withdrew its order.")]
    [InlineData("{long}<p>Repairs will start in June, the minister said before […]</p>")]
    [InlineData("{long}<p>And there is …</p>")]
    [InlineData("{long}<p><a href='https://post.example/pier'>Continue reading</a></p>")]
    [InlineData("{long}<p>Repairs will start. <a href='https://post.example/pier'>Weiterlesen »</a></p>")]
    [InlineData("{long}<p>Repairs […]</p><p>The post <a href='x'>Pier</a> appeared first on <a href='y'>Post</a>.</p>")]
    public void An_item_that_is_short_or_cut_off_is_an_excerpt(string description) =>
        Assert.True(Made($"<title>Pier</title><description><![CDATA[{description.Replace("{long}", Long, StringComparison.Ordinal)}]]></description>")!.IsExcerpt);

    [Fact]
    public void What_publishing_programs_append_is_no_text()
    {
        var made = Made($"<title>Pier</title><description><![CDATA[{Long}<p>The post <a href='x'>Pier</a> appeared first on <a href='y'>Post</a>.</p>]]></description>");

        Assert.False(made!.IsExcerpt);
        Assert.DoesNotContain("appeared first", made.Article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_post_without_a_title_takes_its_first_line() =>
        Assert.Equal("Fog in the harbour.", Made("<description>&lt;p&gt;Fog in the harbour.&lt;/p&gt;&lt;p&gt;Ferries wait.&lt;/p&gt;</description>")!.Article.Title);

    [Theory]
    [InlineData("<pubDate>Fri, 19 May 2028 08:30:00 GMT</pubDate>")]
    [InlineData("<pubDate>yesterday</pubDate>")]
    [InlineData("")]
    public void A_date_that_cannot_be_is_the_moment_of_reading(string date)
    {
        var made = Made($"<title>Pier</title><description>Words.</description>{date}");

        Assert.Equal((Reader.Now, false), (made!.Article.Published, made.Article.PublishedIsStated));
    }

    [Fact]
    public void An_item_without_text_is_no_article() => Assert.Null(Made("<title>Pier</title><link>https://post.example/pier</link>"));

    private static FeedArticle? Made(string inside)
    {
        var feed = WrittenFeed.Read($"<rss><channel><title>Post</title><language>sv_se</language><item>{inside}</item></channel></rss>");
        return FeedArticle.Of(feed, feed.Items[0], Reader.Now);
    }
}
