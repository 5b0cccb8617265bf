using System.Globalization;

namespace Bot.Digest.Language;

/// <summary>The words of a text that say what it is about: folded, without endings, without the words that stand in every text.</summary>
public static class ContentWords
{
    /// <summary>Each word at each place, in text order; never throws.</summary>
    public static List<string> Of(ReadOnlySpan<char> text)
    {
        Span<char> folded = stackalloc char[40];
        var words = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[start]))
            {
                start++;
                continue;
            }

            var end = start + 1;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                end++;
            }

            var length = Math.Min(end - start, folded.Length);
            var word = folded[..text.Slice(start, length).ToLower(folded, CultureInfo.InvariantCulture)];
            if (word.Length > 1 && (Lexicon.ClassesOf(word) & WordClass.StopWords) == 0)
            {
                words.Add(Stem(word).ToString());
            }

            start = end;
        }

        return words;
    }

    /// <summary>Takes off the endings in which two reports of one thing differ most; not a linguist's stem.</summary>
    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word) => word switch
    {
        [.. var stem, 'i', 'e', 's'] when stem.Length > 3 => stem,
        [.. var stem, 'y'] when stem.Length > 3 => stem,
        [.. var stem, 'i', 'n', 'g'] when stem.Length > 3 => stem,
        [.. var stem, 'e', 'd'] when stem.Length > 3 => stem,
        [.. var stem, 'e', 's'] when stem.Length > 3 => stem,
        [.. var stem, 's'] when stem.Length > 3 && stem[^1] != 's' => stem,
        [.. var stem, 'e'] when stem.Length > 3 => stem,
        _ => word,
    };
}
