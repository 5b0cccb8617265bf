using System.Globalization;
using System.Text;
using System.Web;

namespace Bot.Benchmarks;

/// <summary>
/// Generated articles within pages as outlets build them: some 150 K characters, of which the article is a thirtieth; the rest is menus,
/// scripts, linked data, pictures, lists of other articles and readers' comments.
/// </summary>
internal sealed class GeneratedPages(int seed)
{
    private readonly GeneratedNews _news = new(seed);

    /// <summary>The page of that number; every number gives another one.</summary>
    public string Page(int number)
    {
        var random = new Random(unchecked((seed * 999_983) + number));
        var article = _news.Article(number);
        var (title, day) = (HttpUtility.HtmlEncode(article.Title), article.Published.ToString("O", CultureInfo.InvariantCulture));
        var page = new StringBuilder(200_000);
        page.Append(CultureInfo.InvariantCulture, $$"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{title}} | Generated News</title>
            <meta property="og:title" content="{{title}}"><meta property="og:site_name" content="Generated News"><link rel="canonical" href="{{article.Address}}">
            <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"{{title}}","datePublished":"{{day}}"}</script>
            """);
        Repeat(page, 3, () => Script(random, 14_000));
        page.Append("</head><body class=\"page page--article\"><header class=\"site-header\">");
        Repeat(page, 2, () => List(random, "nav", "main-navigation", 60));
        page.Append(CultureInfo.InvariantCulture, $"</header><div class=\"layout\"><main><article class=\"article\"><h1 class=\"article__title\">{title}</h1><div class=\"byline\">By Ida Holm <time datetime=\"{day}\">{day}</time></div><div class=\"article-body\">");
        foreach (var paragraph in article.Text.Split('\n'))
        {
            page.Append("<p class=\"article__paragraph\">").Append(HttpUtility.HtmlEncode(paragraph)).Append("</p>");
            page.Append(random.Next(6) == 0 ? Picture(random) : "");
        }

        page.Append("</div></article>");
        Repeat(page, 1, () => List(random, "section", "related-articles", 30));
        page.Append("<section class=\"comments\">");
        Repeat(page, 30, () => Comment(random));
        page.Append("</section></main><aside class=\"sidebar\">");
        Repeat(page, 2, () => List(random, "div", "teaser-list", 30));
        page.Append("</aside></div><footer class=\"site-footer\">");
        Repeat(page, 1, () => List(random, "div", "footer-links", 60));
        page.Append("</footer>");
        Repeat(page, 2, () => Script(random, 12_000));
        return page.Append("</body></html>").ToString();
    }

    private static void Repeat(StringBuilder page, int times, Func<string> part)
    {
        for (var i = 0; i < times; i++)
        {
            page.Append(part());
        }
    }

    private string Script(Random random, int length)
    {
        var script = new StringBuilder("<script>window.state=window.state||[];");
        while (script.Length < length)
        {
            script.Append(CultureInfo.InvariantCulture, $"state.push({{\"id\":{random.Next()},\"slot\":\"{_news.Words.Noun(random)}\",\"html\":\"<div class=\\\"{_news.Words.Noun(random)}\\\"><\\/div>\"}});");
        }

        return script.Append("</script>").ToString();
    }

    private string List(Random random, string tag, string name, int entries)
    {
        var list = new StringBuilder($"<{tag} class=\"{name}\" data-component=\"{name}\"><ul class=\"{name}__list\">");
        for (var i = 0; i < entries; i++)
        {
            list.Append(CultureInfo.InvariantCulture, $"<li class=\"{name}__item {name}__item--{i}\" data-position=\"{i}\"><a class=\"{name}__link\" href=\"/{_news.Words.Noun(random)}/{random.Next()}?from={name}\"><h3>{Headline(random)}</h3></a><span class=\"{name}__meta\">{random.Next(60)} min</span></li>");
        }

        return list.Append(CultureInfo.InvariantCulture, $"</ul></{tag}>").ToString();
    }

    private string Headline(Random random) => $"{_news.Words.Noun(random)} {_news.Words.Noun(random)} in {_news.Words.Place(random)}";

    private string Picture(Random random) =>
        $"<figure class=\"picture\"><img src=\"/pictures/{random.Next()}.jpg\" srcset=\"/pictures/{random.Next()}-800.jpg 800w, /pictures/{random.Next()}-1600.jpg 1600w\" alt=\"{Headline(random)}\"><figcaption>{Headline(random)}</figcaption></figure>";

    private string Comment(Random random) =>
        $"<div class=\"comment\" id=\"comment-{random.Next()}\"><span class=\"comment__author\">{_news.Words.Person(random).Name}</span><time datetime=\"2026-05-20\">today</time><p>The {_news.Words.Noun(random)} of {_news.Words.Place(random)} was never like that, and the {_news.Words.Noun(random)} that we had before was better than any {_news.Words.Noun(random)} they will build now. Who pays for the {_news.Words.Noun(random)}?</p><button class=\"comment__reply\" type=\"button\">Reply</button></div>";
}
