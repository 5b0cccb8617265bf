using System.Globalization;
using System.Net;
using System.Text;
using Bot.Digest.Articles;

namespace Bot.Benchmarks;

/// <summary>Feeds of generated news as sites serve them: whole texts in CDATA, whole texts escaped, and excerpts only.</summary>
internal static class GeneratedFeeds
{
    private const int FullItems = 25;
    private const int ShortItems = 60;

    /// <summary>Each family with its bytes, the same in every run.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> All()
    {
        var news = new GeneratedNews(seed: 3);
        var articles = Enumerable.Range(0, ShortItems).Select(news.Article).ToList();
        var full = articles.Take(FullItems).ToList();
        return
        [
            ("rss_full", Encoding.UTF8.GetBytes(Rss(full, article => $"<description>{Escaped(Excerpt(article))}</description><content:encoded><![CDATA[{Html(article)}]]></content:encoded>"))),
            ("rss_excerpts", Encoding.UTF8.GetBytes(Rss(articles, article => $"<description><![CDATA[<p>{Escaped(Excerpt(article))}</p>]]></description>"))),
            ("atom_escaped", Encoding.UTF8.GetBytes(Atom(full))),
        ];
    }

    private static string Rss(IEnumerable<Article> articles, Func<Article, string> texts) =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
        <channel><title>News</title><atom:link href="https://news.example/feed/" rel="self" type="application/rss+xml" /><link>https://news.example</link><description>All of it</description>
        {string.Concat(articles.Select(article => Invariant($"""

            <item>
            	<title>{Escaped(article.Title)}</title>
            	<link>{article.Address}</link>
            	<dc:creator><![CDATA[Anna Holm]]></dc:creator>
            	<pubDate>{article.Published:r}</pubDate>
            	<category><![CDATA[Local]]></category><category><![CDATA[Harbour]]></category>
            	<guid isPermaLink="false">{article.Address}?p=1</guid>
            	{texts(article)}
            </item>
            """)))}
        </channel></rss>
        """;

    private static string Atom(IEnumerable<Article> articles) =>
        $"""
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><link href="https://news.example/" /><id>https://news.example/</id>
        {string.Concat(articles.Select(article => Invariant($"""

            <entry><id>{article.Address}</id><title type="html">{Escaped(article.Title)}</title><link rel="alternate" type="text/html" href="{article.Address}" />
            <author><name>Anna Holm</name></author><published>{article.Published:yyyy-MM-dd'T'HH:mm:sszzz}</published><updated>{article.Published:yyyy-MM-dd'T'HH:mm:sszzz}</updated>
            <summary type="text">{Escaped(Excerpt(article))}</summary><content type="html">{Escaped(Html(article))}</content></entry>
            """)))}
        </feed>
        """;

    private static string Html(Article article) => string.Concat(article.Text.Split('\n').Select(line => $"<p class=\"text\">{Escaped(line)}</p>\n"));

    private static string Excerpt(Article article) => article.Text.Split('\n')[0] + " […]";

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
