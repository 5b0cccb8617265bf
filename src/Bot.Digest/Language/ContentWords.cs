using System.Globalization;

namespace Bot.Digest.Language;

/// <summary>The words of a text that say what it is about: folded, without endings, without the words that stand in every text.</summary>
public static class ContentWords
{
    /// <summary>Longer words are compared by their beginning.</summary>
    private const int Longest = 40;

    /// <summary>
    /// Each word at each place, in text order, as a hash that is the same in every process: words are compared and counted, never shown.
    /// Never throws.
    /// </summary>
    public static List<ulong> Of(ReadOnlySpan<char> text)
    {
        Span<char> folded = stackalloc char[Longest];
        var words = new List<ulong>();
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

            var length = Math.Min(end - start, Longest);
            var word = folded[..text.Slice(start, length).ToLower(folded, CultureInfo.InvariantCulture)];
            if (word.Length > 1 && !Languages.IsStopWord(word))
            {
                words.Add(Hash(Stem(word)));
            }

            start = end;
        }

        return words;
    }

    /// <summary>FNV-1a, 64 bits.</summary>
    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037;
        foreach (var letter in word)
        {
            hash = (hash ^ letter) * 1099511628211;
        }

        return hash;
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
