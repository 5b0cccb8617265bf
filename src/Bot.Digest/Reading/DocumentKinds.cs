namespace Bot.Digest.Reading;

/// <summary>Tells what a document is from its beginning.</summary>
public static class DocumentKinds
{
    /// <summary>Bytes worth looking at; a page with a long comment before its first tag still shows itself.</summary>
    public const int Reach = 4096;

    /// <summary>Text has no such share of control characters, even with a few stray ones.</summary>
    private const double ControlShare = 0.05;

    private static readonly string[] PageTags =
    [
        "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<link", "<script", "<style", "<main", "<article", "<section",
        "<header", "<div", "<h1", "<h2", "<p>", "<p ", "<span", "<table", "<center", "<font", "<a ", "<br", "<img", "<b>", "<i>", "<ul",
    ];

    private static readonly string[] FeedTags = ["<rss", "<feed", "<rdf:rdf", "<urlset", "<sitemapindex", "<opml", "<channel", "<atom:feed"];

    /// <summary>Judges a document by its first bytes.</summary>
    /// <param name="head">The first <see cref="Reach"/> bytes, unpacked; fewer only when the document is shorter.</param>
    /// <param name="name">File name, for its ending; may be empty.</param>
    public static DocumentKind Of(ReadOnlyMemory<byte> head, string name)
    {
        if (IsKnownBinary(head.Span))
        {
            return DocumentKind.Binary;
        }

        var text = Charset.Decode(head);
        if (text.Count(c => char.IsControl(c) && !char.IsWhiteSpace(c)) > text.Length * ControlShare)
        {
            return DocumentKind.Binary;
        }

        text = text.TrimStart().TrimStart('\uFEFF', '\0').TrimStart();
        return text switch
        {
            "" => DocumentKind.Empty,
            _ when IsLinesName(name) => OfLines(text),
            ['{' or '[', ..] => OfJson(text, name),
            ['<', ..] => OfMarkup(text, name),
            _ => IsPageName(name) && text.Contains('<', StringComparison.Ordinal) || text.Contains("<html", StringComparison.OrdinalIgnoreCase)
                ? DocumentKind.Page
                : DocumentKind.PlainText,
        };
    }

    /// <summary>The name says one record a line, so a bad first line is that line's fault; only JSON spread over lines is something else.</summary>
    private static DocumentKind OfLines(string text) => FirstLine(text) is "{" or "[" ? DocumentKind.OtherJson : DocumentKind.JsonLines;

    private static DocumentKind OfJson(string text, string name)
    {
        var isNamedJson = HasEnding(name, ".json");
        var inside = text.AsSpan(1).TrimStart();
        if (text[0] == '[')
        {
            return isNamedJson || inside is ['{', ..] ? DocumentKind.OtherJson : DocumentKind.PlainText;
        }

        if (inside is not ['"', ..] and not ['}', ..])
        {
            return isNamedJson ? DocumentKind.JsonLines : DocumentKind.PlainText;
        }

        return text.Contains("jsonfeed.org/version", StringComparison.OrdinalIgnoreCase) ? DocumentKind.Feed
            : FirstLine(text) is "{" ? DocumentKind.OtherJson
            : DocumentKind.JsonLines;
    }

    private static ReadOnlySpan<char> FirstLine(string text) =>
        (text.AsSpan().IndexOfAny('\r', '\n') is > 0 and var end ? text.AsSpan(0, end) : text).TrimEnd();

    /// <summary>The first real element decides; declarations, comments and processing instructions come before it.</summary>
    private static DocumentKind OfMarkup(string text, string name)
    {
        var rest = text.AsSpan();
        while (true)
        {
            var end = rest.StartsWith("<!--", StringComparison.Ordinal) ? After(rest, "-->")
                : rest.StartsWith("<?", StringComparison.Ordinal) ? After(rest, ">")
                : rest.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) && !StartsWithAny(rest, PageTags) ? After(rest, ">")
                : 0;
            if (end == 0)
            {
                break;
            }

            rest = rest[end..].TrimStart();
        }

        return StartsWithAny(rest, FeedTags) ? DocumentKind.Feed
            : StartsWithAny(rest, PageTags) || IsPageName(name) || rest.Contains("<html", StringComparison.OrdinalIgnoreCase) ? DocumentKind.Page
            : text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? DocumentKind.Feed
            : rest.Contains("</", StringComparison.Ordinal) ? DocumentKind.Page
            : DocumentKind.PlainText;
    }

    private static int After(ReadOnlySpan<char> text, string end) =>
        text.IndexOf(end, StringComparison.Ordinal) is >= 0 and var at ? at + end.Length : text.Length;

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLinesName(string name) => HasEnding(name, ".jsonl") || HasEnding(name, ".ndjson");

    private static bool IsPageName(string name) => HasEnding(name, ".html") || HasEnding(name, ".htm") || HasEnding(name, ".xhtml");

    private static bool HasEnding(string name, string ending) =>
        name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) || name.EndsWith(ending + ".gz", StringComparison.OrdinalIgnoreCase);

    private static bool IsKnownBinary(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF"u8) || head.StartsWith("GIF8"u8) || head.StartsWith("SQLite format 3"u8) || head.StartsWith("BZh"u8)
        || head is [(byte)'P', (byte)'K', 3, 4, ..] or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..]
            or [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [0xFD, (byte)'7', (byte)'z', (byte)'X', ..]
            or [0x28, 0xB5, 0x2F, 0xFD, ..];
}
