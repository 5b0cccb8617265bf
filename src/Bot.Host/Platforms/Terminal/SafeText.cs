using System.Globalization;
using System.Text;

namespace Bot.Host.Platforms.Terminal;

/// <summary>
/// Text from outside, made harmless: an article must not move the cursor, change colours, set the clipboard or turn the
/// direction of what follows.
/// </summary>
public static class SafeText
{
    /// <summary>
    /// The text with each tab as a space, each line break as <c>\n</c>, and without other control characters and
    /// direction overrides.
    /// </summary>
    public static string Of(string text)
    {
        if (!text.EnumerateRunes().Any(IsUnsafe))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n')
            {
                safe.Append('\n');
            }
            else if (rune.Value == '\t')
            {
                safe.Append(' ');
            }
            else if (!IsUnsafe(rune))
            {
                safe.Append(rune);
            }
        }

        return safe.ToString();
    }

    private static bool IsUnsafe(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x2028 or 0x2029;
}
