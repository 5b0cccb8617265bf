using System.Numerics;

namespace Bot.Digest.Language.Detection;

/// <summary>
/// Tells which language a text is written in: by its script, else by the commonest words of each language, those that stand in many
/// languages counting less. Pure; looks at the beginning of a text only.
/// </summary>
public static class LanguageDetector
{
    /// <summary>UTF-16 code units that are looked at.</summary>
    private const int Reach = 2000;

    private const int LongestWord = 24;

    /// <summary>Fewer points than this tell nothing: a word that only one language has is one point.</summary>
    private const double FewestPoints = 2;

    /// <summary>How many times the points of what was stated contradict it: neighbours such as Danish and Norwegian share most words.</summary>
    private const double Contradiction = 1.5;

    private static readonly (string Code, IEnumerable<string> Lines)[] _lists = [.. Languages.CommonestWords.Concat(WordLists.In("Detection").Where(list => !Languages.IsRead(list.Name)))];

    private static readonly Dictionary<string, ulong> _holders = Holders();

    private static readonly Dictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> _holdersOf = _holders.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>ISO 639-1 code of the language; null where the text is too short or too mixed to tell.</summary>
    /// <param name="stated">What the document says it is written in; it stands unless the text contradicts it.</param>
    public static string? Detect(string text, string? stated = null)
    {
        var beginning = text.AsSpan(0, Math.Min(text.Length, Reach));
        var script = Scripts.Of(beginning);
        if (script is null)
        {
            return stated;
        }

        if (script != Scripts.Shared)
        {
            return script;
        }

        Span<double> points = stackalloc double[_lists.Length];
        Count(beginning, points);
        var best = 0;
        for (var language = 1; language < points.Length; language++)
        {
            best = points[language] > points[best] ? language : best;
        }

        return points[best] < FewestPoints || points[best] < Contradiction * PointsOf(stated, points) ? stated : _lists[best].Code;
    }

    /// <summary>The language that a piece of an article is read as: its own where that is read, else the default.</summary>
    public static string ReadAs(string text) => Detect(text) is { } code && Languages.IsRead(code) ? code : Languages.Default;

    /// <summary>What was stated keeps a language that has no list, where no other is much likelier.</summary>
    private static double PointsOf(string? stated, ReadOnlySpan<double> points)
    {
        var at = stated is null ? -1 : Array.FindIndex(_lists, list => list.Code == stated);
        return at < 0 ? 0 : points[at];
    }

    private static void Count(ReadOnlySpan<char> text, Span<double> points)
    {
        for (var start = 0; start < text.Length;)
        {
            if (!char.IsLetter(text[start]))
            {
                start++;
                continue;
            }

            var end = start + 1;
            while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '\''))
            {
                end++;
            }

            if (end - start <= LongestWord && _holdersOf.TryGetValue(text[start..end], out var holders))
            {
                var worth = 1.0 / BitOperations.PopCount(holders);
                for (; holders != 0; holders &= holders - 1)
                {
                    points[BitOperations.TrailingZeroCount(holders)] += worth;
                }
            }

            start = end;
        }
    }

    /// <summary>From each word to the languages that have it, one bit for each.</summary>
    private static Dictionary<string, ulong> Holders()
    {
        var holders = new Dictionary<string, ulong>(StringComparer.OrdinalIgnoreCase);
        for (var language = 0; language < _lists.Length; language++)
        {
            foreach (var word in _lists[language].Lines.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            {
                holders[word] = holders.GetValueOrDefault(word) | (1UL << language);
            }
        }

        return holders;
    }
}
