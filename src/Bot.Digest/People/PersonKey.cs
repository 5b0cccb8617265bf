using System.Globalization;
using System.Text;
using Bot.Digest.Language;

namespace Bot.Digest.People;

/// <summary>Who a name means across articles, and the name's slug.</summary>
public static class PersonKey
{
    private const int LongestSlug = 80; // characters: fits a command line and a button

    /// <summary>
    /// The identity of a name without titles: equal for the orders, romanisations and accents of one name, different for a suffix
    /// (Jr) and for the feminine form of a family name. Never empty.
    /// </summary>
    public static string Of(string name)
    {
        var words = NameParts.Of(name);
        if (words.Count == 0)
        {
            return Unwritable(name);
        }

        return EastAsian.Key(words) ?? Western(words);
    }

    /// <summary>A name for addresses and commands: lower-case letters and digits of ASCII with hyphens. Never empty.</summary>
    public static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in NameParts.ToAscii(name))
        {
            if (slug.Length >= LongestSlug)
            {
                break;
            }

            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '.' or '`') && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var trimmed = slug.ToString().TrimEnd('-');
        return trimmed.Length > 0 ? trimmed : Unwritable(name);
    }

    /// <summary>The family name of a name whose key begins with it; null where it stands last.</summary>
    internal static string? FamilyFirstOf(string name)
    {
        var key = EastAsian.Key(NameParts.Of(name));
        return key?[..key.IndexOf(' ', StringComparison.Ordinal)];
    }

    /// <summary>Given names, then family names; initials and patronymics between them do not count.</summary>
    private static string Western(List<string> words)
    {
        var kept = new List<string>(words.Count);
        while (words.Count > 2 && words[0].Length < 3 && words[1].Length == 1)
        {
            // "J. D. Quill" as "J.D. Quill".
            words = [words[0] + words[1], .. words.Skip(2)];
        }

        for (var i = 0; i < words.Count; i++)
        {
            var inner = i > 0 && i < words.Count - 1;
            if ((inner && (words[i].Length == 1 || IsPatronymic(words[i]))) || (i > 0 && IsArticle(words, i)))
            {
                continue;
            }

            kept.Add(Spelling.Western(WithoutArticle(words[i])));
        }

        if (IsHungarianOrder(words, kept))
        {
            kept.Reverse();
        }

        return string.Join(' ', kept);
    }

    /// <summary>"al Assad", but not "Al Gore", where it is the first word.</summary>
    private static bool IsArticle(List<string> words, int at) => words[at] is "al" or "el" or "ul" && at < words.Count - 1;

    private static string WithoutArticle(string word)
    {
        var hyphen = word.IndexOf('-', StringComparison.Ordinal);
        var isArticle = hyphen is 2 or 3 && word.AsSpan(0, hyphen) is "al" or "el" or "ul" or "as" or "ash" or "ad" or "an" or "ar" or "at" or "az";
        return (isArticle ? word[(hyphen + 1)..] : word).Replace("-", "", StringComparison.Ordinal);
    }

    private static bool IsPatronymic(string word) =>
        word.Length > 6 && (word.EndsWith("ovich", StringComparison.Ordinal) || word.EndsWith("evich", StringComparison.Ordinal)
            || word.EndsWith("ovych", StringComparison.Ordinal) || word.EndsWith("evych", StringComparison.Ordinal)
            || word.EndsWith("ovna", StringComparison.Ordinal) || word.EndsWith("evna", StringComparison.Ordinal)
            || word.EndsWith("ivna", StringComparison.Ordinal) || word.EndsWith("yivna", StringComparison.Ordinal));

    /// <summary>"Orbán Viktor": a family name of the list, then a given name that is not also a family name.</summary>
    private static bool IsHungarianOrder(List<string> words, List<string> kept)
    {
        if (kept.Count != 2 || words.Count != 2)
        {
            return false;
        }

        var (first, last) = (Lexicon.Names.ClassesOf(words[0]), Lexicon.Names.ClassesOf(words[1]));
        const WordClass given = WordClass.MaleNames | WordClass.FemaleNames;
        return (first & WordClass.FamilyFirstNames) != 0 && (first & given) == 0 && (last & given) != 0 && (last & WordClass.FamilyNames) == 0;
    }

    /// <summary>A stand-in for a name without letters that ASCII can show.</summary>
    private static string Unwritable(string name)
    {
        var hash = 2166136261u; // FNV-1a, 32 bits: the same on every machine
        foreach (var c in name)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return "person-" + hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
