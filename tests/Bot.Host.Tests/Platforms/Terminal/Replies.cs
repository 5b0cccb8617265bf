using Bot.Digest.Chat;
using CsCheck;

namespace Bot.Host.Tests.Platforms.Terminal;

/// <summary>Replies of every shape with hostile and foreign text.</summary>
internal static class Replies
{
    private static readonly string[] Awkward =
    [
        "Lee Min-bok", "이민복", "乌克兰", "Варга", "فاطمة", "👩‍👩‍👧 family", "🇳🇴", "e\u0301", "a—b", "“quoted”",
        "x\u001b[31my", "\u009b2J", "\u202egnp", "\0", "\r\n", "\t", "  ", "\ud83d",
    ];

    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 1, 12],
        Gen.Int[0, Awkward.Length - 1].Select(at => Awkward[at]),
        Gen.String[0, 8]);

    private static readonly Gen<string> Text = Words.Array[0, 12].Select(words => string.Join(' ', words));

    private static readonly Gen<Inline> Node = Gen.Select(Text, Gen.Int[0, 7], Gen.Int[0, 99]).Select(
        (Inline (string text, int kind, int number) => kind switch
        {
            0 => new Strong(text),
            1 => new Emphasis(text),
            2 => new Highlight(text),
            3 => new Subtle(text),
            4 => new Code(text),
            5 => new Link(text, new Uri($"https://outlet{number}.example/{number}")),
            6 => new CommandLink(text, "/who " + text),
            _ => new Plain(text),
        }));

    private static readonly Gen<RichText> Line = Node.Array[0, 4].Select(nodes => RichText.Create(nodes));

    private static readonly Gen<Block> Block = Gen.Select(Line, Line, Line, Gen.Int[0, 8]).Select(
        (Block (RichText one, RichText two, RichText three, int kind) => kind switch
        {
            0 => new Heading(one, two),
            1 => new Heading(one),
            2 => new Section(one),
            3 => new Paragraph(one),
            4 => new Note(one),
            5 => new Quotation(one, two, three),
            6 => new Quotation(one, two),
            7 => new Entry(one, two, three),
            _ => new Entry(null, one),
        }));

    private static readonly Gen<Button> Button = Gen.Select(Text, Text, (label, command) => new Button(label, command));

    public static readonly Gen<Reply> Any = Gen.Select(Block.Array[0, 6], Button.Array[0, 3].Array[0, 3]).Select(
        (blocks, buttons) => new Reply { Blocks = blocks, Buttons = buttons });
}
