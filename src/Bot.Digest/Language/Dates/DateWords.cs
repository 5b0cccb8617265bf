using System.Globalization;

namespace Bot.Digest.Language.Dates;

/// <summary>The word list of date expressions: from word to kind and value, whatever the word's case.</summary>
internal static class DateWords
{
    private static readonly Dictionary<string, (DateWordKind Kind, int Value)> _words = Read();

    private static readonly Dictionary<string, (DateWordKind Kind, int Value)>.AlternateLookup<ReadOnlySpan<char>> _bySpan =
        _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>By first letter, one bit for each length that a word of the list has: most words of a text are turned away here.</summary>
    private static readonly uint[] _lengths = Lengths();

    /// <summary>The kind and value of a word, (None, 0) for all others. Allocates nothing.</summary>
    public static (DateWordKind Kind, int Value) Find(ReadOnlySpan<char> word)
    {
        var letter = (word[0] | 0x20) - 'a';
        return (uint)letter < 26 && word.Length < 32 && (_lengths[letter] >> word.Length & 1) != 0
            && _bySpan.TryGetValue(word, out var found)
            ? found
            : default;
    }

    private static uint[] Lengths()
    {
        var lengths = new uint[26];
        foreach (var word in _words.Keys.Where(word => char.IsAsciiLetter(word[0])))
        {
            lengths[(word[0] | 0x20) - 'a'] |= 1u << word.Length;
        }

        return lengths;
    }

    private static Dictionary<string, (DateWordKind Kind, int Value)> Read()
    {
        var words = new Dictionary<string, (DateWordKind Kind, int Value)>(StringComparer.OrdinalIgnoreCase);
        using var reader = new StreamReader(typeof(DateWords).Assembly.GetManifestResourceStream("DateWords.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var meaning = (Enum.Parse<DateWordKind>(parts[0]), int.Parse(parts[1], CultureInfo.InvariantCulture));
                foreach (var word in parts.AsSpan(2))
                {
                    words.Add(word, meaning);
                }
            }
        }

        return words;
    }
}
