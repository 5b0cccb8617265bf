using Bot.Digest.Articles;
using Bot.Digest.Reading;

namespace Bot.Digest.Tests.Reading.Pages;

public sealed class PageReaderTests
{
    private const string First = "The lock keeper opened the upper gate at six on Tuesday morning, and eleven barges that had waited for nine days went through before noon.";
    private const string Second = "“We counted every one of them,” said Marit Osei, who runs the lock café, while she carried out the coffee that the council had paid for.";
    private const string Third = "A second gate, which is older and narrower, will stay closed until divers have looked at its hinges in the last week of the month.";

    [Fact]
    public void The_body_is_the_prose_without_menu_related_links_comments_and_title()
    {
        var article = Read($"""
            <nav><ul><li><a href="/">Home</a><li><a href="/sport">Sport</a></ul></nav>
            <div class="layout has-sidebar"><div class="main-column"><article>
              <h1>Barges pass the lock</h1><div class="byline">By Ida Holm | 20 May 2026</div>
              <div class="social-share"><a href="#">Share on a network</a></div>
              <div class="article-body"><p>{First}</p><p>{Second}</p>
                <div class="related-links"><h3>Related</h3><ul><li><a href="/1">Another lock</a></ul></div>
                <p>{Third}</p><p>Read more: <a href="/2">all about locks</a></p></div>
            </article><section id="comments"><p>I have lived beside this lock for forty years and never saw so many barges, it was a sight to see.</p></section></div>
            <div class="sidebar"><p>Subscribe to our letter and you will get the news of the canal every morning before you wake up.</p></div></div>
            <footer><p>All rights reserved by the publisher of this newspaper and its owners, wherever they may be.</p></footer>
            """);

        Assert.Equal($"{First}\n{Second}\n{Third}", article.Text);
        Assert.Equal("Barges pass the lock", article.Title);
        Assert.Equal("Ida Holm", article.Author);
        Assert.Equal(new DateTimeOffset(2026, 5, 20, 0, 0, 0, TimeSpan.Zero), article.Published);
    }

    [Fact]
    public void Parts_of_the_body_around_an_advertisement_are_put_together_and_the_lead_comes_first()
    {
        const string Lead = "Eleven barges went through in one morning after nine days of waiting.";
        var article = Read($"""
            <main><header><h1>Barges pass the lock</h1><p class="standfirst">{Lead}</p></header>
            <div class="chunk article__body"><p>{First}</p></div><div class="ad-slot">Buy now</div><div class="chunk article__body"><p>{Second}</p><p>{Third}</p></div></main>
            """);

        Assert.Equal($"{Lead}\n{First}\n{Second}\n{Third}", article.Text);
    }

    [Fact]
    public void Misnamed_wrappers_do_not_hide_the_article()
    {
        var article = Read($"<div class='theiaStickySidebar'><h1>Barges pass the lock</h1><div class='field-label-hidden comment-free'><p>{First}<p>{Second}<p>{Third}</div></div>");

        Assert.Equal($"{First}\n{Second}\n{Third}", article.Text);
    }

    [Fact]
    public void Lists_headings_and_line_breaks_are_lines_and_inline_elements_are_not()
    {
        var article = Read($"<article><h1>T one</h1><p>{First}</p><h2>What is next</h2><ul><li>A first <b>bold</b><i>ly</i> said thing</li><li>A second thing</li></ul><p>One line<br>another<br/>{Third}</p></article>");

        Assert.Equal($"{First}\nWhat is next\nA first boldly said thing\nA second thing\nOne line\nanother\n{Third}", article.Text);
    }

    [Fact]
    public void Linked_data_is_read_through_comments_graphs_and_broken_strings()
    {
        var article = Read($$"""
            <script type="application/ld+json">/*<![CDATA[*/ {"@graph":[{"@type":"WebPage","name":"x"},{"@type":["Thing","NewsArticle"],"headline":"Barges
            pass","datePublished":"2026-05-19T22:30:00+02:00","author":[{"@type":"Person","name":"Ida Holm"},{"@id":"#p"}]},{"@id":"#p","name":"Tomás Řehoř"},]} /*]]>*/</script>
            <p>{{First}}</p><p>{{Second}}</p>
            """);

        Assert.Equal(new DateTimeOffset(2026, 5, 19, 22, 30, 0, TimeSpan.FromHours(2)), article.Published);
        Assert.Equal("Ida Holm; Tomás Řehoř", article.Author);
    }

