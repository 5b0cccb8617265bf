using System.Buffers;
using System.Globalization;
using System.Text;

namespace Bot.Digest.Reading;

/// <summary>
/// Makes foreign text safe to store and to show: NFC, no control, bidi or invisible characters, single spaces.
/// Words stay as they were printed.
/// </summary>
public static class CleanText
{
    /// <summary>More marks than this on one letter are decoration that overflows its line; no orthography needs them.</summary>
    private const int MarksOnOneLetter = 3;

    /// <summary>Characters that are taken over without a look: ASCII and Latin letters, digits and the usual marks.</summary>
    private static readonly SearchValues<char> Safe = SearchValues.Create(
        [.. Enumerable.Range('!', '~' - '!' + 1).Concat(Enumerable.Range(0xC0, 0x180 - 0xC0)).Select(code => (char)code), .. "“”‘’„‚–—…«»‹›€°§"]);

    private const char ZeroWidthNonJoiner = '\u200C';
    private const char ZeroWidthJoiner = '\u200D';
    private const int BlackFlag = 0x1F3F4;

    /// <summary>One line: breaks and runs of white space become one space, none at the ends.</summary>
    public static string Line(string? text) => string.IsNullOrEmpty(text) ? "" : Clean(text);

    /// <summary>Paragraphs, one a line (<c>\n</c>), empty ones left out; every kind of line break separates.</summary>
    public static string Paragraphs(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var result = new StringBuilder(text.Length);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var clean = Clean(line);
            if (clean.Length == 0)
            {
                continue;
            }

            if (result.Length > 0)
            {
                result.Append('\n');
            }

            result.Append(clean);
        }

        return result.ToString();
    }

    private static string Clean(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        var marks = 0;
        var before = new Rune(' ');
        while (!text.IsEmpty)
        {
            var safe = text.IndexOfAnyExcept(Safe);
            if (safe != 0 || IsSingleSpace(text, result))
            {
                safe = safe < 0 ? text.Length : Math.Max(safe, 1);
                result.Append(text[..safe]);
                (marks, before) = (0, new Rune(text[safe - 1]));
                text = text[safe..];
                continue;
            }

            var isWhole = Rune.DecodeFromUtf16(text, out var rune, out var used) == OperationStatus.Done;
            text = text[used..];
            if (isWhole)
            {
                AppendJudged(result, rune, ref marks, ref before);
            }
        }

        if (result.Length > 0 && result[^1] == ' ')
        {
            result.Length--;
        }

        var clean = result.ToString();
        return clean.IsNormalized() ? clean : clean.Normalize();
    }

    private static bool IsSingleSpace(ReadOnlySpan<char> text, StringBuilder before) =>
        text is [' ', > ' ', ..] && before.Length > 0 && before[^1] != ' ';

    private static void AppendJudged(StringBuilder result, Rune rune, ref int marks, ref Rune before)
    {
        var category = Rune.GetUnicodeCategory(rune);
        if (Rune.IsWhiteSpace(rune))
        {
            if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }

            (marks, before) = (0, new Rune(' '));
            return;
        }

        marks = IsMark(category) && !IsEmojiSelector(rune) ? marks + 1 : 0;
        if (marks <= MarksOnOneLetter && IsKept(rune, category, before.Value))
        {
            result.Append(rune.ToString());
            before = IsTag(rune) ? before : rune;
        }
    }

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool IsEmojiSelector(Rune rune) => rune.Value is 0xFE0F or 0xFE0E or 0x20E3;

    private static bool IsTag(Rune rune) => rune.Value is >= 0xE0020 and <= 0xE007F;

    /// <summary>Joiners are spelling in Persian and Indic scripts and glue in emoji; tags are part of three flags. Elsewhere they only hide.</summary>
    private static bool IsKept(Rune rune, UnicodeCategory category, int before) => category switch
    {
        UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate => false,
        UnicodeCategory.Format when rune.Value is ZeroWidthJoiner or ZeroWidthNonJoiner => before > 0x500,
        UnicodeCategory.Format when IsTag(rune) => before == BlackFlag,
        UnicodeCategory.Format => IsVisibleFormat(rune),
        _ => rune.Value != 0xFFFD,
    };

    /// <summary>Arabic number signs and Syriac and Kaithi marks are of the format category and yet drawn.</summary>
    private static bool IsVisibleFormat(Rune rune) => rune.Value is >= 0x0600 and <= 0x0605 or 0x06DD or 0x070F or 0x08E2 or 0x110BD;
}
