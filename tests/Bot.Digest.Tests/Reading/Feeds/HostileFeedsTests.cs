using System.Text;
using Bot.Digest.Reading.Feeds;
using CsCheck;

namespace Bot.Digest.Tests.Reading.Feeds;

/// <summary>Whatever is served, reading it ends soon and without an exception.</summary>
[Collection(typeof(MeasuredProcessor))]
public sealed class HostileFeedsTests
{
    /// <summary>Processor time; the slowest takes a tenth of it where the machine is free.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private const string Sample =
        """
        <?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY e "v">]>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Post &e; &amp;</title><link>https://post.example/</link>
        <item><title type="html"><![CDATA[One <b>two</b>]]></title><guid isPermaLink="false">x</guid><pubDate>Tue, 19 May 2026 08:30:00 +0200</pubDate>
        <description>Words <p xml:base="a/">and <a href='b'>tags</a></p></description><content:encoded>&lt;p&gt;Long&lt;/p&gt;</content:encoded></item></channel></rss>
        """;

    public static TheoryData<string, string> Bombs() => new()
    {
        { "nested as deep as it goes", Repeated("<channel>") },
        { "nested unknown elements", "<rss><channel><item>" + Repeated("<a>") },
        { "nested markup in a text", "<rss><channel><item><description>" + Repeated("<div>") },
        { "one item after the other", "<rss><channel>" + Repeated("<item>") },
        { "whole items", "<rss><channel>" + Repeated("<item><title>t</title><link>https://post.example/</link><pubDate>Tue, 19 May 2026 08:30:00 +0200</pubDate></item>") },
        { "attributes", "<rss><channel><item " + Repeated("a='b' ") + "/>" },
        { "namespaces", "<rss><channel>" + Repeated("<item xmlns:a='b'><a:c/>") },
        { "quotes that never end", "<rss><channel>" + Repeated("<item a=\"'><title b='") },
        { "comments that never end", "<rss><channel>" + Repeated("<!--") },
        { "sections that never end", "<rss><channel><title>" + Repeated("<![CDATA[") },
        { "document types", Repeated("<!DOCTYPE a [") },
        { "instructions", Repeated("<?a ") },
        { "opening signs", "<rss><channel><title>" + Repeated("<") },
        { "ampersands", "<rss><channel><title>" + Repeated("&") },
        { "references", "<rss><channel><title>" + Repeated("&#x41;") },
        { "entities in entities", Laughs() },
        { "one entity very often", "<!DOCTYPE r [<!ENTITY a \"" + new string('x', 256) + "\">]><rss><channel><title>" + Repeated("&a;") },
        { "categories", "<rss><channel><item>" + Repeated("<category>c</category>") },
        { "links", "<feed><entry>" + Repeated("<link href='a'/>") },
        { "words between elements", "<rss><channel>" + Repeated("x<!---->") },
        { "brackets of JSON", Repeated("[") },
        { "nested JSON", "{\"items\":" + Repeated("[") },
        { "items of JSON", "{\"items\":[" + Repeated("{\"title\":\"t\"},") + "{}]}" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void It_ends_soon_with(string what, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var (began, allocated) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());

        var feed = FeedReader.Read(bytes);
        _ = SitemapReader.Read(bytes);
        _ = Opml.Read(bytes);

        Assert.True(Environment.CpuUsage.TotalTime - began < Longest * Environment.ProcessorCount, what);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < 400_000_000, what);
        Assert.InRange(feed?.Items.Count ?? 0, 0, FeedReader.MostItems);
    }

    [Fact]
    public void Any_bytes_give_a_feed_or_none() =>
        Gen.Select(Gen.Byte.Array[0, 400], Gen.String, Gen.Bool).Sample((bytes, header, isFeed) =>
        {
            byte[] all = isFeed ? [.. "<rss><item>"u8, .. bytes] : bytes;
            _ = FeedReader.Read(all, header, new Uri("https://post.example/"));
            _ = SitemapReader.Read(all, header);
            _ = Opml.Read(all);
        });

    [Fact]
    public void Any_tags_in_any_order_give_a_feed_or_none()
    {
        string[] pieces =
        [
            "<rss>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<channel>", "<item>", "</item>", "<entry>", "</entry>", "<title>", "</title>", "<title", "/>", ">", "<", "&", "&lt;", "&#0;", "&#x110000;",
            "<![CDATA[", "]]>", "<!--", "-->", "<author>", "<name>", "</author>", "<link href='", "'", "\"", "<content type='xhtml'>", "<x:div xmlns:x='http://www.w3.org/1999/xhtml'>", "</x:div>", "<media:group>", "words", "2026-05-19",
            "<pubDate>", "</pubDate>", "\uD800", "\u202E", "<?", "<!DOCTYPE [", "<url>", "<loc>", "<outline xmlUrl='a'>", "</outline>",
        ];
        Gen.Int[0, pieces.Length - 1].Array[1, 40].Sample(chosen => ReadAll(string.Concat(chosen.Select(i => pieces[i]))));
    }

    [Fact]
    public void A_feed_with_anything_changed_gives_a_feed_or_none() =>
        Gen.Select(Gen.Int[0, Sample.Length - 1], Gen.Int[0, 30], Gen.String[0, 6]).Array[1, 8].Sample(changes =>
        {
            var text = new StringBuilder(Sample);
            foreach (var (at, length, put) in changes)
            {
                var from = Math.Min(at, text.Length);
                text.Remove(from, Math.Min(length, text.Length - from)).Insert(from, put);
            }

            ReadAll(text.ToString());
        });

    private static void ReadAll(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (FeedReader.Read(bytes, contentType: null, new Uri("https://post.example/")) is { } feed)
        {
            Assert.All(feed.Items, item => _ = FeedArticle.Of(feed, item, Reader.Now));
        }

        _ = SitemapReader.Read(bytes);
        _ = Opml.Read(bytes);
        _ = FeedLinks.Of(text, new Uri("https://post.example/"));
    }

    /// <summary>About a megabyte of it.</summary>
    private static string Repeated(string piece) => string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

    private static string Laughs()
    {
        var declared = Enumerable.Range(1, 30).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 20))}\">");
        return $"<!DOCTYPE r [<!ENTITY l0 \"ha\">{string.Concat(declared)}]><rss><channel><title>&l30;</title></channel></rss>";
    }
}
