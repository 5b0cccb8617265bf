using System.Buffers;
using System.Globalization;
using System.Text;

namespace Bot.Host.Storage;

/// <summary>One word of a text.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Folded">Lower case, without accents.</param>
public readonly record struct TextWord(int Start, int End, string Folded);

/// <summary>Cuts a text into words just as the word indexes do.</summary>
public static class TextWords
{
    /// <summary>The words alone, folded and parted by blanks.</summary>
    public static string Fold(string text) => string.Join(' ', Of(text).Select(word => word.Folded));

    public static IReadOnlyList<TextWord> Of(string text)
    {
        var words = new List<TextWord>();
        var start = -1;
        var folded = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            var read = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            var isInside = read == OperationStatus.Done && (Rune.IsLetter(rune) || Rune.IsNumber(rune) || (start >= 0 && IsMark(rune)));
            if (isInside)
            {
                start = start < 0 ? i : start;
                AppendFolded(folded, rune);
            }
            else if (start >= 0)
            {
                words.Add(new TextWord(start, i, folded.ToString()));
                folded.Clear();
                start = -1;
            }

            i += length;
        }

        if (start >= 0)
        {
            words.Add(new TextWord(start, text.Length, folded.ToString()));
        }

        return words;
    }

    private static void AppendFolded(StringBuilder folded, Rune rune)
    {
        if (rune.IsAscii)
        {
            folded.Append(char.ToLowerInvariant((char)rune.Value));
            return;
        }

        var decomposed = rune.ToString().Normalize(NormalizationForm.FormD);
        var hasMark = decomposed.EnumerateRunes().Any(IsMark);
        foreach (var part in decomposed.EnumerateRunes())
        {
            // A syllable that is written with one sign (Korean) stays one: only marks are taken off.
            if (!IsMark(part))
            {
                folded.Append(Rune.ToLowerInvariant(hasMark ? part : rune));
            }

            if (!hasMark)
            {
                break;
            }
        }
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
