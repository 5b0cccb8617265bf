using System.Reflection;

namespace Bot.Digest.Language;

/// <summary>The plain-text lists that stand in the folders under <c>Language</c>; a line that starts with # is a comment.</summary>
internal static class WordLists
{
    private const string Ending = ".txt";

    private static readonly Assembly _assembly = typeof(WordLists).Assembly;

    /// <summary>Each list of a folder, not of the folders in it: its name and its lines.</summary>
    /// <param name="folder">Its path under <c>Language</c>, parted by full stops ("English.Dates").</param>
    public static IEnumerable<(string Name, IEnumerable<string> Lines)> In(string folder)
    {
        var prefix = PrefixOf(folder);
        return _assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(prefix, StringComparison.Ordinal))
            .Select(resource => resource[prefix.Length..^Ending.Length])
            .Where(name => !name.Contains('.', StringComparison.Ordinal))
            .Select(name => (name, Read(folder, name)));
    }

    /// <summary>The lines of the lists of one name in all folders, the languages' together.</summary>
    /// <param name="name">With the folder inside a language's own ("People.RoleFields").</param>
    public static IEnumerable<string> OfAll(string name) =>
        _assembly.GetManifestResourceNames()
            .Where(resource => resource.EndsWith($".{name}{Ending}", StringComparison.Ordinal))
            .SelectMany(Lines);

    /// <summary>The lines of one list.</summary>
    public static IEnumerable<string> Read(string folder, string name) => Lines(PrefixOf(folder) + name + Ending);

    private static IEnumerable<string> Lines(string resource)
    {
        using var reader = new StreamReader(_assembly.GetManifestResourceStream(resource)!);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                yield return line;
            }
        }
    }

    /// <summary>The lines of the lists of one name, of every language that has such a list.</summary>
    /// <param name="name">Its path under the language's folder, parted by full stops ("Stories.NewsWords").</param>
    public static IEnumerable<string> OfAllLanguages(string name) => _assembly.GetManifestResourceNames()
        .Where(resource => resource.StartsWith(PrefixOf(""), StringComparison.Ordinal) && resource.EndsWith($".{name}{Ending}", StringComparison.Ordinal))
        .Select(resource => resource[PrefixOf("").Length..resource.IndexOf($".{name}{Ending}", StringComparison.Ordinal)])
        .Order(StringComparer.Ordinal)
        .SelectMany(language => Read(language, name));

    private static string PrefixOf(string folder) => $"{typeof(WordLists).Namespace}.{(folder.Length > 0 ? folder + "." : "")}";
}
