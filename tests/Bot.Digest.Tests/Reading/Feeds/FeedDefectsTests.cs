using System.Text;
using Bot.Digest.Reading.Feeds;

namespace Bot.Digest.Tests.Reading.Feeds;

/// <summary>Feeds as they come: each is broken in one way and is read all the same.</summary>
public sealed class FeedDefectsTests
{
    [Theory]
    [InlineData("<title>Cafés & bars</title>", "Cafés & bars")]
    [InlineData("<title>AT&amp;amp;T &lt;b&gt;grows&lt;/b&gt;</title>", "AT&T grows")]
    [InlineData("<title>Caf&eacute;&nbsp;Lind&hellip;</title>", "Café Lind…")]
    [InlineData("<title>don&#146;t</title>", "don’t")]
    [InlineData("<title>5 < 6 and 7 > 6</title>", "5 < 6 and 7 > 6")]
    [InlineData("<title><![CDATA[Less <i>is</i> more]]></title>", "Less is more")]
    [InlineData("<title>one\u0000two\u0008\u202Ethree\u202C</title>", "onetwothree")]
    [InlineData("<TITLE>Loud</TITLE>", "Loud")]
    [InlineData("<title>Never closed<link>https://post.example/</link>", "Never closed https://post.example/")]
    [InlineData("<title><![CDATA[Never closed", "Never closed")]
    [InlineData("<dc:title>Undeclared prefix</dc:title>", "Undeclared prefix")]
    [InlineData("<image><title>Picture</title></image><title>Article</title>", "Article")]
    [InlineData("<foo:box><title>Of the box</title></foo:box><title>Article</title>", "Article")]
    [InlineData("<title/><title></title><title>Third</title>", "Third")]
    [InlineData("<!-- <title>Hidden</title> --><title>Seen</title>", "Seen")]
    [InlineData("<title attr=\"never closed>One word</title>", "One word")]
    public void A_title_is_found_in(string inside, string title) => Assert.Equal(title, WrittenFeed.Item(inside).Title);

    [Theory]
    [InlineData("<link>https://post.example/a?b=1&c=2</link>", "https://post.example/a?b=1&c=2")]
    [InlineData("<link>\n  https://post.example/a\n</link>", "https://post.example/a")]
    [InlineData("<link>/a</link>", "https://feeds.example/a")]
    [InlineData("<link>www.post.example/a</link>", "http://www.post.example/a")]
    [InlineData("<guid>https://post.example/a</guid>", "https://post.example/a")]
    [InlineData("<guid isPermaLink='false'>https://post.example/a</guid>", null)]
    [InlineData("<link>javascript:alert(1)</link>", null)]
    [InlineData("<link>https://user:secret@post.example/a</link>", null)]
    [InlineData("<link>file:///etc/passwd</link>", null)]
    [InlineData("<atom:link rel='self' href='https://post.example/feed'/><link>https://post.example/a</link>", "https://post.example/a")]
    [InlineData("<link>https://proxy.example/a</link><feedburner:origLink>https://post.example/a</feedburner:origLink>", "https://post.example/a")]
    public void An_address_is_found_or_refused_in(string inside, string? address) =>
        Assert.Equal(address, WrittenFeed.Item(inside).Address?.AbsoluteUri);

    [Theory]
    [InlineData("<author>anna@post.example (Anna Holm)</author>", "Anna Holm", "anna@post.example")]
    [InlineData("<author>Anna Holm &lt;anna@post.example&gt;</author>", "Anna Holm", "anna@post.example")]
    [InlineData("<author><name>Anna Holm</name></author>", "Anna Holm", null)]
    [InlineData("<dc:creator><![CDATA[ Anna Holm ]]></dc:creator><dc:creator>Omar Feld</dc:creator>", "Anna Holm, Omar Feld", null)]
    [InlineData("<author>anna@post.example</author>", null, "anna@post.example")]
    public void An_author_is_found_in(string inside, string? name, string? mail) => Assert.Equal(new FeedAuthor(name, mail), WrittenFeed.Item(inside).Author);

    [Fact]
    public void Items_whose_end_is_missing_end_where_the_next_begins()
    {
        var feed = WrittenFeed.Read("<rss><channel><title>Post</title><item><title>One</title><item><title>Two</title><description>cut off");

        Assert.Equal(["One", "Two"], feed.Items.Select(item => item.Title));
        Assert.Equal("cut off", feed.Items[1].Summary?.Value);
    }

    [Fact]
    public void Words_of_a_failing_server_before_the_feed_are_passed_over() =>
        Assert.Equal("Post", WrittenFeed.Read("\n<br />\n<b>Warning</b>: bad line in <b>x.php</b>\n<?xml version='1.0'?><rss><channel><title>Post</title></channel></rss>").Title);

    [Fact]
    public void Only_short_entities_of_the_document_itself_are_taken()
    {
        var feed = WrittenFeed.Read("""
            <!DOCTYPE rss [ <!ENTITY post "The Norrmark Post"> <!ENTITY twice "&post;&post;"> <!ENTITY file SYSTEM "file:///etc/passwd"> ]>
            <rss><channel><title>&post;</title><item><title>&twice;</title></item><item><title>&file;</title></item></channel></rss>
            """);

        Assert.Equal("The Norrmark Post", feed.Title);
        Assert.Equal(["&post;&post;", "&file;"], feed.Items.Select(item => item.PrintedTitle?.Value));
    }

    [Theory]
    [InlineData("windows-1251", "text/xml; charset=windows-1251", "<?xml version='1.0'?>")]
    [InlineData("koi8-r", "application/rss+xml; charset=\"koi8-r\";", "<?xml version='1.0' encoding='utf-8'?>")]
    [InlineData("iso-8859-5", "nonsense", "<?xml version='1.0' encoding='iso-8859-5'?><!-- charset=utf-8 -->")]
    [InlineData("utf-16", null, "<?xml version='1.0' encoding='utf-8'?>")]
    public void Letters_are_read_in_the_charset_that_is_said(string charset, string? header, string declaration)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        byte[] bytes = [.. encoding.Preamble, .. encoding.GetBytes($"{declaration}<rss><channel><title>Новости порта</title></channel></rss>")];

        Assert.Equal("Новости порта", FeedReader.Read(bytes, header)?.Title);
    }

    [Fact]
    public void Undeclared_letters_are_guessed()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("<rss><channel><title>Новости</title></channel></rss>");

        Assert.Equal("Новости", FeedReader.Read(bytes, guessCharset: _ => "windows-1251")?.Title);
        Assert.NotNull(FeedReader.Read(bytes)?.Title);
    }

    [Fact]
    public void Of_too_many_items_the_newest_are_kept_in_their_order()
    {
        var items = Enumerable.Range(0, FeedReader.MostItems + 3)
            .Select(i => $"<item><title>{i}</title><pubDate>{Reader.Now.AddDays(i % 7 == 0 && i > 0 && i < 22 ? -4_000 : -i):r}</pubDate></item>");
        var feed = WrittenFeed.Read($"<rss><channel>{string.Concat(items)}</channel></rss>");

        Assert.Equal((FeedReader.MostItems, 3), (feed.Items.Count, feed.ItemsLeftOut));
        Assert.Equal(["6", "8"], feed.Items.Skip(6).Take(2).Select(item => item.Title));
        Assert.DoesNotContain(feed.Items, item => item.Title is "7" or "14" or "21");
    }

    [Fact]
    public void An_endless_title_is_cut() =>
        Assert.InRange(WrittenFeed.Item($"<title>{string.Concat(Enumerable.Repeat("word ", 2_000_000))}</title>").Title!.Length, 200, 257);
}
