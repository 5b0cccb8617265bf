using System.Text;

namespace Bot.Digest.Reading.Pages;

/// <summary>The text of a part of a page: a paragraph a line.</summary>
internal static class BodyText
{
    /// <summary>The clean text of a part without the title and without lines that are about the page.</summary>
    /// <param name="lead">Put before, unless the part holds it already; may be null.</param>
    public static string Of(PageNode container, PageNode? lead, string title)
    {
        var lines = BodyLines.Of(container);
        BodyTrimming.Trim(lines, title);
        if (lead is not null && BodyLines.Of(lead) is [var first, ..] && !lines.Exists(line => line.Text == first.Text))
        {
            lines.Insert(0, first);
        }

        var text = new StringBuilder(container.TextLength + 64);
        foreach (var line in lines)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(line.Text);
        }

        return text.ToString();
    }
}
