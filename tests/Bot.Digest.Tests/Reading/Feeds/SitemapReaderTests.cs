using System.IO.Compression;
using System.Text;
using Bot.Digest.Reading.Feeds;

namespace Bot.Digest.Tests.Reading.Feeds;

public sealed class SitemapReaderTests
{
    [Fact]
    public void A_news_sitemap_tells_of_its_articles()
    {
        var sitemap = Read("""
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
              <url><loc> https://post.example/pier?a=1&amp;b=2 </loc><lastmod>2026-05-19T09:00+02:00</lastmod>
                <image:image><image:loc>https://post.example/pier.jpg</image:loc><image:title>A picture</image:title></image:image>
                <n:news><n:publication><n:name>The Norrmark Post</n:name><n:language>en</n:language></n:publication>
                  <n:publication_date>2026-05-19</n:publication_date><n:title><![CDATA[Pier & ferry]]></n:title></n:news></url>
              <url><loc>https://post.example/old</loc><lastmod>no date</lastmod></url>
            </urlset>
            """);

        Assert.Equal(["https://post.example/pier?a=1&b=2", "https://post.example/old"], sitemap!.Pages.Select(page => page.Address.AbsoluteUri));
        Assert.Equal(new SitemapNews("Pier & ferry", new DateTimeOffset(2026, 5, 19, 0, 0, 0, TimeSpan.Zero), "The Norrmark Post", "en"), sitemap.Pages[0].News);
        Assert.Equal(new DateTimeOffset(2026, 5, 19, 7, 0, 0, TimeSpan.Zero), sitemap.Pages[0].Modified);
        Assert.Equal((null, null), (sitemap.Pages[1].Modified, sitemap.Pages[1].News));
    }

    [Fact]
    public void An_index_leads_to_sitemaps_even_where_it_is_broken()
    {
        var sitemap = Read("<SM:sitemapindex><SM:sitemap><SM:loc>/news.xml.gz</SM:loc><SM:lastmod>2026-05-19</SM:lastmod></SM:sitemap><SM:sitemap><SM:loc>ftp://post.example/x</SM:loc></SM:sitemap><SM:sitemap><SM:loc>https://post.example/b.xml</SM:loc></SM:sitemap>");

        Assert.Empty(sitemap!.Pages);
        Assert.Equal(["https://post.example/news.xml.gz", "https://post.example/b.xml"], sitemap.Sitemaps.Select(one => one.Address.AbsoluteUri));
    }

    [Fact]
    public void A_plain_list_and_a_packed_one_are_read_too()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write("https://post.example/a\r\nhttps://post.example/b\n"u8);
        }

        Assert.Equal(2, SitemapReader.Read(packed.ToArray())!.Pages.Count);
        Assert.Null(SitemapReader.Read(packed.ToArray().AsMemory(0, (int)packed.Length - 6)));
    }

    [Fact]
    public void Of_too_many_pages_the_newest_are_kept()
    {
        var pages = Enumerable.Range(0, SitemapReader.MostEntries + 2).Select(i => $"<url><loc>https://post.example/{i}</loc><lastmod>{2000 + (i % 26)}-01-01</lastmod></url>");
        var sitemap = Read($"<urlset>{string.Concat(pages)}</urlset>");

        Assert.Equal((SitemapReader.MostEntries, 2), (sitemap!.Pages.Count, sitemap.LeftOut));
        Assert.Equal($"https://post.example/{SitemapReader.MostEntries + 1}", sitemap.Pages[^1].Address.AbsoluteUri);
    }

    [Theory]
    [InlineData("")]
    [InlineData("words that are no address")]
    [InlineData("<rss><channel><item><url><loc>https://post.example/</loc></url></item></channel></rss>")]
    [InlineData("<html><body>Log in</body></html>")]
    public void What_is_no_sitemap_gives_none(string text) => Assert.Null(Read(text));

    private static Sitemap? Read(string text) => SitemapReader.Read(Encoding.UTF8.GetBytes(text), contentType: null, new Uri("https://post.example/sitemap.xml"));
}
