using System.Text;
using Bot.Digest.Ports;
using Bot.Digest.Sources;
using CsCheck;

namespace Bot.Digest.Tests.Sources;

/// <summary>Which links of a page are taken for articles.</summary>
public sealed class PageOfferTests
{
    private static readonly Uri Page = new("https://norrmarkpost.com/news/");

    private static readonly string[] Pieces =
        ["<a href='", "https://norrmarkpost.com/", "/a-b-c-d", "'>", "</a>", "<nav>", "<base href='//x'>", "\0", "&#x0;", "<", "ü", "?utm_a=1", "#"];

    [Fact]
    public void Headlines_of_the_same_site_are_offered_in_the_order_of_the_page()
    {
        var offer = Of("""
            <nav><a href="/news/harbour-and-all-the-ships-in-it">Harbour and all the ships in it</a></nav>
            <main>
            <a href="/news/2026/05/pier"><img src="x"></a>
            <a href="/news/2026/05/pier">East pier stays open all summer</a>
            <a href="two-more-ferries-for-lind?utm_source=x">Ferries</a>
            <a href="/about">About us</a>
            <a href="https://other.example/long-story-about-nothing-here">A long story about nothing at all</a>
            <a href="javascript:alert(1)">A headline that would run a script</a>
            <a href="https://norrmarkpost.com/news">News of the day and of the week</a>
            </main>
            """);

        Assert.Equal(
            [("East pier stays open all summer", "https://norrmarkpost.com/news/2026/05/pier"), ("Ferries", "https://norrmarkpost.com/news/two-more-ferries-for-lind")],
            offer!.Items.Select(item => (item.Marks.Words ?? item.Marks.Said.Trim(), item.Address!.AbsoluteUri)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body><form><input name=user></form></body></html>")]
    [InlineData("<rss version='2.0'></rss>")]
    [InlineData("plain words")]
    public void What_leads_to_no_article_is_no_source(string text) => Assert.Null(Of(text));

    [Fact]
    public void Nothing_that_a_page_holds_throws() =>
        Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece]).Array[0, 60].Sample(parts => _ = Of("<html>" + string.Concat(parts)));

    private static Offer? Of(string html) => PageOffer.Of(new Fetched(Encoding.UTF8.GetBytes(html)) { Final = Page }, null);
}
