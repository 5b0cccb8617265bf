using Bot.Digest.Chat;
using Bot.Host.Platforms.Terminal;
using CsCheck;

namespace Bot.Host.Tests.Platforms.Terminal;

public sealed class TerminalRendererTests
{
    private static readonly Uri Story = new("https://coastwire.example/pier?a=1&b=2");

    private static readonly TerminalFeatures Pipe = TerminalFeatures.Pipe;
    private static readonly TerminalFeatures Colourful = new(40, Colours: true, Links: true);

    [Fact]
    public void A_card_reads_from_top_to_bottom_on_a_pipe()
    {
        var reply = new Reply
        {
            Blocks =
            [
                new Heading("Ilse Varga", "Варга Ілзе"),
                new Note("Harbour minister (as of 14 May)"),
                new Quotation("“We keep the pier.”", [new Subtle("13 May · "), new Link("Coast Wire", Story)]),
                new Quotation("Said it would cost less.", "Kanal Öst", "Asked about money."),
            ],
            Buttons = [[new("›", "/who ilse-varga page:2"), new("Timeline", "/timeline ilse-varga")], [new("Why?", "/why 1")]],
        };

        Assert.Equal(
            """
            Ilse Varga · Варга Ілзе
            Harbour minister (as of 14 May)

            “We keep the pier.”
              13 May · Coast Wire
              https://coastwire.example/pier?a=1&b=2

            Said it would cost less.
              Asked about money.
              Kanal Öst

            [1 ›]  [2 Timeline]
            [3 Why?]

            """.ReplaceLineEndings("\n"),
            new TerminalRenderer(Pipe, goesOn: true).Render(reply).Replace('\u00a0', ' '));
    }

    [Fact]
    public void Where_nothing_can_be_pressed_the_commands_are_written_out()
    {
        var reply = new Reply { Blocks = [new Paragraph("So.")], Buttons = [[new("›", "/who ilse-varga page:2"), new("Timeline", "/timeline ilse-varga")]] };

        Assert.Equal(
            "So.\n\n›         /who ilse-varga page:2\nTimeline  /timeline ilse-varga\n",
            new TerminalRenderer(Pipe, goesOn: false).Render(reply));
    }

    [Fact]
    public void The_address_beside_a_long_heading_stands_once()
    {
        var reply = Reply.Ok(new Heading("Norrmark ministry stops the tender for its pier", [new Link("Coast Wire", Story), new Subtle(", 10 May")]));

        var rendered = new TerminalRenderer(Pipe with { Width = 40 }, goesOn: true).Render(reply);

        Assert.Equal(2, rendered.Split(Story.AbsoluteUri).Length);
    }

    [Fact]
    public void Each_section_has_a_column_of_its_own()
    {
        var reply = Reply.Ok(new Entry("9 May", "Stopped."), new Section("Outlets"), new Entry(null, "Coast Wire"));

        Assert.Equal("9 May  Stopped.\n\nOutlets\nCoast Wire\n", new TerminalRenderer(Pipe, goesOn: false).Render(reply));
    }

    [Fact]
    public void Labels_of_a_list_share_a_column()
    {
        var reply = Reply.Ok(
            new Entry("2 May", "Inspectors found cracks in two of the three old piers", "Norrmark Post"), new Entry("12 May", "Repairs began"));

        Assert.Equal(
            "2 May   Inspectors found cracks in two\n        of the three old piers\n        Norrmark Post\n12 May  Repairs began\n",
            new TerminalRenderer(Pipe with { Width = 40 }, goesOn: true).Render(reply));
    }

    [Fact]
    public void A_link_hides_behind_its_words_on_a_terminal()
    {
        var reply = Reply.Ok(new Paragraph([new Link("Coast Wire", Story)]));

        Assert.Equal(
            "\u001b]8;;https://coastwire.example/pier?a=1&b=2\u001b\\\u001b[4mCoast Wire\u001b]8;;\u001b\\\u001b[0m\n",
            new TerminalRenderer(Colourful, goesOn: true).Render(reply));
    }

    [Fact]
    public void What_was_searched_for_is_marked_without_colours_too() =>
        Assert.Equal(
            "the *east pier* stays\n",
            new TerminalRenderer(Pipe, goesOn: true).Render(Reply.Ok(new Paragraph([new Plain("the "), new Highlight("east pier"), new Plain(" stays")]))));

