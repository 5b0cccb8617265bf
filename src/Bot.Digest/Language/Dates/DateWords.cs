using System.Globalization;

namespace Bot.Digest.Language.Dates;

/// <summary>The word list of a language's date expressions: from word to kind and value, whatever the word's case.</summary>
internal sealed class DateWords
{
    private readonly Dictionary<string, (DateWordKind Kind, int Value)> _words;

    private readonly Dictionary<string, (DateWordKind Kind, int Value)>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    /// <summary>By first letter, one bit for each length that a word of the list has: most words of a text are turned away here.</summary>
    private readonly uint[] _lengths;

    /// <summary>Reads the list DateWords of a folder.</summary>
    /// <param name="folder">Where it stands under <c>Language</c> ("English.Dates").</param>
    public DateWords(string folder)
    {
        _words = Read(folder);
        _bySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _lengths = Lengths();
    }

    /// <summary>The kind and value of a word, (None, 0) for all others. Allocates nothing.</summary>
    public (DateWordKind Kind, int Value) Find(ReadOnlySpan<char> word)
    {
        var letter = (word[0] | 0x20) - 'a';
        var mayBe = (uint)letter >= 26 || (word.Length < 32 && (_lengths[letter] >> word.Length & 1) != 0);
        return mayBe && _bySpan.TryGetValue(word, out var found) ? found : default;
    }

    private uint[] Lengths()
    {
        var lengths = new uint[26];
        foreach (var word in _words.Keys.Where(word => char.IsAsciiLetter(word[0])))
        {
            lengths[(word[0] | 0x20) - 'a'] |= 1u << word.Length;
        }

        return lengths;
    }

    private static Dictionary<string, (DateWordKind Kind, int Value)> Read(string folder)
    {
        var words = new Dictionary<string, (DateWordKind Kind, int Value)>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in WordLists.Read(folder, nameof(DateWords)))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var meaning = (Enum.Parse<DateWordKind>(parts[0]), int.Parse(parts[1], CultureInfo.InvariantCulture));
            foreach (var word in parts.AsSpan(2))
            {
                words.Add(word, meaning);
            }
        }

        return words;
    }
}
