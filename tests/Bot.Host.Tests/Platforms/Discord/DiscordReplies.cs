using Bot.Digest.Chat;
using CsCheck;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>Replies of every shape and length, with all that Discord could take for something else.</summary>
internal static class DiscordReplies
{
    private static readonly string[] Awkward =
    [
        "@everyone", "@here", "<@123456789012345678>", "<@&123456789012345678>", "<#123456789012345678>", "</who:1234>", "<t:1700000000:R>", "<id:guide>", ":smile:", "<:a:1>", "||spoiler||",
        "[safe.example](https://evil.example)", "](https://evil.example)", "```", "`x`", "# big", "## big", "-# small", "> quoted", ">>> all", "1. one", "1) one", "- item", "* item", "~~gone~~", "__under__", "**bold**",
        "_a_", "\\", "\\\\*", "a\nb", "\u202egnp", "\ud83d", "👩‍👩‍👧", "이민복", "Варга", "فاطمة", "e\u0301", "https://evil.example/_x_", "discord.gg/abc", "¯\\_(ツ)_/¯", "\0", "  ", ":", "::", "a:b:c",
    ];

    private static readonly Gen<string> Words = Gen.Frequency(
        (6, Gen.String[Gen.Char.AlphaNumeric, 1, 12]),
        (3, Gen.Int[0, Awkward.Length - 1].Select(at => Awkward[at])),
        (1, Gen.String[0, 8]),
        (1, Gen.String[Gen.Char["*_~|`<>[]()@#:-\\ a1."], 0, 12]));

    private static readonly Gen<string> Text = Gen.Frequency(
        (20, Words.Array[0, 12].Select(words => string.Join(' ', words))),
        (2, Words.Array[50, 200].Select(words => string.Join(' ', words))),
        (1, Words.Array[300, 900].Select(words => string.Concat(words))));

    private static readonly Gen<Inline> Node = Gen.Select(Text, Gen.Int[0, 9], Gen.Int[0, 99]).Select(
        (Inline (string text, int kind, int number) => kind switch
        {
            0 => new Strong(text),
            1 => new Emphasis(text),
            2 => new Highlight(text),
            3 => new Subtle(text),
            4 => new Code(text),
            5 => new Link(text, new Uri($"https://outlet{number}.example/a_(b)_[c]*d?e={number}")),
            6 => new Link(text, new Uri("javascript:alert(1)")),
            7 => new CommandLink(text, "/who " + text),
            _ => new Plain(text),
        }));

    private static readonly Gen<RichText> Line = Node.Array[0, 4].Select(nodes => RichText.Create(nodes));

    private static readonly Gen<Block> Block = Gen.Select(Line, Line, Line, Gen.Int[0, 7]).Select(
        (Block (RichText one, RichText two, RichText three, int kind) => kind switch
        {
            0 => new Section(one),
            1 => new Paragraph(one),
            2 => new Note(one),
            3 => new Quotation(one, two, three),
            4 => new Quotation(one, two),
            5 => new Entry(one, two, three),
            6 => new Entry(null, one),
            _ => new Entry(one, two),
        }));

    private static readonly Gen<Button> Button = Gen.Select(Text, Text, (label, command) => new Button(label, command));

    private static readonly Gen<Heading?> Heading = Gen.Frequency(
        (1, Gen.Const((Heading?)null)), (2, Gen.Select(Line, Line, (text, aside) => (Heading?)new Heading(text, aside))));

    public static readonly Gen<Reply> Any = Gen.Select(Heading, Block.Array[0, 12], Button.Array[0, 7].Array[0, 7], Gen.Int[0, 5], Gen.Int[0, 2]).Select(
        (heading, blocks, buttons, page, kind) => new Reply
        {
            Kind = (ReplyKind)kind,
            Blocks = [.. heading is null ? (Block[])[] : [heading], .. blocks],
            Buttons = buttons,
            Page = page == 0 ? null : new PageNumber(page, 5),
        });
}
