using System.Globalization;
using System.Text;
using Bot.Digest.Chat;

namespace Bot.Host.Platforms.Terminal;

/// <summary>Turns replies into lines for a terminal, a pipe or a file. It alone makes text from outside harmless.</summary>
/// <param name="features">What the other end can show.</param>
/// <param name="goesOn">
/// Whether the conversation goes on, so that a button can be pressed by its number; otherwise the command is written out for the next call.
/// </param>
public sealed class TerminalRenderer(TerminalFeatures features, bool goesOn)
{
    private const int Indent = 2;

    /// <summary>Labels up to this wide stand in a column of their own, the longest name of a command too; longer ones run into the text.</summary>
    private const int WidestLabel = 18;

    private static readonly Cell Space = new(" ", default, 1);

    /// <summary>The reply with a line break at its end.</summary>
    public string Render(Reply reply)
    {
        var output = new StringBuilder();
        var column = 0;
        Block? before = null;
        foreach (var (at, block) in reply.Blocks.Index())
        {
            if (before is null || block is Section)
            {
                column = LabelColumn([block, .. reply.Blocks.Skip(at + 1).TakeWhile(next => next is not Section)]);
            }

            if (before is not null && IsApart(before, block))
            {
                output.Append('\n');
            }

            if (block is Entry entry)
            {
                WriteEntry(output, entry, column);
            }
            else
            {
                Write(output, block);
            }

            before = block;
        }

        if (goesOn)
        {
            WriteNumbers(output, reply);
        }
        else
        {
            WriteCommands(output, Choices(reply));
        }

        return output.ToString();
    }

    /// <summary>The buttons in the order of their numbers, from 1.</summary>
    public static IReadOnlyList<Button> Choices(Reply reply) => [.. reply.Buttons.SelectMany(row => row)];

    private static bool IsApart(Block before, Block after) => (before, after) switch
    {
        (Heading or Section, Quotation or Section) => true,
        (Heading or Section, _) => false,
        (Entry { Detail: null }, Entry { Detail: null }) => false,
        (Entry, Entry) => false,
        (Paragraph, Paragraph) => true,
        (Note, Note) => false,
        (Paragraph, Note) => false,
        _ => true,
    };

    private void Write(StringBuilder output, Block block)
    {
        switch (block)
        {
            case Heading heading:
                WriteHeading(output, heading);
                break;
            case Section section:
                WriteText(output, section.Text, indent: 0, TextLook.Bold);
                break;
            case Paragraph paragraph:
                WriteText(output, paragraph.Text, indent: 0);
                break;
            case Quotation quotation:
                WriteText(output, quotation.Words, indent: 0);
                if (quotation.Context is { } context)
                {
                    WriteText(output, context, Indent, TextLook.Italic);
                }

                WriteText(output, quotation.Source, Indent, TextLook.Dim);
                break;
            case Note note:
                WriteText(output, note.Text, indent: 0, TextLook.Dim);
                break;
            default:
                throw new NotSupportedException($"No layout for {block.GetType().Name}.");
        }
    }

    private void WriteHeading(StringBuilder output, Heading heading)
    {
        var cells = Cells(heading.Text, TextLook.Bold);
        if (heading.Aside is not { Count: > 0 } aside)
        {
            WriteLines(output, cells, indent: 0);
        }
        else
        {
            List<Cell> joined = [.. cells, .. Cells(" · ", TextLook.Dim), .. Cells(aside, TextLook.Dim)];
            if (joined.Sum(cell => cell.Width) <= features.Width)
            {
                WriteLines(output, joined, indent: 0);
            }
            else
            {
                WriteLines(output, cells, indent: 0);
                WriteLines(output, Cells(aside, TextLook.Dim), indent: 0);
            }
        }

        WriteAddresses(output, [heading.Text, heading.Aside], indent: 0);
    }

    private void WriteText(StringBuilder output, RichText text, int indent, TextLook look = TextLook.None)
    {
        WriteLines(output, Cells(text, look), indent);
        WriteAddresses(output, [text], indent);
    }

