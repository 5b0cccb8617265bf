using System.Text;

namespace Bot.TelegramStandIn.Texts;

/// <summary>The attributes of a start tag, read as the server reads them.</summary>
internal static class HtmlAttributes
{
    /// <summary>Reads from behind the tag's name to behind its "&gt;".</summary>
    public static (IReadOnlyDictionary<string, string> Found, int Next, string? Refusal) ReadAt(string html, int at, string tag, int byteOffset)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        while (true)
        {
            at = SkipSpace(html, at);
            if (at >= html.Length)
            {
                return (found, at, $"Unclosed start tag \"{tag}\" at byte offset {byteOffset}");
            }

            if (html[at] == '>')
            {
                return (found, at + 1, null);
            }

            var end = EndOfName(html, at);
            if (end == at)
            {
                return (found, at, $"Empty attribute name in the tag \"{tag}\" at byte offset {byteOffset}");
            }

            var name = html[at..end].ToLowerInvariant();
            at = SkipSpace(html, end);
            if (at >= html.Length || html[at] != '=')
            {
                found[name] = "";
                continue;
            }

            (var value, at, var refusal) = Value(html, SkipSpace(html, at + 1), tag, byteOffset);
            if (refusal is not null)
            {
                return (found, at, refusal);
            }

            found[name] = value;
        }
    }

    private static (string Value, int Next, string? Refusal) Value(string html, int at, string tag, int byteOffset)
    {
        if (at >= html.Length)
        {
            return ("", at, $"Unclosed start tag \"{tag}\" at byte offset {byteOffset}");
        }

        if (html[at] is '"' or '\'')
        {
            var end = html.IndexOf(html[at], at + 1);
            return end < 0 ? ("", html.Length, $"Unclosed start tag at byte offset {byteOffset}") : (Decoded(html[(at + 1)..end]), end + 1, null);
        }

        var begin = at;
        while (at < html.Length && (char.IsAsciiLetterOrDigit(html[at]) || html[at] is '.' or '-'))
        {
            at++;
        }

        return at < html.Length && !char.IsWhiteSpace(html[at]) && html[at] != '>'
            ? ("", at, $"Unexpected end of name token at byte offset {Encoding.UTF8.GetByteCount(html.AsSpan(0, begin))}")
            : (html[begin..at].ToLowerInvariant(), at, null);
    }

    private static string Decoded(string value)
    {
        var text = new StringBuilder();
        for (var at = 0; at < value.Length;)
        {
            var (character, length) = value[at] == '&' ? CharacterReference.At(value, at) : (null, 1);
            text.Append(character ?? value[at].ToString());
            at += character is null ? 1 : length;
        }

        return text.ToString();
    }

    private static int SkipSpace(string html, int at)
    {
        while (at < html.Length && char.IsWhiteSpace(html[at]))
        {
            at++;
        }

        return at;
    }

    private static int EndOfName(string html, int at)
    {
        while (at < html.Length && !char.IsWhiteSpace(html[at]) && html[at] is not ('=' or '>' or '/' or '"' or '\''))
        {
            at++;
        }

        return at;
    }
}
