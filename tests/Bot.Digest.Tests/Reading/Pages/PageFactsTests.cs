using System.Text;
using Bot.Digest.Reading;

namespace Bot.Digest.Tests.Reading.Pages;

/// <summary>What a page states of its article, and what it may not make us believe.</summary>
public sealed class PageFactsTests
{
    private const string Words = "<p>The lock keeper opened the upper gate at six on Tuesday morning, and eleven barges that had waited for nine days went through before noon.</p>";

    [Theory]
    [InlineData("<meta property='og:image' content='/pictures/gate.jpg'>", "https://canal.example/pictures/gate.jpg")]
    [InlineData("<meta property='og:image' content='//img.example/gate.jpg?utm_source=a'>", "https://img.example/gate.jpg")]
    [InlineData("<meta name='twitter:image' content='javascript:alert(1)'><link rel=image_src href='https://img.example/b.jpg'>", "https://img.example/b.jpg")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"image\":[{\"@type\":\"ImageObject\",\"url\":\"gate.png\"}]}</script>", "https://canal.example/2026/gate.png")]
    [InlineData("<meta property='og:image' content='data:image/png;base64,AAAA'>", null)]
    [InlineData("<meta property='og:image' content='https://user:secret@img.example/a.jpg'>", null)]
    [InlineData("", null)]
    public void The_lead_picture_is_an_address_on_the_web_or_none(string head, string? image)
    {
        Assert.Equal(image, Read(head).Image?.AbsoluteUri);
    }

    [Theory]
    [InlineData("<link rel=canonical href='/2026/barges'>", "https://canal.example/2026/barges")]
    [InlineData("<link rel=canonical href='https://www.canal.example/2026/barges?utm_source=a'>", "https://www.canal.example/2026/barges")]
    [InlineData("<meta property='og:url' content='https://amp.canal.example/2026/barges'>", "https://amp.canal.example/2026/barges")]
    [InlineData("<link rel=canonical href='https://other.example/2026/barges'>", "https://canal.example/2026/lock")]
    [InlineData("<link rel=canonical href='javascript:alert(1)'>", "https://canal.example/2026/lock")]
    [InlineData("<link rel=canonical href='data:text/html,hello'>", "https://canal.example/2026/lock")]
    [InlineData("<link rel=canonical href='file:///etc/passwd'>", "https://canal.example/2026/lock")]
    [InlineData("<link rel=canonical href='https://canal.example/'>", "https://canal.example/2026/lock")]
    public void A_page_says_its_address_within_its_own_publisher_only(string head, string address)
    {
        Assert.Equal(address, Read(head).Article!.Address!.AbsoluteUri);
    }

    [Theory]
    [InlineData("<title>CANAL - Barges pass the lock</title>", "Barges pass the lock")]
    [InlineData("<title>Canal|Barges pass the lock</title>", "Barges pass the lock")]
    [InlineData("<title>Canal News</title><meta property='og:title' content='Canal News'><meta property='og:site_name' content='Canal News'>", "Eleven in one morning")]
    [InlineData("<meta property=og:title content=\"Keeper calls the lock \"safe\"\">", "Keeper calls the lock \"safe\" again", "<h1>Keeper calls the lock \"safe\" again</h1>")]
    [InlineData("<title>Barges pass the lock</title>", "Barges pass the lock", "<h1 aria-hidden=true>Service and menu</h1><h2>Barges pass the lock</h2>")]
    public void The_outlets_name_and_hidden_headings_are_no_title(string head, string title, string body = "")
    {
        body = body.Length == 0 && title == "Eleven in one morning" ? $"<h1>{title}</h1>" : body;

        Assert.Equal(title, Read(head, body).Article!.Title);
    }

    [Theory]
    [InlineData("<meta name=author content='Canal News - Ida Holm'><meta property='og:site_name' content='Canal News'>", "", "Ida Holm")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Ida Holm\"}}</script><meta name=author content='Ida Holm, Bo Lind'>", "", "Ida Holm, Bo Lind")]
    [InlineData("<meta name=author content='ida.holm'>", "<span class=byline>By Ida Holm</span>", "Ida Holm")]
    [InlineData("", "<div>Posted on May 3, 2026 by Ida Holm</div>", "Ida Holm")]
    [InlineData("", "<div>03.05.2026 13:30 von Ida Holm</div>", "Ida Holm")]
    [InlineData("", "<p>Von Ida Holm, dpa</p>", "Ida Holm")]
    [InlineData("", "<p><em>Ein Interview von <b>Ida Holm</b></em></p>", "Ida Holm")]
    public void The_author_is_named_without_outlet_agency_and_account(string head, string body, string author)
    {
        Assert.Equal(author, Read(head, $"<h1>Barges pass the lock</h1>{body}").Article!.Author);
    }

    [Theory]
    [InlineData("<meta property='article:published_time' content='2026-05-19T02:10:00Z'>", "<time datetime='2026-05-18T22:10'>Monday</time>", 18)]
    [InlineData("<meta property='article:published_time' content='2026-05-19T16:10:00Z'>", "<time datetime='2026-05-18'>Monday</time>", 19)]
    [InlineData("", "<div class='page-widget'><ul><li itemprop=datePublished>17 May 2026</li></ul></div>", 17)]
    [InlineData("", "<p>16.05.2026 – The lock keeper says that he has not seen so many barges in one morning.</p>", 16)]
    [InlineData("", "<script>window.state={\"article\":{\"publishedAt\":\"2026-05-15T08:00:00Z\"}}</script>", 15)]
    [InlineData("", "<footer><p>Diese Seite wurde zuletzt am 14. Mai 2026 geändert.</p></footer>", 14)]
    public void The_day_is_the_outlets_own_and_found_where_little_says_it(string head, string body, int day)
    {
        var article = Read(head, $"<h1>Barges pass the lock</h1>{body}").Article!;

        Assert.True(article.PublishedIsStated);
        Assert.Equal(day, article.Published.Day);
    }

    private static ReadResult Read(string head, string body = "<h1>Barges pass the lock</h1>") => ArticleReader.Read(new Document
    {
        Bytes = Encoding.UTF8.GetBytes($"<!doctype html><html lang=en><head>{head}</head><body>{body}{Words}</body></html>"),
        Kind = DocumentKind.Page,
        ReadAt = Reader.Now,
        Address = new Uri("https://canal.example/2026/lock"),
    });
}
