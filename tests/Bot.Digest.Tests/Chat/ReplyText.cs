using System.Globalization;
using System.Text;
using Bot.Digest.Chat;

namespace Bot.Digest.Tests.Chat;

/// <summary>A reply as plain text with its nodes visible: what the snapshots hold.</summary>
internal static class ReplyText
{
    public static string Of(Reply reply)
    {
        var text = new StringBuilder();
        if (reply.Kind != ReplyKind.Answer)
        {
            text.Append('(').Append(reply.Kind).AppendLine(")");
        }

        foreach (var block in reply.Blocks)
        {
            text.AppendLine(Line(block));
        }

        if (reply.Page is { } page)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"(page {page.Number} of {page.Count})");
        }

        if (reply.File is { } file)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"(file {file.Name}, {file.MediaType})");
        }

        foreach (var row in reply.Buttons)
        {
            text.AppendLine(string.Join(' ', row.Select(button => $"[{button.Label}: {button.Command}]")));
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>Every command line that the reply offers to run.</summary>
    public static IEnumerable<string> CommandsIn(Reply reply) =>
        reply.Buttons.SelectMany(row => row).Select(button => button.Command)
            .Concat(reply.Blocks.SelectMany(block => block.Lines).SelectMany(line => line).OfType<CommandLink>().Select(link => link.Command));

    private static string Line(Block block) => block switch
    {
        Heading heading => $"# {Line(heading.Text)}{Below(heading.Aside)}",
        Section section => $"## {Line(section.Text)}",
        Paragraph paragraph => Line(paragraph.Text),
        Quotation quotation => $"> {Line(quotation.Words)}{Below(quotation.Context)}{Below(quotation.Source)}",
        Entry entry => $"- {(entry.Label is null ? "" : Line(entry.Label) + " | ")}{Line(entry.Text)}{Below(entry.Detail)}",
        Note note => $"({Line(note.Text)})",
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static string Below(RichText? text) => text is null ? "" : "\n    " + Line(text);

    private static string Line(RichText text) => string.Concat(text.Select(node => node switch
    {
        Link link => $"<{link.Text}>({link.Address})",
        CommandLink command => $"<{command.Text}>({command.Command})",
        Highlight highlight => $"[{highlight.Text}]",
        _ => node.Text,
    }));
}
