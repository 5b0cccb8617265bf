using System.Collections.Frozen;
using Bot.Digest.Language;

namespace Bot.Digest.Quotes.Statements;

/// <summary>
/// One spelling for words that outlets spell in several ways: contractions in full, numbers in digits, "colour" as "color". The pairs are
/// data of the languages that are read.
/// </summary>
internal static class Respelling
{
    private const char IsEnding = '-';

    private static readonly FrozenDictionary<string, string[]> _words = Pairs()
        .Where(pair => pair[0][0] != IsEnding)
        .ToFrozenDictionary(pair => pair[0], pair => pair[1..], StringComparer.Ordinal);

    private static readonly (string From, string To)[] _endings = [.. Pairs()
        .Where(pair => pair[0][0] == IsEnding)
        .Select(pair => (pair[0][1..], pair.Length > 1 ? pair[1][1..] : ""))];

    /// <summary>The words that stand for a folded word where it has another spelling.</summary>
    public static bool TryGet(string word, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string[]? spelled) => _words.TryGetValue(word, out spelled);

    /// <summary>The word with its ending in the one spelling; an ending is taken for one only behind three letters.</summary>
    public static string Ending(string word)
    {
        const int Shortest = 3;
        foreach (var (from, to) in _endings)
        {
            if (word.Length >= from.Length + Shortest && word.EndsWith(from, StringComparison.Ordinal))
            {
                return word[..^from.Length] + to;
            }
        }

        return word;
    }

    private static IEnumerable<string[]> Pairs() => Languages.Respellings
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words.Length > 0);
}
