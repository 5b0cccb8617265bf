namespace Bot.Digest.Language;

/// <summary>The word lists of <c>Language/English</c> as one table from word to categories, whatever the word's case.</summary>
public static class Lexicon
{
    private static readonly Dictionary<string, WordClass> _words = Read();

    private static readonly Dictionary<string, WordClass>.AlternateLookup<ReadOnlySpan<char>> _bySpan =
        _words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int _longest = _words.Keys.Max(word => word.Length);

    /// <summary>All categories of a word; a curly apostrophe counts as a straight one. Allocates nothing.</summary>
    public static WordClass ClassesOf(ReadOnlySpan<char> word)
    {
        if (word.Length > _longest)
        {
            return WordClass.None;
        }

        if (!word.Contains('’'))
        {
            return _bySpan.TryGetValue(word, out var classes) ? classes : WordClass.None;
        }

        Span<char> straight = stackalloc char[word.Length];
        word.Replace(straight, '’', '\'');
        return _bySpan.TryGetValue(straight, out var folded) ? folded : WordClass.None;
    }

    /// <summary>A list holds any number of words a line; a line that starts with # is a comment.</summary>
    private static Dictionary<string, WordClass> Read()
    {
        const string folder = ".Language.English.";
        var words = new Dictionary<string, WordClass>(StringComparer.OrdinalIgnoreCase);
        var assembly = typeof(Lexicon).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            var at = resource.IndexOf(folder, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            var category = Enum.Parse<WordClass>(resource.AsSpan((at + folder.Length)..^".txt".Length));
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            while (reader.ReadLine() is { } line)
            {
                if (!line.StartsWith('#'))
                {
                    foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    {
                        words[word] = words.GetValueOrDefault(word) | category;
                    }
                }
            }
        }

        return words;
    }
}
