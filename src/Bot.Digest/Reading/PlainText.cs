using Bot.Digest.Articles;

namespace Bot.Digest.Reading;

/// <summary>Plain text: the first line is the title, then a paragraph a line, or wrapped paragraphs with blank lines between.</summary>
internal static class PlainText
{
    /// <summary>Mail and terminals wrap at 72 to 80 columns, some at 100; a paragraph written as one line is mostly longer.</summary>
    private const int WidestWrappedLine = 100;

    public static ReadResult Read(string text, Document document)
    {
        var (first, body) = Split(text);
        var title = Titles.Limited(CleanText.Line(first));
        var paragraphs = CleanText.Paragraphs(IsWrapped(body) ? Unwrapped(body) : body);
        if (title.Length == 0)
        {
            return ReadResult.Refused(Refusals.Empty);
        }

        return paragraphs.Length == 0
            ? ReadResult.Refused(Refusals.OnlyTitle)
            : ReadResult.Of(
                new Article
                {
                    Title = title,
                    Text = paragraphs,
                    Published = document.Published ?? document.ReadAt,
                    PublishedIsStated = document.Published is not null,
                    Address = document.Address,
                },
                document.Source);
    }

    private static (string Title, string Body) Split(string text)
    {
        var offset = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var end = Math.Min(text.Length, offset + line.Length);
            if (CleanText.Line(line.ToString()).Length > 0)
            {
                return (line.ToString(), text[end..]);
            }

            offset = end + BreakLength(text, end);
        }

        return ("", "");
    }

    private static int BreakLength(string text, int at) =>
        at >= text.Length ? 0 : text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;

    /// <summary>Wrapped: blank lines exist, and most lines that another follows are short and stop in mid-sentence.</summary>
    private static bool IsWrapped(string body)
    {
        var (inner, wrapped, blanks) = (0, 0, 0);
        ReadOnlySpan<char> before = default;
        foreach (var raw in body.AsSpan().EnumerateLines())
        {
            var line = raw.TrimEnd();
            if (line.Length == 0)
            {
                blanks++;
            }
            else if (before.Length > 0)
            {
                inner++;
                wrapped += before.Length <= WidestWrappedLine && !EndsSentence(before) ? 1 : 0;
            }

            before = line;
        }

        return blanks > 1 && inner > 0 && wrapped * 2 > inner;
    }

    private static bool EndsSentence(ReadOnlySpan<char> line) => line[^1] is '.' or '!' or '?' or ':' or '"' or '”' or '»' or '…' or '。';

    private static string Unwrapped(string body)
    {
        var result = new System.Text.StringBuilder(body.Length);
        foreach (var line in body.AsSpan().EnumerateLines())
        {
            result.Append(line.IsWhiteSpace() ? "\n" : line.TrimEnd()).Append(line.IsWhiteSpace() ? "" : " ");
        }

        return result.ToString();
    }
}
