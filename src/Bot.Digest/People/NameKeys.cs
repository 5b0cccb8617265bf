using System.Text;

namespace Bot.Digest.People;

/// <summary>A folded form under which a person is found.</summary>
/// <param name="Text">As <see cref="NameKeys.Fold"/> makes it.</param>
/// <param name="Match">What kind of form it is.</param>
public readonly record struct NameKey(string Text, NameMatch Match);

/// <summary>The forms under which people are looked up, and how near a misspelt one is.</summary>
public static class NameKeys
{
    private const int LongestMisspelling = 64; // letters; longer ones are no names

    /// <summary>
    /// Lower-case ASCII words with one space between them: case, accents, scripts, hyphens, full stops and apostrophes no longer count.
    /// Folding twice changes nothing. Empty when nothing is left.
    /// </summary>
    public static string Fold(string typed)
    {
        var folded = new StringBuilder(typed.Length);
        foreach (var c in NameParts.ToAscii(typed))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '.' or '`') && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd(' ');
    }

    /// <summary>Every form that leads to a person, each once with its best kind; the folded name is among them.</summary>
    /// <param name="name">The full name without titles.</param>
    /// <param name="aliases">Other forms as printed.</param>
    public static IReadOnlyList<NameKey> KeysOf(string name, IEnumerable<string> aliases)
    {
        var keys = new Dictionary<string, NameMatch>(StringComparer.Ordinal);
        Add(keys, Fold(PersonKey.Slug(name)), NameMatch.Slug);
        Add(keys, Fold(name), NameMatch.FullName);
        AddForms(keys, name, NameMatch.FullName);
        foreach (var alias in aliases)
        {
            Add(keys, Fold(alias), NameMatch.Alias);
            AddForms(keys, alias, NameMatch.Alias);
        }

        return [.. keys.Select(key => new NameKey(key.Key, key.Value))];
    }

    /// <summary>
    /// Whether a folded typed form may be a slip for a folded stored one: one letter wrong, missing, doubled or two swapped in up to five
    /// letters, two in up to nine, three in longer ones; none in up to three, where everything is near everything.
    /// </summary>
    public static bool IsMisspelling(string typed, string stored) => Distance(typed, stored) <= Allowed(Math.Min(typed.Length, stored.Length));

    /// <summary>Letters to change, drop, insert or swap with the next one (Damerau–Levenshtein, optimal string alignment); case and accents count, so both are folded before.</summary>
    public static int Distance(string left, string right)
    {
        if (left.Length > LongestMisspelling || right.Length > LongestMisspelling)
        {
            return left == right ? 0 : LongestMisspelling;
        }

        Span<int> before = stackalloc int[right.Length + 1];
        Span<int> previous = stackalloc int[right.Length + 1];
        Span<int> current = stackalloc int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                var least = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                var swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                current[j] = swapped ? Math.Min(least, before[j - 2] + 1) : least;
            }

            var oldest = before;
            before = previous;
            previous = current;
            current = oldest;
        }

        return previous[right.Length];
    }

    private static int Allowed(int length) => length switch
    {
        <= 3 => 0,
        <= 5 => 1,
        <= 9 => 2,
        _ => 3,
    };

    /// <summary>The forms of one name: its family name, other orders, without hyphens, initials.</summary>
    private static void AddForms(Dictionary<string, NameMatch> keys, string name, NameMatch whole)
    {
        var parts = NameParts.Of(name);
        if (parts.Count == 0)
        {
            return;
        }

        Add(keys, Fold(string.Join(' ', parts)), whole);
        Add(keys, string.Join(' ', parts.Select(part => part.Replace("-", "", StringComparison.Ordinal))), whole);
        if (parts.Count == 1)
        {
            return;
        }

        Add(keys, Fold(PersonKey.Of(name)), whole);
        Add(keys, Fold($"{parts[0]} {parts[^1]}"), whole);
        Add(keys, Fold($"{parts[^1]} {string.Join(' ', parts.Take(parts.Count - 1))}"), whole);
        Add(keys, Fold($"{string.Join(' ', parts.Skip(1))} {parts[0]}"), whole);
        AddFamilyNames(keys, parts, name);
        AddInitials(keys, parts);
    }

    private static void AddFamilyNames(Dictionary<string, NameMatch> keys, List<string> parts, string name)
    {
        Add(keys, Fold(parts[^1]), NameMatch.Surname);
        Add(keys, Fold(PersonKey.FamilyFirstOf(name) ?? parts[^1]), NameMatch.Surname);
        for (var i = 1; i < parts.Count - 1; i++)
        {
            if (parts[i].Length > 2)
            {
                // "López" and "López Obrador" for Andrés Manuel López Obrador.
                Add(keys, Fold(parts[i]), NameMatch.Surname);
                Add(keys, Fold(string.Join(' ', parts.Skip(i))), NameMatch.Surname);
            }
        }
    }

    private static void AddInitials(Dictionary<string, NameMatch> keys, List<string> parts)
    {
        var letters = parts.SelectMany(part => part.Split('-')).Where(part => part.Length > 0).Select(part => part[0]);
        Add(keys, string.Concat(letters), NameMatch.Initials);
        Add(keys, string.Concat(parts.Select(part => part[0])), NameMatch.Initials);
        Add(keys, Fold($"{parts[0][0]} {parts[^1]}"), NameMatch.Initials);
    }

    private static void Add(Dictionary<string, NameMatch> keys, string key, NameMatch match)
    {
        if (key.Length > 0 && (!keys.TryGetValue(key, out var known) || match < known))
        {
            keys[key] = match;
        }
    }
}
