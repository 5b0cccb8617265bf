using System.Globalization;
using System.Text;
using Bot.Digest.Articles;
using Bot.Digest.Language;

namespace Bot.Digest.People;

/// <summary>Finds a name in its own script, as articles print it in brackets after the Latin one: "Dana Quill (Дана Квілл)".</summary>
internal static class NativeForm
{
    private const int Longest = 60; // UTF-16 code units; longer brackets hold no name

    private const int LatinEnd = 0x250; // where Unicode's Latin letters with their extensions end
    private const int LatinAdditional = 0x1E00; // the block of Vietnamese vowels, up to 0x1EFF

    /// <summary>The inside of the brackets at a token, where it is words of another script and nothing else; otherwise null.</summary>
    public static TextSpan? After(TextAnalysis text, int token)
    {
        if (token >= text.Tokens.Length || !text.Is(token, "("))
        {
            return null;
        }

        var start = text.Tokens[token].End;
        var inside = text.Text.AsSpan(start, Math.Min(Longest + 1, text.Text.Length - start));
        var close = inside.IndexOf(')');
        return close > 0 && IsName(inside[..close]) ? new TextSpan(start, start + close) : null;
    }

    private static bool IsName(ReadOnlySpan<char> inside)
    {
        foreach (var rune in inside.EnumerateRunes())
        {
            var joins = rune.Value is ' ' or '-' or '\'' or '’' or '·' or '・'
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            if (!joins && (!Rune.IsLetter(rune) || IsLatin(rune.Value)))
            {
                return false;
            }
        }

        return inside[0] is not (' ' or '-' or '\'' or '’' or '·' or '・') && inside[^1] != ' ';
    }

    private static bool IsLatin(int letter) => letter < LatinEnd || letter is >= LatinAdditional and <= LatinAdditional + 0xFF;
}
