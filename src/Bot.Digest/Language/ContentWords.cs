using Bot.Digest.Articles;

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
        var words = new List<ulong>();
        foreach (var word in In(text))
        {
            words.Add(word);
        }

        return words;
    }

    /// <summary>The same words one after another: allocates nothing.</summary>
    public static Walk In(ReadOnlySpan<char> text) => new(text);

    /// <summary>A walk from word to word.</summary>
    public ref struct Walk(ReadOnlySpan<char> text)
    {
        private readonly int _length = text.Length;
        private ReadOnlySpan<char> _rest = text;

        public ulong Current { get; private set; }

        /// <summary>Where the current word stands in the text, ending included.</summary>
        public TextSpan Span { get; private set; }

        public readonly Walk GetEnumerator() => this;

        public bool MoveNext()
        {
            Span<char> folded = stackalloc char[Longest];
            while (Next() is { Length: > 0 } found)
            {
                var word = folded[..found[..Math.Min(found.Length, Longest)].ToLowerInvariant(folded)];
                if (word.Length > 1 && !Languages.IsStopWord(word))
                {
                    Current = Hash(Stem(word));
                    Span = new(_length - _rest.Length - found.Length, _length - _rest.Length);
                    return true;
                }
            }

            return false;
        }

        private ReadOnlySpan<char> Next()
        {
            var start = 0;
            while (start < _rest.Length && !char.IsLetterOrDigit(_rest[start]))
            {
                start++;
            }

            var end = start;
            while (end < _rest.Length && char.IsLetterOrDigit(_rest[end]))
            {
                end++;
            }

            var found = _rest[start..end];
            _rest = _rest[end..];
            return found;
        }
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
