using Bot.Digest.Chat;
using Bot.Host.Platforms.Telegram;
using CsCheck;

namespace Bot.Host.Tests.Platforms.Telegram;

public sealed class TelegramRendererTests
{
    private static readonly Uri Story = new("https://coastwire.example/pier?a=1&b=\"2\"");

    [Fact]
    public void A_card_reads_as_on_paper()
    {
        var reply = new Reply
        {
            Blocks =
            [
                new Heading("Ilse Varga", "Варга Ілзе"),
                new Paragraph([new Plain("Harbour minister "), new CommandLink("(as of 14 May)", "/article 11")]),
                new Note("23 quotes · 6 publishers"),
                new Quotation("“We keep the pier.”", [new Link("Coast Wire", Story), new Plain(", 14 May · "), new CommandLink("/article 12", "/article 12")]),
                new Quotation("Said it would cost less.", "Kanal Öst", "Asked about money."),
            ],
            Buttons = [[new("›", "/who ilse-varga page:2"), new("In articles", "/search person:ilse-varga"), new("Timeline", "/timeline ilse-varga"), new("Why?", "/why 1")]],
        };

        var message = Assert.Single(TelegramRenderer.Render(reply));

        Assert.Equal(
            """
            <b>Ilse Varga</b> · Варга Ілзе
            Harbour minister (as of 14 May)
            <i>23 quotes · 6 publishers</i>

            <blockquote>“We keep the pier.”</blockquote>
            <a href="https://coastwire.example/pier?a=1&amp;b=%222%22">Coast Wire</a>, 14 May · /article_12

            <blockquote>Said it would cost less.</blockquote>
            <i>Asked about money.</i>
            Kanal Öst
            """.ReplaceLineEndings("\n"),
            message.Html);
        Assert.Equal([["›", "In articles", "Timeline"], ["Why?"]], message.Buttons.Select(row => row.Select(button => button.Label)));
    }

    [Fact]
    public void A_story_of_a_digest_stays_in_one_piece()
    {
        var reply = Reply.Ok(Enumerable.Range(1, 9).SelectMany(number => (Block[])
        [
            new Entry($"{number}", [new Strong("NEW "), new Plain($"Headline {number}")]),
            new Paragraph(new string('a', 900)),
            new Paragraph("1 publisher: Coast Wire"),
        ]).ToArray());

        var messages = TelegramRenderer.Render(reply);

        Assert.Equal(3, messages.Count);
        Assert.All(messages, message => Assert.StartsWith("<b>", message.Html, StringComparison.Ordinal));
        Assert.All(messages, message => Assert.EndsWith("Coast Wire", message.Html, StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_is_called_by_words_from_outside() =>
        Assert.Equal(
            "by @\u2060anna, a@b.example and @ noon",
            TelegramRenderer.Render(Reply.Ok(new Paragraph("by @anna, a@b.example and @ noon")))[0].Html);

    [Fact]
    public void No_command_runs_by_touching_words_from_outside() =>
        Assert.Equal(
            "/\u2060unsubscribe_1 (/\u2060forget_community) and/or https://norrmark.example/pause <code>/who varga</code> /who",
            TelegramRenderer.Render(Reply.Ok(new Paragraph(
                [new Plain("/unsubscribe_1 (/forget_community) and/or https://norrmark.example/pause "), new Code("/who varga"), new Plain(" "), new CommandLink("/who", "/who")])))[0].Html);

    [Fact]
    public void Text_from_outside_is_never_markup() =>
        Assert.Equal(
            "a &lt;b&gt;bold&lt;/b&gt; &amp;lt; tag",
            TelegramRenderer.Render(Reply.Ok(new Paragraph("a <b>bold</b> &lt; tag")))[0].Html);

    [Fact]
    public void A_long_quotation_is_folded() =>
        Assert.StartsWith("<blockquote expandable>", TelegramRenderer.Render(Reply.Ok(new Quotation(new string('a', 500), "Coast Wire")))[0].Html, StringComparison.Ordinal);

    [Fact]
    public void Commands_of_several_words_can_be_pressed() =>
        Assert.Equal(
            "/source_list · <code>/who &lt;person&gt;</code> · /help",
            TelegramRenderer.Render(Reply.Ok(new Paragraph(
                [new CommandLink("/source list", "/help source list"), new Plain(" · "), new CommandLink("/who <person>", "/help who"), new Plain(" · "), new CommandLink("/help", "/help")])))[0].Html);

    [Fact]
    public void A_link_that_is_too_long_becomes_words() =>
        Assert.Equal("here", TelegramRenderer.Render(Reply.Ok(new Paragraph([new Link("here", new Uri("https://a.example/" + new string('&', 9000)))])))[0].Html);

    [Fact]
    public void Markup_is_taken_out_again_for_the_second_try() =>
        Assert.Equal("a <b> & \"c\" d", TelegramMarkup.PlainOf("<b>a</b> &lt;b&gt; &amp; <a href=\"x\">&quot;c&quot;</a> <i>d</i>"));

    [Fact]
    public void What_is_stored_is_posted_as_it_was()
    {
        var message = new TelegramMessage("<b>a</b> „ü“", [[new("›", "/who ü page:2")]]);

        var again = TelegramMessage.Read(message.Write());

        Assert.Equal(message.Html, again.Html);
        Assert.Equal(message.Buttons[0], again.Buttons[0]);
    }

    // CsCheck_Iter=100000 in the environment tries more of them.
    [Fact]
    public void Any_reply_is_taken_by_Telegram_and_nothing_of_it_is_lost() =>
        LongReplies.Any.Sample(RenderedReply.Check, iter: Math.Max(Check.Iter, 500));
}