    [Fact]
    public void Only_addresses_of_the_web_are_linked_to()
    {
        var reply = Reply.Ok(new Paragraph([new Link("here", new Uri("file:///etc/passwd"))]));

        Assert.DoesNotContain("passwd", new TerminalRenderer(Colourful, goesOn: true).Render(reply), StringComparison.Ordinal);
        Assert.DoesNotContain("passwd", new TerminalRenderer(Pipe, goesOn: true).Render(reply), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_from_outside_never_commands_the_terminal()
    {
        var hostile = "a\u001b[2Jb\u009b31mc\u0007d\u202ee\u0000f\tg";

        Assert.Equal("a[2Jb31mcdef g\n", new TerminalRenderer(Pipe, goesOn: true).Render(Reply.Ok(new Paragraph(hostile))));
    }

    [Fact]
    public void Wide_characters_take_two_columns()
    {
        var lines = new TerminalRenderer(Pipe with { Width = 20 }, goesOn: true).Render(Reply.Ok(new Paragraph("이민복은우크라이나파병을원한다고말했다그리고")));

        Assert.All(lines.Split('\n'), line => Assert.InRange(DisplayWidth.Of(line), 0, 20));
        Assert.Equal(2, lines.TrimEnd('\n').Count(character => character == '\n'));
    }

    [Theory]
    [InlineData("xterm-256color", null, true)]
    [InlineData("xterm-256color", "1", false)]
    [InlineData("xterm-256color", "", true)]
    [InlineData("linux", null, true)]
    [InlineData("dumb", null, false)]
    [InlineData(null, null, false)]
    public void The_environment_says_what_is_shown(string? kind, string? noColour, bool colours)
    {
        var features = TerminalFeatures.OfTerminal(100, name => name switch { "TERM" => kind, "NO_COLOR" => noColour, _ => null });

        Assert.Equal(new TerminalFeatures(100, colours, Links: false), features);
    }

    [Theory]
    [InlineData("KITTY_WINDOW_ID=1", true)]
    [InlineData("WT_SESSION=one", true)]
    [InlineData("TERM_PROGRAM=WezTerm", true)]
    [InlineData("TERM_PROGRAM=Apple_Terminal", false)]
    [InlineData("VTE_VERSION=6800", true)]
    [InlineData("VTE_VERSION=4800", false)]
    [InlineData("VTE_VERSION=6800 TMUX=/run/one", false)]
    [InlineData("VTE_VERSION=6800 STY=one", false)]
    [InlineData("VTE_VERSION=6800 TERM=screen-256color", false)]
    public void Addresses_hide_behind_words_only_where_the_terminal_is_known_to_show_them(string environment, bool links)
    {
        var set = environment.Split(' ').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

        var features = TerminalFeatures.OfTerminal(100, name => set.GetValueOrDefault(name) ?? (name == "TERM" ? "xterm-256color" : null));

        Assert.Equal(links, features.Links);
    }

    [Fact]
    public void Any_reply_fits_the_width_and_writes_no_control_character_of_its_text() =>
        Gen.Select(Replies.Any, Gen.Int[TerminalFeatures.NarrowestWidth, 130], Gen.Bool).Sample(
            (reply, width, goesOn) =>
            {
                var text = new TerminalRenderer(Pipe with { Width = width }, goesOn).Render(reply);

                foreach (var line in text.Split('\n'))
                {
                    Assert.DoesNotContain(line, char.IsControl);
                    Assert.True(DisplayWidth.Of(line) <= width || IsOneWord(line), $"{width} columns: {line}");
                }
            },
            iter: 2000);

    [Fact]
    public void With_colours_and_links_any_reply_says_the_same_words_and_leaves_nothing_switched_on() =>
        Replies.Any.Sample(
            reply =>
            {
                var text = new TerminalRenderer(Colourful, goesOn: true).Render(reply);

                foreach (var line in text.Split('\n'))
                {
                    var (words, look, link) = EscapeSequences.Read(line);
                    Assert.DoesNotContain(words, char.IsControl);
                    Assert.False(look, $"a look is left on: {line}");
                    Assert.False(link, $"a link is left open: {line}");
                }
            },
            iter: 2000);

    /// <summary>What cannot be broken: one word behind an indentation or a label.</summary>
    private static bool IsOneWord(string line) => line.Trim(' ').Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 1;
}
