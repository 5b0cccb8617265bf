using System.Globalization;
using System.Text;

namespace Bot.Benchmarks;

/// <summary>Somebody whom generated articles name.</summary>
internal sealed record NewsPerson(string Given, string Family, string Role, bool IsWoman)
{
    public string Name => $"{Given} {Family}";
}

/// <summary>The words of generated news: a small everyday stock, and a long tail of made-up words, places and people in which rank decides how often they are used.</summary>
internal sealed class NewsWords
{
    public const int Nouns = 30_000;

    private const int Places = 3_000;
    private const int Persons = 20_000;

    private static readonly string[] Women = "Anna Maria Ingrid Sofia Elena Laura Julia Clara Nadia Helen Rosa Irina Petra Marta Alice Emma Diana Karen Olga Vera".Split(' ');
    private static readonly string[] Men = "Peter Martin Viktor Daniel Thomas Oscar Ivan Paul Simon Adam David Robert Anton Hugo Felix Mark Stefan Oliver Samuel George".Split(' ');
    private static readonly string[] Roles = ["harbour minister", "mayor", "police chief", "union leader", "chief executive", "professor", "spokesman", "judge", "party leader", "transport director", "economist", "hospital director"];
    private static readonly string[] Onsets = "b br d dr f fl g gr h k kl l m n p pr r s st t tr v z".Split(' ');
    private static readonly string[] Vowels = "a e i o u".Split(' ');
    private static readonly string[] Codas = ["", "l", "n", "r", "s", "t", "nd", "rk"];
    private static readonly string[] Everyday = "harbour bridge ferry council budget tram school hospital library market river storm strike vote tender repair pier station tunnel forest tax rent price farmer teacher nurse driver contract survey report court appeal fund harvest energy water road".Split(' ');

    private readonly Zipf _nouns = new(Nouns, 1.0);
    private readonly Zipf _places = new(Places, 1.0);
    private readonly Zipf _persons = new(Persons, 1.0);
    private readonly string[] _nounList;
    private readonly string[] _placeList;
    private readonly NewsPerson[] _personList;

    public NewsWords(int seed)
    {
        var random = new Random(seed);
        _nounList = [.. Everyday, .. MadeUp(random, Nouns - Everyday.Length, 2)];
        _placeList = [.. MadeUp(random, Places, 2).Select(Capital)];
        var families = MadeUp(random, Persons / 4, 2).Select(Capital).ToArray();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var people = new List<NewsPerson>(Persons);
        while (people.Count < Persons)
        {
            var isWoman = random.Next(2) == 0;
            var given = Pick(random, isWoman ? Women : Men);
            var person = new NewsPerson(given, Pick(random, families), Pick(random, Roles), isWoman);
            if (names.Add(person.Name))
            {
                people.Add(person);
            }
        }

        _personList = [.. people];
    }

    public string Noun(Random random) => _nounList[_nouns.Draw(random)];

    /// <summary>The noun of a rank, from 0, the commonest.</summary>
    public string NounAt(int rank) => _nounList[rank];

    public string Place(Random random) => _placeList[_places.Draw(random)];

    public NewsPerson Person(Random random) => _personList[_persons.Draw(random)];

    public static T Pick<T>(Random random, IReadOnlyList<T> list) => list[random.Next(list.Count)];

    private static string Capital(string word) => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];

    private static List<string> MadeUp(Random random, int count, int syllables)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < count)
        {
            var word = new StringBuilder();
            for (var i = 0; i < syllables + random.Next(2); i++)
            {
                word.Append(Pick(random, Onsets)).Append(Pick(random, Vowels)).Append(Pick(random, Codas));
            }

            words.Add(word.ToString());
        }

        return [.. words];
    }
}
