using System.Collections.Frozen;

namespace Bot.Digest.Language.Names;

/// <summary>Syllables of Korean and Chinese as English-language news romanises them: an onset and a rime.</summary>
internal static class Syllable
{
    private const int LongestOnset = 2;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _onsets = FrozenSet.ToFrozenSet(
        ["", "b", "ch", "d", "f", "g", "gw", "gy", "h", "hs", "hw", "hy", "j", "k", "kk", "kw", "ky", "l", "m", "my", "n", "ny", "p", "py", "r", "ry", "s", "sh", "t", "ts", "w", "y", "z"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _rimes =
        FrozenSet.ToFrozenSet(Rimes(), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word can be one such syllable, in any case.</summary>
    public static bool Is(ReadOnlySpan<char> word)
    {
        for (var onset = Math.Min(LongestOnset, word.Length - 1); onset >= 0; onset--)
        {
            if (_onsets.Contains(word[..onset]) && _rimes.Contains(word[onset..]))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Rimes()
    {
        string[] vowels =
        [
            "a", "ae", "ah", "ai", "ao", "e", "ee", "ei", "eo", "eou", "eu", "i", "ia", "iao", "ie", "iu", "o", "oe", "oh", "oo", "ou", "u", "uh", "ui", "uo",
            "ya", "ye", "yeo", "yo", "you", "yu", "wa", "wae", "we", "weo", "wi", "wo",
        ];
        string[] codas = ["", "n", "ng", "m", "k", "ck", "g", "h", "l", "r", "p", "b", "t", "d"];
        return vowels.SelectMany(vowel => codas.Select(coda => vowel + coda));
    }
}