    [Theory]
    [InlineData("<title>Barges pass | Canal News</title><meta property='og:title' content='Barges pass'>", "<h1 class='site-title'>Canal News</h1><h2>Barges pass</h2>", "Barges pass")]
    [InlineData("<title>Barges pass - Canal News</title><meta property='og:site_name' content='Canal News'>", "<h1><a href='/'>Canal News</a></h1>", "Barges pass")]
    [InlineData("<title>x</title><meta property='og:title' content='Barges pass'>", "<h1><span>Shipping</span> Barges pass</h1>", "Barges pass")]
    [InlineData("<title>Barges &amp;amp; locks</title>", "", "Barges & locks")]
    public void The_title_is_the_headline_and_not_the_sites_name(string head, string body, string title)
    {
        var page = $"<html><head>{head}</head><body>{body}<p>{First}</p><p>{Second}</p></body></html>";

        Assert.Equal(title, Reader.Page(page).Article!.Title);
    }

    [Theory]
    [InlineData("<meta name='dc.date' content='2026-05-19'>", "", 19)]
    [InlineData("", "<time datetime='2026-05-18T10:00:00Z'>Monday</time>", 18)]
    [InlineData("<link rel=canonical href='https://canal.example/2026/05/17/barges'>", "<p>Visit us until 3 June 2026!</p>", 17)]
    [InlineData("", "<span class='article-date'>am 16.05.2026 um 9:00</span>", 16)]
    [InlineData("", "<div class='comment'><time datetime='2026-05-01'></time></div><small>15 May 2026</small>", 15)]
    public void The_day_of_publication_is_found_where_the_page_has_it(string head, string body, int day)
    {
        var page = $"<html><head>{head}</head><body><h1>Barges pass</h1>{body}<p>{First}</p><p>{Second}</p></body></html>";

        Assert.Equal(day, Reader.Page(page).Article!.Published.Day);
    }

    [Fact]
    public void A_date_in_the_future_is_no_day_of_publication()
    {
        var article = Read($"<h1>Barges</h1><time datetime='2031-01-01'></time><p>{First}</p>");

        Assert.False(article.PublishedIsStated);
        Assert.Equal(Reader.Now, article.Published);
    }

    [Theory]
    [InlineData("<meta name=author content='Canal News'><meta property='og:site_name' content='Canal News'>", "<a rel=author href='/x'>Ida Holm</a>", "Ida Holm")]
    [InlineData("", "<div class='c-byline'>Von: Ida Holm und Bo Lind · 20. Mai 2026</div>", "Ida Holm und Bo Lind")]
    [InlineData("", "<small>Ein Artikel von <b>Ida Holm</b></small>", "Ida Holm")]
    [InlineData("", "<div class='comment'><span class='author'>troll77</span></div>", null)]
    [InlineData("<meta name=author content='admin'>", "", null)]
    public void The_author_is_a_person_where_the_page_names_one(string head, string body, string? author)
    {
        var page = $"<html><head>{head}</head><body><h1>Barges pass</h1>{body}<p>{First}</p><p>{Second}</p></body></html>";

        Assert.Equal(author, Reader.Page(page).Article!.Author);
    }

    [Fact]
    public void Address_language_and_outlet_come_from_what_the_page_declares()
    {
        var read = Reader.Page($"<html lang=pt_br><head><meta property='og:site_name' content='Canal News'><link rel=canonical href='https://canal.example/a?utm_source=b'></head><body><h1>Barges pass</h1><p>{First}</p></body></html>");

        Assert.Equal(("https://canal.example/a", "pt-BR", "Canal News"), (read.Article!.Address!.AbsoluteUri, read.Article.Language, read.Source));
    }

    [Fact]
    public void A_canonical_address_that_is_the_front_page_is_not_believed_when_the_own_one_is_known()
    {
        var read = ArticleReader.Read(new Document
        {
            Bytes = System.Text.Encoding.UTF8.GetBytes($"<link rel=canonical href='https://canal.example/'><h1>Barges pass</h1><p>{First}</p>"),
            Kind = DocumentKind.Page,
            ReadAt = Reader.Now,
            Address = new Uri("https://canal.example/a"),
        });

        Assert.Equal("https://canal.example/a", read.Article!.Address!.AbsoluteUri);
    }

    private static Article Read(string body) => Reader.Page($"<!doctype html><html><head><title>Barges pass the lock</title></head><body>{body}</body></html>").Article!;
}
