using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Digest.Chat;

namespace Bot.Host.Platforms.Discord.Rendering;

/// <summary>
/// Text as Discord's Markdown. What comes from outside stays words: no mention, no emoji, no heading, list, quotation, spoiler or code, and no link
/// but those made here, which name the host that they lead to.
/// </summary>
public static partial class DiscordMarkdown
{
    /// <summary>An address longer than this is shown by its host alone: one link must never fill a message.</summary>
    private const int LongestAddress = 1000;

    /// <summary>Keeps two emphasised runs from becoming one.</summary>
    private const char Gap = '\u200b';

    private static readonly SearchValues<char> _emojiLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+-~");

    /// <summary>A line of nodes.</summary>
    /// <param name="named">Which links were shown with their host; this line's are added.</param>
    public static string Line(RichText text, NamedHosts named)
    {
        var line = new StringBuilder();
        foreach (var node in text)
        {
            var next = Node(node, named);
            if (next.Length > 0 && line.Length > 0 && IsMarker(next[0]) && IsMarker(line[^1]))
            {
                line.Append(Gap);
            }

            line.Append(next);
        }

        return line.ToString();
    }

    /// <summary>Words that stay words wherever they stand in a line.</summary>
    public static string Escape(string text)
    {
        var words = OneLine(text);
        var escaped = new StringBuilder(words.Length + 8);
        for (var at = 0; at < words.Length; at++)
        {
            if (IsMarkup(words, at))
            {
                escaped.Append('\\');
            }

            escaped.Append(words[at]);
        }

        return escaped.ToString();
    }

    /// <summary>What <see cref="Escape"/> was given, for where no markup is read.</summary>
    public static string Unescape(string escaped) => Escaped().Replace(escaped, "${sign}");

    /// <summary>White space and control characters as single spaces; without what turns the direction of the text behind it; no half characters.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069))
            {
                continue;
            }

            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune))
            {
                line.Append(rune);
            }
            else if (line.Length == 0 || line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString();
    }

    /// <summary>Words where no markup is read, ended with three dots between two characters as readers see them when they are too long.</summary>
    public static string Short(string words, int longest) =>
        words.Length <= longest ? words : words[..StringInfo.ParseCombiningCharacters(words).Last(start => start < longest)].TrimEnd(' ') + "…";

    private static string Node(Inline node, NamedHosts named) => node switch
    {
        Strong => Around("**", node.Text),
        Emphasis => Around("*", node.Text),
        Highlight => Around("__", node.Text),
        Code => Typed(node.Text),
        CommandLink when node.Text.StartsWith('/') => Typed(node.Text),
        Link link => Link(link, named),
        _ => Escape(node.Text),
    };

    /// <summary>Emphasis takes no space at its ends, so the spaces stand outside.</summary>
    private static string Around(string marks, string text)
    {
        var words = Escape(text);
        var trimmed = words.Trim(' ');
        if (trimmed.Length == 0)
        {
            return words;
        }

        var start = words.Length - words.TrimStart(' ').Length;
        return $"{words[..start]}{marks}{trimmed}{marks}{words[(start + trimmed.Length)..]}";
    }

    private static string Typed(string text)
    {
        var words = OneLine(text).Trim(' ');
        return words.Length == 0 || words.Contains('`', StringComparison.Ordinal) || words[^1] == '\\' ? Escape(text) : $"`{words}`";
    }

    private static string Link(Link link, NamedHosts named)
    {
        if (link.Address is not { IsAbsoluteUri: true, Scheme: "http" or "https" } address)
        {
            return Escape(link.Text);
        }

        var words = OneLine(link.Text).Trim(' ');
        var host = address.IdnHost;
        var target = address.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
        var beside = words.Length == 0 || named.Add(words, host) ? $" ({Escape(host)})" : "";
        return target.Length > LongestAddress || words.Length == 0 ? (Escape(words) + beside).TrimStart(' ') : $"[{Escape(words)}]({target}){beside}";
    }

    private static bool IsMarkup(string text, int at) => text[at] switch
    {
        '\\' or '*' or '_' or '~' or '|' or '`' or '<' or '[' or ']' or '@' => true,
        '#' or '>' or '-' or '+' => text.AsSpan(0, at).IsWhiteSpace(),
        '.' or ')' => IsNumber(text.AsSpan(0, at).Trim()),
        ':' => IsEmoji(text.AsSpan(at + 1)),
        _ => false,
    };

    private static bool IsNumber(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>":name:", behind its first colon; a time of day has no letter.</summary>
    private static bool IsEmoji(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(':');
        return end > 0 && !rest[..end].ContainsAnyExcept(_emojiLetters) && rest[..end].ContainsAnyExceptInRange('0', '9');
    }

    [GeneratedRegex(@"\\(?<sign>.)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Escaped();

    private static bool IsMarker(char letter) => letter is '*' or '_' or '`';
}
