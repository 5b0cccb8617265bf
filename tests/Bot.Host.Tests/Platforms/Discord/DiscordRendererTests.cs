using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Digest.Chat;
using Bot.Host.Platforms.Discord.Rendering;
using Bot.Host.Platforms.Discord.Wire;
using CsCheck;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>Replies as Discord's messages: within every limit, with every word, and with nothing that an article wrote becoming markup.</summary>
public sealed partial class DiscordRendererTests
{
    /// <summary>More for a long run: DIGESTBOT_REPLIES=100000.</summary>
    private static readonly long Replies = long.TryParse(Environment.GetEnvironmentVariable("DIGESTBOT_REPLIES"), out var many) ? many : 500;

    /// <summary>Milliseconds: a long run is one of those that wait for the others.</summary>
    private const int Patience = 60_000;

    [Fact]
    public void No_message_is_over_a_limit_whatever_the_reply() => DiscordReplies.Any.Sample(
        reply => Assert.All(DiscordRenderer.Render(reply), AssertWithinLimits), iter: Replies);

    [Fact]
    public void Nothing_that_was_said_is_lost() => DiscordReplies.Any.Sample(
        reply =>
        {
            var shown = Letters(string.Concat(DiscordRenderer.Render(reply).SelectMany(message => message.Embeds!).Select(card => MarkdownAsShown.Words(Host().Replace($"{card.Title}\n{card.Description}", "")))));
            var at = 0;
            foreach (var text in reply.Blocks.SelectMany(block => block.Lines).Select(line => Letters(line.ToString())))
            {
                var found = shown.IndexOf(text, at, StringComparison.Ordinal);
                if (found < 0)
                {
                    Assert.Fail($"\"{text}\" is not in \"{shown[at..]}\"");
                }

                at = found + text.Length;
            }
        },
        iter: Replies);

    [Fact]
    public void Nothing_from_outside_becomes_markup_or_pings() => DiscordReplies.Any.Sample(
        reply => Assert.All(DiscordRenderer.Render(reply), message =>
        {
            Assert.Null(message.Content);
            Assert.Empty(message.AllowedMentions.Parse);
            Assert.All(message.Embeds!, card => Assert.DoesNotMatch(Markup(), Unescaped(card.Title + "\n" + card.Description)));
        }),
        iter: Replies);

    [Theory]
    [InlineData("@everyone", @"\@everyone")]
    [InlineData("<@1> <#2> </who:3> <t:4:R>", @"\<\@1> \<#2> \</who:3> \<t:4:R>")]
    [InlineData("||x|| ~~y~~ **z** _w_ `v`", @"\|\|x\|\| \~\~y\~\~ \*\*z\*\* \_w\_ \`v\`")]
    [InlineData("[safe](https://evil.example)", @"\[safe\](https://evil.example)")]
    [InlineData("# a", @"\# a")]
    [InlineData(">>> a", @"\>>> a")]
    [InlineData("-# a", @"\-# a")]
    [InlineData("1. a", @"1\. a")]
    [InlineData("at 12:30: tea - milk", "at 12:30: tea - milk")]
    [InlineData(":smile: x", @"\:smile: x")]
    [InlineData("a\r\n\tb\u202ec", "a bc")]
    public void Words_from_outside_stay_words(string text, string written) =>
        Assert.Equal(written, DiscordMarkdown.Escape(text));

    [Fact]
    public void A_link_names_its_host_the_first_time_and_only_leads_to_the_web()
    {
        var post = new Link("Post (north)", new Uri("https://norrmark-post.example/a_(b)"));

        var message = Assert.Single(DiscordRenderer.Render(Reply.Ok(
            new Paragraph([post]), new Paragraph([post]), new Paragraph([new Link("x", new Uri("javascript:alert(1)"))]))));

        Assert.Equal(
            "[Post (north)](https://norrmark-post.example/a_%28b%29) (norrmark-post.example)\n\n[Post (north)](https://norrmark-post.example/a_%28b%29)\n\nx",
            Assert.Single(message.Embeds!).Description);
    }

