using System.Numerics;
using Bot.Digest.Language;

namespace Bot.Digest.People;

/// <summary>The lists of role nouns by field of life, of all languages together, and which fields one person rarely has at a time.</summary>
internal static class RoleFields
{
    private static readonly Dictionary<string, RoleField> _words = Read();

    private static readonly Dictionary<string, RoleField>.AlternateLookup<ReadOnlySpan<char>> _bySpan =
        _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// What people seldom are at the same time, by judgement: politicians were lawyers, teachers, soldiers or owners of firms, authors are
    /// professors and journalists, so those pairs are not here.
    /// </summary>
    private static readonly (RoleField One, RoleField Others)[] _apart =
    [
        (RoleField.Sport, RoleField.Politics | RoleField.Law | RoleField.Order | RoleField.Medicine | RoleField.Science | RoleField.Arts
            | RoleField.Business | RoleField.Faith | RoleField.Craft),
        (RoleField.Politics, RoleField.Medicine | RoleField.Arts | RoleField.Faith | RoleField.Craft),
        (RoleField.Law, RoleField.Medicine | RoleField.Arts | RoleField.Faith | RoleField.Craft),
        (RoleField.Order, RoleField.Arts | RoleField.Business),
        (RoleField.Medicine, RoleField.Arts | RoleField.Craft | RoleField.Faith),
        (RoleField.Science, RoleField.Craft),
        (RoleField.Faith, RoleField.Business | RoleField.Craft),
    ];

    /// <summary>The field that a word tells; none for most words.</summary>
    public static RoleField Of(ReadOnlySpan<char> word) => _bySpan.TryGetValue(word, out var field) ? field : RoleField.None;

    /// <summary>Whether each field of the one is seldom found beside each field of the other; false where one of them has none.</summary>
    public static bool AreApart(RoleField left, RoleField right) =>
        left != RoleField.None && right != RoleField.None && Each(left).All(one => Each(right).All(other => IsPair(one, other)));

    private static bool IsPair(RoleField left, RoleField right) =>
        Array.Exists(_apart, pair => (pair.One == left && (pair.Others & right) != 0) || (pair.One == right && (pair.Others & left) != 0));

    private static IEnumerable<RoleField> Each(RoleField fields)
    {
        for (var left = (uint)fields; left != 0; left &= left - 1)
        {
            yield return (RoleField)(1 << BitOperations.TrailingZeroCount(left));
        }
    }

    private static Dictionary<string, RoleField> Read()
    {
        var words = new Dictionary<string, RoleField>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in WordLists.OfAll("People.RoleFields"))
        {
            Add(words, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return words;
    }

    private static void Add(Dictionary<string, RoleField> words, string[] line)
    {
        var field = Enum.Parse<RoleField>(line[0]);
        foreach (var word in line.AsSpan(1))
        {
            words[word] = words.GetValueOrDefault(word) | field;
        }
    }
}
