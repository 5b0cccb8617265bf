using System.Collections.Frozen;
using Bot.Digest.Language;
using Bot.Digest.Language.Names;

namespace Bot.Digest.People;

/// <summary>Names whose own order is family name first, in either order and however the given name is joined.</summary>
internal static class EastAsian
{
    /// <summary>The family names that most Koreans have: they decide the order where both ends could be one.</summary>
    private static readonly FrozenSet<string> _frequent = FrozenSet.ToFrozenSet(
        ["kim", "lee", "park", "choi", "jung", "jeong", "chung", "kang", "cho", "yoon", "jang", "lim", "han", "oh", "seo", "shin", "kwon", "hwang", "ahn", "song", "hong", "moon"]);

    /// <summary>The key of a name that reads as East Asian, family name first; null for every other name.</summary>
    public static string? Key(List<string> words) => Korean(words) ?? Chinese(words);

    private static string? Korean(List<string> words)
    {
        if (words.Count == 2)
        {
            return IsFamily(words[0]) && IsKoreanGiven(words[1]) ? KoreanKey(words[0], words[1])
                : IsFamily(words[1]) && IsKoreanGiven(words[0]) ? KoreanKey(words[1], words[0])
                : null;
        }

        if (words.Count != 3 || !words.TrueForAll(word => Syllable.Is(word)))
        {
            return null;
        }

        var lastIsFamily = IsFamily(words[2]) && _frequent.Contains(words[2]) && !_frequent.Contains(words[0]);
        return lastIsFamily ? KoreanKey(words[2], words[0] + words[1])
            : IsFamily(words[0]) ? KoreanKey(words[0], words[1] + words[2])
            : null;
    }

    private static string KoreanKey(string family, string given) =>
        $"{Spelling.KoreanFamily(family)} {Spelling.KoreanGiven(given.Replace("-", "", StringComparison.Ordinal))}";

    /// <summary>"Xi Jinping", "Tsai Ing-wen", "Nguyen Phu Trong": the order stays, hyphens go.</summary>
    private static string? Chinese(List<string> words)
    {
        if (words.Count is < 2 or > 4 || !IsFamily(words[0]))
        {
            return null;
        }

        var given = string.Concat(words.Skip(1)).Replace("-", "", StringComparison.Ordinal);
        var joined = words.Count > 2 || words[1].Contains('-', StringComparison.Ordinal);
        return joined && words.Skip(1).All(word => word.Split('-').All(part => part.Length <= 6 && !IsWesternGiven(part)))
            ? $"{words[0]} {given}"
            : null;
    }

    private static bool IsFamily(string word) => (Lexicon.Names.ClassesOf(word) & WordClass.FamilyFirstNames) != 0;

    private static bool IsWesternGiven(string word) => word.Length > 4 && (Lexicon.Names.ClassesOf(word) & (WordClass.MaleNames | WordClass.FemaleNames)) != 0;

    /// <summary>Two syllables joined by a hyphen.</summary>
    private static bool IsKoreanGiven(string word)
    {
        var hyphen = word.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 && Syllable.Is(word.AsSpan(0, hyphen)) && Syllable.Is(word.AsSpan(hyphen + 1));
    }
}