    [Fact]
    public void A_link_names_its_host_although_its_line_is_too_long_for_one_card()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 1200));

        var messages = DiscordRenderer.Render(Reply.Ok(new Paragraph([new Plain(words + " "), new Link("Post", new Uri("https://norrmark-post.example/a"))])));

        Assert.Contains(messages.SelectMany(message => message.Embeds!), card => card.Description!.EndsWith("[Post](https://norrmark-post.example/a) (norrmark-post.example)", StringComparison.Ordinal));
    }

    [Fact]
    public void An_entry_is_never_parted_from_what_belongs_to_it_where_that_can_be_helped()
    {
        var stories = Enumerable.Range(1, 12).SelectMany(number => (Block[])
        [
            new Entry(number.ToString(System.Globalization.CultureInfo.InvariantCulture), $"Story {number} begins"),
            new Paragraph(string.Join(' ', Enumerable.Repeat("word", 180))),
            new Note($"{number} ends"),
        ]);

        var messages = DiscordRenderer.Render(Reply.Ok([new Heading("Tuesday"), .. stories]));

        Assert.Equal(2, messages.Count);
        Assert.All(messages.SelectMany(message => message.Embeds!), card =>
        {
            Assert.StartsWith("**", card.Description, StringComparison.Ordinal);
            Assert.EndsWith("ends", card.Description, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void What_the_text_links_to_is_in_a_menu_unless_a_button_runs_it()
    {
        var message = Assert.Single(DiscordRenderer.Render(Reply.Ok(
            new Paragraph([new CommandLink("Varga", "/who varga"), new CommandLink("/article 3", "/article 3"), new CommandLink("again", "/who varga")])) with
        {
            Buttons = [[new Button("Article", "/article 3")]],
        }));

        Assert.Equal("Varga`/article 3`again", Assert.Single(message.Embeds!).Description);
        Assert.Equal("0:/article 3", Assert.Single(message.Components![0].Components!).CustomId);
        var option = Assert.Single(Assert.Single(message.Components[1].Components!).Options!);
        Assert.Equal(new MenuOption("Varga", "0:/who varga"), option);
    }

    [Fact]
    public void More_buttons_than_fit_are_in_the_menu()
    {
        var buttons = Enumerable.Range(1, 30).Select(number => new Button($"{number}", $"/story {number}")).ToList();

        var rows = Assert.Single(DiscordRenderer.Render(Reply.Ok(new Paragraph("x")) with { Buttons = [buttons] })).Components!;

        Assert.Equal(buttons.Select(button => button.Command), rows.SelectMany(row => row.Components!)
            .SelectMany(one => one.Options?.Select(option => option.Value) ?? [one.CustomId!]).Select(id => id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..]));
    }

    private static void AssertWithinLimits(MessageBody message)
    {
        Assert.InRange(message.Embeds!.Count, 1, 10);
        Assert.InRange(message.Embeds.Sum(card => (card.Title?.Length ?? 0) + (card.Description?.Length ?? 0) + (card.Footer?.Text.Length ?? 0)), 1, 6000);
        Assert.All(message.Embeds, card =>
        {
            Assert.InRange(card.Title?.Length ?? 0, 0, 256);
            Assert.InRange(card.Description?.Length ?? 0, 0, 4096);
            Assert.False(string.IsNullOrWhiteSpace(card.Title + card.Description));
        });
        var rows = message.Components ?? [];
        Assert.InRange(rows.Count, 0, 5);
        Assert.All(rows, row => Assert.InRange(row.Components!.Count, 1, row.Components[0].Type == Component.Menu ? 1 : 5));
        var pressed = rows.SelectMany(row => row.Components!).ToList();
        Assert.Distinct(pressed.Select(one => one.CustomId));
        Assert.All(pressed.Where(one => one.Type == Component.Button), button => Assert.InRange(button.Label!.Length, 1, 80));
        Assert.All(pressed.SelectMany(one => one.Options ?? []), option => Assert.InRange(option.Label.Length, 1, 100));
        Assert.All(pressed.Where(one => one.Type == Component.Menu), menu =>
        {
            Assert.InRange(menu.Options!.Count, 1, 25);
            Assert.Distinct(menu.Options.Select(option => option.Value));
        });
        Assert.DoesNotContain("\\ud83d\"", JsonSerializer.Serialize(message, DiscordJson.Default.MessageBody), StringComparison.OrdinalIgnoreCase);
    }

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(Rune.IsLetterOrDigit))
        {
            letters.Append(rune);
        }

        return letters.ToString();
    }

    /// <summary>The text without escaped marks and without what stands in code.</summary>
    private static string Unescaped(string markdown) => CodeOrEscape().Replace(markdown, "·");

    [GeneratedRegex(@"`[^`]*`|\\[^\p{L}\p{N}\s]", RegexOptions.None, Patience)]
    private static partial Regex CodeOrEscape();

    /// <summary>The host beside a link.</summary>
    [GeneratedRegex(@"\(outlet\d+\.example\)", RegexOptions.None, Patience)]
    private static partial Regex Host();

    /// <summary>Mentions, spoilers, strikings, fences; headings, lists and quotations other than ours; links other than ours.</summary>
    [GeneratedRegex(@"@(everyone|here)|<[@#/t:a]|\|\||~~|```|^#{1,1} |^#### |^>>>|^>\S|^\d+\. |^\* |\]\((?!https://outlet\d)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Markup();
}
