using System.Text;

namespace Bot.Digest.Reading.Feeds;

/// <summary>The words of a short piece of HTML, such as a title, without a parse: tags are taken out, escapes taken off.</summary>
internal static class MarkupWords
{
    public static string Of(string html)
    {
        if (html.AsSpan().IndexOfAny('<', '&') < 0)
        {
            return html;
        }

        var tokens = new FeedTokens(html);
        var words = new StringBuilder(html.Length);
        while (tokens.Next())
        {
            if (tokens.Kind is FeedTokenKind.Text)
            {
                tokens.Entities.AppendDecoded(words, tokens.Span);
            }
            else if (tokens.Kind is FeedTokenKind.CharacterData)
            {
                words.Append(tokens.Span);
            }
            else if (!IsInline(tokens.Span))
            {
                words.Append(' ');
            }
        }

        return words.ToString();
    }

    /// <summary>Tags that stand within words.</summary>
    private static bool IsInline(ReadOnlySpan<char> name) =>
        name is "b" or "i" or "em" or "strong" or "sub" or "sup" or "span" or "a" or "u" or "s" or "small" or "big" or "font" or "code" or "wbr";
}
