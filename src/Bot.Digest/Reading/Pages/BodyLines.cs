using System.Text;

namespace Bot.Digest.Reading.Pages;

/// <summary>A line of an article's text as the page lays it out.</summary>
/// <param name="Block">The innermost block that holds it.</param>
internal readonly record struct BodyLine(string Text, PageNode Block)
{
    public bool IsHeading => Block.IsHeading;
}

/// <summary>Cuts a part of a page into lines: a block is a line of its own, a <c>br</c> ends one.</summary>
internal sealed class BodyLines
{
    private readonly List<BodyLine> _lines = [];
    private readonly StringBuilder _line = new();

    private BodyLines()
    {
    }

    public static List<BodyLine> Of(PageNode part)
    {
        var lines = new BodyLines();
        lines.Append(part, part);
        lines.Break(part);
        return lines._lines;
    }

    private void Append(PageNode node, PageNode block)
    {
        if (node.IsDropped)
        {
            return;
        }

        if (node.IsText)
        {
            _line.Append(node.Text);
            return;
        }

        var inner = node.IsBlock ? node : block;
        if (node.IsBlock || node.Tag is "br")
        {
            Break(block);
        }

        foreach (var child in node.Children)
        {
            Append(child, inner);
        }

        if (node.IsBlock)
        {
            Break(inner);
        }
    }

    private void Break(PageNode block)
    {
        if (_line.Length == 0)
        {
            return;
        }

        var text = CleanText.Line(_line.ToString());
        _line.Clear();
        if (text.Length > 0)
        {
            _lines.Add(new(text, block));
        }
    }
}
