using Bot.Digest.Chat;

namespace Bot.Host.Platforms.Telegram;

/// <summary>Turns replies into messages in Telegram's HTML, laid out for a phone. It alone escapes.</summary>
public static class TelegramRenderer
{
    /// <summary>A line of a phone: a heading and what stands beside it share one that is no longer.</summary>
    private const int PhoneLine = 34;

    /// <summary>Letters in one row of buttons, which share it equally, that a phone shows whole.</summary>
    private const int RowLetters = 34;

    /// <summary>A quotation that takes more of the screen is folded.</summary>
    private const int LongWords = 400;

    /// <summary>Longest address that is linked to; a page of that address could not be opened on most servers anyway.</summary>
    private const int LongestAddress = 2000;

    /// <summary>The messages in order; the buttons are under the last one.</summary>
    public static IReadOnlyList<TelegramMessage> Render(Reply reply)
    {
        var parts = MessageParts.Of(new Group(Units(reply.Blocks), "\n\n"));
        return [.. parts.Select((html, place) => new TelegramMessage(html, place == parts.Count - 1 ? Rows(reply.Buttons) : []))];
    }

    /// <summary>Blocks that stand under each other without a gap are one unit: a head with its role, a story with its text.</summary>
    private static List<Piece> Units(IReadOnlyList<Block> blocks)
    {
        var units = new List<List<Piece>>();
        Block? before = null;
        foreach (var block in blocks)
        {
            if (before is null || IsApart(before, block))
            {
                units.Add([]);
            }

            units[^1].Add(PieceOf(block));
            before = block;
        }

        return [.. units.Select(unit => new Group(unit, "\n"))];
    }

    private static bool IsApart(Block before, Block after) => (before, after) switch
    {
        (_, Section) => true,
        (Section, _) => false,
        (Heading, Paragraph or Note) => false,
        (Paragraph, Note) => false,
        (Note, Note) => false,
        (Entry { Detail: null }, Entry { Detail: null }) => false,

        // A story: its headline, its text, somebody's words, who tells it.
        (Entry { Detail: null }, Paragraph or Quotation) => false,
        (Paragraph, Quotation) => false,
        (Quotation, Paragraph) => false,
        _ => true,
    };

    private static Piece PieceOf(Block block) => block switch
    {
        Heading heading => HeadingOf(heading),
        Section section => LineOf(section.Text, Tag.Bold),
        Paragraph paragraph => LineOf(paragraph.Text),
        Quotation quotation => QuotationOf(quotation),
        Entry entry => EntryOf(entry),
        Note note => LineOf(note.Text, Tag.Italic),
        _ => throw new NotSupportedException($"No layout for {block.GetType().Name}."),
    };

    private static Piece HeadingOf(Heading heading)
    {
        var name = LineOf(heading.Text, Tag.Bold);
        if (heading.Aside is not { Count: > 0 } aside)
        {
            return name;
        }

        return name.Room.Length + aside.ToString().Length < PhoneLine
            ? new Line([.. name.Spans, new Span(" · ", []), .. SpansOf(aside)])
            : new Group([name, LineOf(aside)], "\n");
    }

    private static Group QuotationOf(Quotation quotation)
    {
        var words = SpansOf(quotation.Words);
        var lines = new List<Piece> { new Line(words, words.Sum(span => span.Text.Length) > LongWords ? Tag.LongQuote : Tag.Quote) };
        if (quotation.Context is { Count: > 0 } context)
        {
            lines.Add(LineOf(context, Tag.Italic));
        }

        return new Group([.. lines, LineOf(quotation.Source)], "\n");
    }

    private static Piece EntryOf(Entry entry)
    {
        // Behind a number a dot, behind a date, a command or an option room.
        List<Span> label = entry.Label is { Count: > 0 } words
            ? [.. SpansOf(words, Tag.Bold), new Span(words.ToString().All(char.IsAsciiDigit) ? " · " : "  ", [])]
            : [new Span("• ", [])];
        var line = new Line([.. label, .. SpansOf(entry.Text)]);
        return entry.Detail is { Count: > 0 } detail ? new Group([line, LineOf(detail)], "\n") : line;
    }

    private static Line LineOf(RichText text, params Tag[] around) => new(SpansOf(text, around));

    private static List<Span> SpansOf(RichText text, params Tag[] around) =>
        [.. text.Where(node => node.Text.Length > 0).Select(node => SpanOf(node, around))];

    private static Span SpanOf(Inline node, Tag[] around) => node switch
    {
        // Inside of code Telegram takes no other markup (core.telegram.org/bots/api#formatting-options).
        Code => new Span(TelegramMarkup.Harmless(node.Text, isCode: true), [Tag.Code]),
        Strong or Highlight => new Span(TelegramMarkup.Harmless(node.Text), [.. around.Where(tag => tag != Tag.Bold), Tag.Bold]),
        Emphasis => new Span(TelegramMarkup.Harmless(node.Text), [.. around.Where(tag => tag != Tag.Italic), Tag.Italic]),
        Link { Address: { IsAbsoluteUri: true, Scheme: "http" or "https" } address } when TelegramMarkup.Escape(address.AbsoluteUri).Length <= LongestAddress =>
            new Span(TelegramMarkup.Harmless(node.Text), [.. around, Tag.Link(address)]),
        CommandLink command when node.Text.StartsWith('/') => CommandOf(command, around),
        _ => new Span(TelegramMarkup.Harmless(node.Text), around),
    };

    /// <summary>Telegram makes a command of one word pressable by itself; others are shown to be copied.</summary>
    private static Span CommandOf(CommandLink link, Tag[] around)
    {
        var shown = TelegramLine.Pressable(link.Text == link.Command ? link.Command : link.Text);
        return shown is null ? new Span(TelegramMarkup.Harmless(link.Text, isCode: true), [Tag.Code]) : new Span(shown, around);
    }

    /// <summary>Rows that a phone shows whole.</summary>
    private static List<IReadOnlyList<Button>> Rows(IReadOnlyList<IReadOnlyList<Button>> rows)
    {
        var shown = new List<IReadOnlyList<Button>>();
        foreach (var row in rows)
        {
            var line = new List<Button>();
            foreach (var button in row)
            {
                if (line.Count > 0 && (line.Count + 1) * line.Append(button).Max(one => one.Label.Length) > RowLetters)
                {
                    shown.Add(line);
                    line = [];
                }

                line.Add(button);
            }

            if (line.Count > 0)
            {
                shown.Add(line);
            }
        }

        return shown;
    }
}
