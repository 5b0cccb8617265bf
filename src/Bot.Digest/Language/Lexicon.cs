namespace Bot.Digest.Language;

/// <summary>The word lists of a language as one table from word to categories, whatever the word's case.</summary>
public sealed class Lexicon
{
    private readonly Dictionary<string, WordClass> _words;

    private readonly Dictionary<string, WordClass>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    private readonly int _longest;

    private Lexicon(Dictionary<string, WordClass> words)
    {
        _words = words;
        _bySpan = words.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = words.Keys.Select(word => word.Length).DefaultIfEmpty().Max();
    }

    /// <summary>No word at all.</summary>
    public static Lexicon Empty { get; } = new(new(StringComparer.OrdinalIgnoreCase));

    /// <summary>The names of people of many cultures (<c>Language/Names</c>), which every language meets.</summary>
    public static Lexicon Names { get; } = new(Read("Names", new(StringComparer.OrdinalIgnoreCase)));

    /// <summary>The words of the lists in one folder under <c>Language</c>, with <see cref="Names"/>.</summary>
    public static Lexicon Of(string folder) => new(Read(folder, new(Names._words, StringComparer.OrdinalIgnoreCase)));

    /// <summary>All categories of a word; a curly apostrophe counts as a straight one. Allocates nothing.</summary>
    public WordClass ClassesOf(ReadOnlySpan<char> word)
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

    /// <summary>A list is named like its category and holds any number of words a line; a line that starts with # is a comment.</summary>
    private static Dictionary<string, WordClass> Read(string folder, Dictionary<string, WordClass> words)
    {
        foreach (var (name, lines) in WordLists.In(folder))
        {
            var category = Enum.Parse<WordClass>(name);
            foreach (var word in lines.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
            {
                words[word] = words.GetValueOrDefault(word) | category;
            }
        }

        return words;
    }
}
