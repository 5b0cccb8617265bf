using System.Text;
using AnyAscii;

namespace Bot.Digest.People;

/// <summary>The words of a name for comparing: ASCII, lower case, no apostrophes, full stops or nicknames in marks; hyphens stay.</summary>
internal static class NameParts
{
    public static List<string> Of(string name)
    {
        var words = new List<string>(4);
        var word = new StringBuilder(16);
        var inMarks = false;
        foreach (var c in ToAscii(name))
        {
            if (c == '"')
            {
                inMarks = !inMarks;
            }
            else if (!inMarks && char.IsAsciiLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (c == '-' && word.Length > 0)
            {
                word.Append('-');
            }
            else if (c is not ('\'' or '`' or '.'))
            {
                Flush(word, words);
            }
        }

        Flush(word, words);
        return words;
    }

    /// <summary>Any script in Latin letters without accents. Half a surrogate pair, as a hostile text may hold, becomes a question mark.</summary>
    public static string ToAscii(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var wellFormed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            wellFormed.Append(rune.Value == Rune.ReplacementChar.Value ? "?" : rune.ToString());
        }

        return wellFormed.ToString().Normalize(NormalizationForm.FormC).Transliterate();
    }

    private static void Flush(StringBuilder word, List<string> words)
    {
        while (word.Length > 0 && word[^1] == '-')
        {
            word.Length--;
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }
}