    private void WriteEntry(StringBuilder output, Entry entry, int column)
    {
        var label = entry.Label is null ? [] : Cells(entry.Label, TextLook.Bold);
        var gap = label.Count == 0 ? column : Math.Max(column - label.Sum(cell => cell.Width), Indent);
        var indent = Math.Max(column, Indent);
        List<Cell> line = [.. label, .. Enumerable.Repeat(Space, gap), .. Cells(entry.Text, TextLook.None)];
        WriteLines(output, line, indent, firstIndent: 0);
        WriteAddresses(output, [entry.Label, entry.Text], indent);
        if (entry.Detail is { } detail)
        {
            WriteText(output, detail, indent, TextLook.Dim);
        }
    }

    /// <summary>The column in which the texts of the entries of a section begin; 0 where a label is too wide for that.</summary>
    private int LabelColumn(IReadOnlyList<Block> blocks)
    {
        var widest = blocks.OfType<Entry>()
            .Select(entry => entry.Label is null ? 0 : Cells(entry.Label, TextLook.None).Sum(cell => cell.Width))
            .DefaultIfEmpty(0).Max();
        return widest == 0 || widest > Math.Min(WidestLabel, features.Width / 4) ? 0 : widest + Indent;
    }

    private void WriteCommands(StringBuilder output, IReadOnlyList<Button> buttons)
    {
        List<Block> entries = [.. buttons.Select(button => new Entry(button.Label, [new Code(button.Command)]))];
        output.Append(entries.Count > 0 ? "\n" : "");
        foreach (var entry in entries.Cast<Entry>())
        {
            WriteEntry(output, entry, LabelColumn(entries));
        }
    }

    private void WriteNumbers(StringBuilder output, Reply reply)
    {
        var number = 0;
        foreach (var row in reply.Buttons.Where(row => row.Count > 0))
        {
            if (number == 0)
            {
                output.Append('\n');
            }

            var cells = new List<Cell>();
            foreach (var button in row)
            {
                if (cells.Count > 0)
                {
                    cells.AddRange([Space, Space]);
                }

                // A choice is one piece: its number never stands on another line than its words.
                var label = $"[{(++number).ToString(CultureInfo.InvariantCulture)}\u00a0{SafeText.Of(button.Label).Replace(' ', '\u00a0')}]";
                LineWrapper.AddCells(cells, label, new TextStyle(TextLook.Bold));
            }

            WriteLines(output, cells, indent: 0);
        }
    }

    /// <summary>Writes cells as indented lines; the first may begin further left.</summary>
    private void WriteLines(StringBuilder output, List<Cell> cells, int indent, int? firstIndent = null)
    {
        var first = firstIndent ?? indent;
        var margin = first;
        foreach (var line in LineWrapper.Wrap(cells, features.Width - indent, features.Width - first))
        {
            output.Append(' ', line.Count == 0 ? 0 : margin);
            StyledWriter.AppendLine(output, line, features);
            margin = indent;
        }
    }

    /// <summary>Where an address cannot hide behind its words it gets a line of its own, once a block.</summary>
    private void WriteAddresses(StringBuilder output, IEnumerable<RichText?> texts, int indent)
    {
        if (features.Links)
        {
            return;
        }

        foreach (var address in texts.SelectMany(text => text ?? []).Select(WebAddress).OfType<Uri>().Select(address => address.AbsoluteUri).Distinct(StringComparer.Ordinal))
        {
            output.Append(' ', indent).Append(SafeText.Of(address)).Append('\n');
        }
    }

    private List<Cell> Cells(RichText text, TextLook look)
    {
        var cells = new List<Cell>();
        foreach (var node in text)
        {
            var style = new TextStyle(look | LookOf(node), WebAddress(node));
            var words = SafeText.Of(node.Text);

            // Without colours the match that was searched for would be lost.
            LineWrapper.AddCells(cells, node is Highlight && !features.Colours ? $"*{words}*" : words, style);
        }

        return cells;
    }

    /// <summary>Where a node leads; only the web is ever linked to.</summary>
    private static Uri? WebAddress(Inline node) =>
        node is Link { Address: { IsAbsoluteUri: true, Scheme: "http" or "https" } address } ? address : null;

    private static TextLook LookOf(Inline node) => node switch
    {
        Strong => TextLook.Bold,
        Emphasis => TextLook.Italic,
        Highlight => TextLook.Bold | TextLook.Marked,
        Subtle => TextLook.Dim,
        Link or CommandLink => TextLook.Underlined,
        Code => TextLook.Bold,
        _ => TextLook.None,
    };
}
