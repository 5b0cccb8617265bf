namespace Bot.Digest.Tests.Reading.Pages;

/// <summary>What stands beside an article on its page, and what of it belongs to the article.</summary>
public sealed class PageBodyTests
{
    private const string Lead = "Eleven barges went through the lock in a single morning, after nine days in which nothing had moved.";
    private const string First = "The lock keeper opened the upper gate at six on Tuesday morning, and eleven barges that had waited for nine days went through before noon.";
    private const string Second = "“We counted every one of them,” said Marit Osei, who runs the lock café, while she carried out the coffee that the council had paid for.";
    private const string Third = "A second gate, which is older and narrower, will stay closed until divers have looked at its hinges in the last week of the month.";

    private static readonly string _article = $"<div class='article-body'><p>{First}</p><p>{Second}</p><p>{Third}</p></div>";

    [Theory]
    [InlineData("", $"<h2 class='x1'>{Lead}</h2>")]
    [InlineData("", $"<div class='article-teaser'><p>{Lead}</p></div>")]
    [InlineData("<meta name=description content='Eleven barges went through the lock in a single morning, after…'>", $"<div><div>{Lead}</div><img src=a.jpg></div>")]
    public void The_paragraph_between_headline_and_text_comes_first(string head, string lead)
    {
        Assert.Equal($"{Lead}\n{First}\n{Second}\n{Third}", Text($"<main><h1>Barges pass the lock</h1>{lead}<div><img src=b.jpg></div>{_article}</main>", head));
    }

    [Theory]
    [InlineData("<figure><figcaption>The upper gate of the lock on the morning on which the barges went through it, seen from the café.</figcaption></figure>")]
    [InlineData("<ul><li><a href='/1'>Another lock was closed for a whole winter and nobody on the canal has forgotten it</a></li></ul>")]
    [InlineData("<div class='related-teaser'><a href='/1'>Another lock was closed for a whole winter and nobody on the canal has forgotten it</a></div>")]
    public void Captions_and_links_between_headline_and_text_are_no_lead(string between)
    {
        Assert.Equal($"{First}\n{Second}\n{Third}", Text($"<main><h1>Barges pass the lock</h1>{between}{_article}</main>"));
    }

    [Theory]
    [InlineData("Related articles")]
    [InlineData("Das könnte Sie auch interessieren:")]
    [InlineData("Artículos relacionados")]
    [InlineData("Leggi anche")]
    public void What_follows_the_heading_of_other_articles_is_left_out(string heading)
    {
        Assert.Equal($"{First}\n{Second}\n{Third}", Text($"<article><p>{First}</p><p>{Second}</p><p>{Third}</p><h3>{heading}</h3><p>Divers look at the hinges of a gate.</p></article>"));
    }

    [Fact]
    public void Such_a_heading_amid_the_article_ends_nothing()
    {
        Assert.Equal($"{First}\nWeitere Meldungen\n{Second}\n{Third}", Text($"<article><p>{First}</p><h3>Weitere Meldungen</h3><p>{Second}</p><p>{Third}</p></article>"));
    }

    [Fact]
    public void Entries_of_other_articles_are_left_out_however_many_there_are()
    {
        var entries = string.Concat(Enumerable.Range(1, 40).Select(i => $"<div><a href='/{i}'><h3>Lock number {i} was opened again</h3></a><p>A few words on what happened at that lock, and why it was closed.</p></div>"));

        Assert.Equal($"{First}\n{Second}\n{Third}", Text($"<section><article><h1>Barges pass the lock</h1><div><p>{First}</p><p>{Second}</p><p>{Third}</p></div></article>{entries}</section>"));
    }

    [Fact]
    public void A_post_shown_within_the_article_is_part_of_it()
    {
        const string Post = "Eleven! I stood there and counted, and the last one had a dog on its roof.";

        Assert.Equal($"{First}\n{Post}\n{Second}\n{Third}", Text($"<div class='article-body'><p>{First}</p><div class='social-embed'><blockquote class='twitter-tweet'><p>{Post}</p></blockquote></div><p>{Second}</p><p>{Third}</p></div>"));
    }

    [Fact]
    public void Day_and_author_above_the_text_and_notices_below_it_are_no_part_of_it()
    {
        Assert.Equal($"{First}\n{Second}\n{Third}", Text($"<article><div>20 May 2026 - 11:28</div><div>By Ida Holm</div><p>{First}</p><p>{Second}</p><p>{Third}</p><p>(Reporting by Ida Holm, editing by Bo Lind.)</p><p>Ida Holm is a staff writer at the Canal News. Follow her on any network.</p></article>"));
    }

    [Fact]
    public void A_long_paragraph_that_the_page_holds_twice_is_taken_once()
    {
        Assert.Equal($"{First}\n{Second}\n{Third}", Text($"<article><p class='wide'>{First}</p><p class='narrow'>{First}</p><p>{Second}</p><p>{Third}</p></article>"));
    }

    [Fact]
    public void A_part_for_readers_without_scripts_that_is_never_closed_properly_hides_nothing()
    {
        Assert.Equal($"{First}\n{Second}\n{Third}", Text($"<noscript><div></noscript><h1>Barges pass the lock</h1>{_article}"));
    }

    private static string Text(string body, string head = "") =>
        Reader.Page($"<!doctype html><html><head><title>Barges pass the lock</title>{head}</head><body>{body}</body></html>").Article!.Text;
}
