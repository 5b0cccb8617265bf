using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Bot.Digest.Chat;
using Bot.Host.Platforms.Web;
using CsCheck;

namespace Bot.Host.Tests.Platforms.Web;

/// <summary>Replies as HTML: the layout of the cards, and nothing from an article ever becoming markup.</summary>
public sealed class WebRendererTests
{
    private const string Outside = "<img src=x onerror=alert(1)> & \"'></blockquote><script>";

    [Fact]
    public void A_card_keeps_its_order_and_its_parts()
    {
        var html = Render(Reply.Ok(
            new Heading("Ilse Varga", "Варга Ілзе"),
            new Quotation("“It stays.”", [new Plain("13 May · "), new Link("Kanal Öst", new Uri("https://kanal-ost.example/x"))], "Asked about the pier."),
            new Section("Planned"),
            new Note("1–3 of 23")));

        Assert.Equal(["h2", "figure", "h3", "p"], html.Children.Select(child => child.LocalName));
        Assert.Equal("Варга Ілзе", html.QuerySelector(".aside")!.TextContent);
        Assert.Equal("“It stays.”", html.QuerySelector("blockquote")!.TextContent);
        var link = html.QuerySelector("figcaption a")!;
        Assert.Equal("https://kanal-ost.example/x", link.GetAttribute("href"));
        Assert.Contains("noopener", link.GetAttribute("rel"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "numbered")]
    [InlineData("30 May", "dated")]
    [InlineData(null, "plain")]
    public void Entries_in_a_row_are_one_list_of_their_kind(string? label, string kind)
    {
        RichText? text = label is null ? null : [new Plain(label)];

        var html = Render(Reply.Ok(new Entry(text, "One"), new Entry(text, "Two", "Coast Wire"), new Note("end")));

        var list = Assert.Single(html.QuerySelectorAll("ul"));
        Assert.Equal(kind, list.ClassName);
        Assert.Equal(2, list.ChildElementCount);
        Assert.Equal("Coast Wire", list.QuerySelector(".detail")!.TextContent);
    }

    [Fact]
    public void Commands_with_what_they_do_are_no_days_along_a_line()
    {
        var html = Render(Reply.Ok(new Entry([new CommandLink("/who", "/help who")], "a card"), new Entry([new Code("about:")], "only about this")));

        Assert.Equal("named", Assert.Single(html.QuerySelectorAll("ul")).ClassName);
    }

    [Fact]
    public void A_remark_between_two_days_stays_in_their_list()
    {
        var html = Render(Reply.Ok(new Entry("2 May", "One"), new Note("… 6 days …"), new Entry("9 May", "Two"), new Note("end")));

        var list = Assert.Single(html.QuerySelectorAll("ul"));
        Assert.Equal("… 6 days …", list.Children[1].TextContent);
        Assert.Equal(3, list.ChildElementCount);
    }

    [Fact]
    public void Buttons_and_command_links_carry_their_command_and_arrows_have_a_name()
    {
        var html = Render(Reply.Ok(new Paragraph([new CommandLink("her", "/who \"Ilse Varga\"")])) with
        {
            Buttons = [[new Button("›", "/who varga page:2")]],
        });

        Assert.Equal(["/who \"Ilse Varga\"", "/who varga page:2"], html.QuerySelectorAll("button").Select(button => button.GetAttribute("value")));
        Assert.Equal("Next page", html.QuerySelector(".press")!.GetAttribute("aria-label"));
        Assert.All(html.QuerySelectorAll("button"), button => Assert.Equal("form", button.GetAttribute("form")));
    }

    [Theory]
    [InlineData(1, "1 / 3›")]
    [InlineData(2, "‹2 / 3›")]
    [InlineData(3, "‹3 / 3")]
    public void The_number_of_the_page_stands_between_the_arrows(int page, string row)
    {
        var arrows = new[] { new Button("‹", "/who varga page:1"), new Button("›", "/who varga page:3") };

        var html = Render(Reply.Ok() with { Buttons = [[.. arrows.Skip(page == 1 ? 1 : 0).Take(page == 2 ? 2 : 1)]], Page = new PageNumber(page, 3) });

        Assert.Equal(row, html.QuerySelector(".row")!.TextContent);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("relative")]
    public void An_address_that_is_not_of_the_web_is_no_link(string address)
    {
        var html = Render(Reply.Ok(new Paragraph([new Link("words", new Uri(address, UriKind.RelativeOrAbsolute))])));

        Assert.Null(html.QuerySelector("a"));
        Assert.Equal("words", html.TextContent);
    }

    [Fact]
    public void Text_and_commands_come_out_as_they_went_in()
    {
        var html = Render(Reply.Ok(new Paragraph(Outside)) with { Buttons = [[new Button("go", Outside)]] });

        Assert.Equal(Outside, html.QuerySelector("p")!.TextContent);
        Assert.Equal(Outside, html.QuerySelector("button")!.GetAttribute("value"));
    }

    [Fact]
    public void Text_never_becomes_markup_whatever_it_holds() =>
        Gen.OneOf(Gen.String, Gen.Const(Outside), Gen.String[Gen.Char["<>&\"'`=/ a\0\uD800\u202E"], 0, 30]).Array[10].Sample(texts =>
        {
            var html = Render(EveryNode(texts));

            Assert.Equal(
                ["h2", "span", "h3", "p", "strong", "em", "mark", "span", "code", "a", "button", "figure", "blockquote", "figcaption", "span", "ul", "li", "span", "div", "div", "p", "div", "div", "button"],
                html.QuerySelectorAll("*").Select(element => element.LocalName));
            Assert.All(html.QuerySelectorAll("*").SelectMany(element => element.Attributes), attribute =>
                Assert.Contains(attribute.Name, new[] { "class", "dir", "href", "target", "rel", "form", "name", "value", "aria-label" }));
        });

    private static Reply EveryNode(string[] texts) => Reply.Ok(
        new Heading(texts[0], "x" + texts[1]),
        new Section(texts[2]),
        new Paragraph([
            new Plain(texts[0]), new Strong(texts[3]), new Emphasis(texts[4]), new Highlight(texts[5]), new Subtle(texts[6]), new Code(texts[7]),
            new Link(texts[8], new Uri("https://a.example/?q=&\"'<>")), new CommandLink(texts[9], texts[0])]),
        new Quotation(texts[1], texts[2], texts[3]),
        new Entry(texts[4], texts[5], texts[6]),
        new Note(texts[7])) with
    { Buttons = [[new Button("b" + texts[8], texts[9])]] };

    private static IElement Render(Reply reply) =>
        new HtmlParser().ParseDocument($"<main>{new WebRenderer("form").Render(reply)}</main>").QuerySelector("main")!;
}
