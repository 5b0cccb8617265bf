using System.Text;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>Reads Markdown back as a reader sees it, written from Discord's rules and not from ours: what is left over of marks was no word.</summary>
internal static class MarkdownAsShown
{
    /// <summary>The words, with marks taken away, escapes undone, and of a link its words alone.</summary>
    public static string Words(string markdown)
    {
        var shown = new StringBuilder();
        foreach (var line in markdown.Split('\n'))
        {
            Inline(Start(line), shown);
            shown.Append('\n');
        }

        return shown.ToString();
    }

    private static string Start(string line) =>
        ((string[])["-# ", "### ", "## ", "> ", "- "]).FirstOrDefault(mark => line.StartsWith(mark, StringComparison.Ordinal)) is { } mark ? line[mark.Length..] : line;

    private static void Inline(string line, StringBuilder shown)
    {
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '\\' && at + 1 < line.Length && !char.IsLetterOrDigit(line[at + 1]) && !char.IsWhiteSpace(line[at + 1]))
            {
                shown.Append(line[++at]);
            }
            else if (line[at] == '`' && line.IndexOf('`', at + 1) is var end && end > at)
            {
                shown.Append(line, at + 1, end - at - 1);
                at = end;
            }
            else if (line[at] == ']' && at + 1 < line.Length && line[at + 1] == '(')
            {
                at = line.IndexOf(')', at);
            }
            else if (line[at] is not ('*' or '_' or '[' or '\u200b'))
            {
                shown.Append(line[at]);
            }
        }
    }
}
