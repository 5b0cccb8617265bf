using System.Text;

namespace Bot.Digest.Reading.Pages;

/// <summary>The text of a part of a page: a paragraph a line.</summary>
internal static class BodyText
{
    public static string Of(PageNode node)
    {
        var text = new StringBuilder(node.TextLength + 64);
        Append(node, text);
        return CleanText.Paragraphs(text.ToString());
    }

    private static void Append(PageNode node, StringBuilder text)
    {
        if (node.IsDropped)
        {
            return;
        }

        if (node.IsText)
        {
            AppendRun(node, text);
            return;
        }

        if (node.IsBlock || node.Tag is "br")
        {
            Break(text);
        }

        foreach (var child in node.Children)
        {
            Append(child, text);
        }

        if (node.IsBlock)
        {
            Break(text);
        }
    }

    /// <summary>Line breaks in the source are white space, not lines.</summary>
    private static void AppendRun(PageNode run, StringBuilder text)
    {
        foreach (var c in run.Text)
        {
            text.Append(c is '\n' or '\r' or '\t' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029' ? ' ' : c);
        }
    }

    private static void Break(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }
    }
}
