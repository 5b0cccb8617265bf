using System.Text;

namespace Bot.Host.Platforms.Telegram;

/// <summary>One of the tags that Telegram's HTML mode knows (core.telegram.org/bots/api#html-style).</summary>
internal readonly record struct Tag(string Open, string Close)
{
    public static readonly Tag Bold = new("<b>", "</b>");
    public static readonly Tag Italic = new("<i>", "</i>");
    public static readonly Tag Code = new("<code>", "</code>");
    public static readonly Tag Quote = new("<blockquote>", "</blockquote>");

    /// <summary>Shown as its first lines until it is pressed.</summary>
    public static readonly Tag LongQuote = new("<blockquote expandable>", "</blockquote>");

    public static Tag Link(Uri address) => new($"<a href=\"{TelegramMarkup.Escape(address.AbsoluteUri)}\">", "</a>");
}

/// <summary>A run of raw text under the same tags, the outermost first.</summary>
internal sealed record Span(string Text, IReadOnlyList<Tag> Tags)
{
    public string Html =>
        string.Concat(Tags.Select(tag => tag.Open)) + TelegramMarkup.Escape(Text) + string.Concat(Tags.Reverse().Select(tag => tag.Close));
}

/// <summary>Makes text from outside harmless, and takes the markup out again.</summary>
public static class TelegramMarkup
{
    /// <summary>Joins two letters without a sign of it: what it stands in is no name of a user any more, so nobody is called.</summary>
    private const char WordJoiner = '\u2060';

    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>
    /// The words on one line: controls are spaces, no half surrogate pairs, nothing that turns around the text behind it, and no
    /// "@name", which would ring that user's phone, nor "/command", which would run when it is touched.
    /// </summary>
    /// <param name="isCode">Inside of code nothing can be touched, and what is there may be copied.</param>
    public static string Harmless(string text, bool isCode = false)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsDirection(rune))
            {
                continue;
            }

            if (rune.IsAscii && (Rune.IsLetterOrDigit(rune) || rune.Value == '_') && (BeginsName(safe) || (!isCode && BeginsCommand(safe))))
            {
                safe.Append(WordJoiner);
            }

            safe.Append(Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) && rune.Value != 0xA0 ? " " : rune.ToString());
        }

        return safe.ToString();
    }

    private static bool BeginsName(StringBuilder text) => text is [.., '@'] && (text.Length == 1 || !char.IsLetterOrDigit(text[^2]));

    /// <summary>The second stroke of an address begins none.</summary>
    private static bool BeginsCommand(StringBuilder text) => text is [.., '/'] && (text.Length == 1 || !(char.IsLetterOrDigit(text[^2]) || text[^2] is '/' or '_' or '<' or '>'));

    /// <summary>What a reader sees of HTML that the renderer wrote.</summary>
    public static string PlainOf(string html)
    {
        var plain = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length; at++)
        {
            if (html[at] == '<')
            {
                at = html.IndexOf('>', at);
            }
            else
            {
                plain.Append(html[at]);
            }
        }

        return plain
            .Replace("&lt;", "<").Replace("&gt;", ">").Replace("&quot;", "\"").Replace("&amp;", "&")
            .ToString();
    }

    /// <summary>Embeddings, overrides and isolates (unicode.org/reports/tr9).</summary>
    private static bool IsDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
