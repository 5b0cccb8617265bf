using System.Collections.Frozen;
using Bot.Digest.Quotes;

namespace Bot.Digest.Language;

/// <summary>The languages that are read, found by scanning.</summary>
public static class Languages
{
    /// <summary>What a text is read as when nothing tells its language.</summary>
    public const string Default = "en";

    private static readonly FrozenDictionary<string, ILanguage> _read = typeof(ILanguage).Assembly.GetTypes()
        .Where(type => type.IsClass && type.IsAssignableTo(typeof(ILanguage)))
        .Select(type => (ILanguage)Activator.CreateInstance(type)!)
        .ToFrozenDictionary(language => language.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>For each language all the annotated quotes whose speaker would be shown by default; the most first.</summary>
    public static IReadOnlyList<(string Code, MeasuredSpeakers Shown)> OfShown { get; } =
        [.. _read.Values.Select(language => (language.Code, language.Confidence.OfShown)).OrderByDescending(language => language.OfShown.Of)];

    /// <summary>Whether a word stands in every text and says nothing of what it is about, in the language that is read by default.</summary>
    public static bool IsStopWord(ReadOnlySpan<char> word) => (_read[Default].Lexicon.ClassesOf(word) & WordClass.StopWords) != 0;

    /// <summary>The words by which texts in the languages that are read are known.</summary>
    internal static IEnumerable<(string Code, IEnumerable<string> Lines)> CommonestWords =>
        _read.Values.OrderBy(language => language.Code, StringComparer.Ordinal).Select(language => (language.Code, language.CommonestWords));

    /// <summary>The language of an IETF tag, in lower case ("de" for "de-AT"); null where it names none (RFC 5646: two or three letters).</summary>
    public static string? PrimaryOf(string? tag) =>
        tag?.Trim().Split('-', '_')[0] is { Length: 2 or 3 } language && language.All(char.IsAsciiLetter) ? language.ToLowerInvariant() : null;

    /// <summary>Whether texts in a language are read: its quotes, people and dates.</summary>
    public static bool IsRead(string code) => _read.ContainsKey(code);

    /// <summary>The categories of a word in any language that is read: for words of which nobody noted the language.</summary>
    internal static WordClass ClassesInAny(ReadOnlySpan<char> word)
    {
        var classes = WordClass.None;
        foreach (var language in _read.Values)
        {
            classes |= language.Lexicon.ClassesOf(word);
        }

        return classes;
    }

    /// <summary>The respellings of all languages.</summary>
    internal static IEnumerable<string> Respellings => _read.Values.OrderBy(language => language.Code, StringComparer.Ordinal).SelectMany(language => language.Respellings);

    /// <summary>The language of a code.</summary>
    /// <exception cref="KeyNotFoundException">It is not read.</exception>
    internal static ILanguage Of(string code) => _read[code];
}
