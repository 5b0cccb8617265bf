using Bot.Digest.Summaries;

namespace Bot.Digest.Tests.Summaries;

/// <summary>
/// A happening as several outlets tell it: each chooses some of its facts, words them in its own way and sets around them what
/// belongs to no summary. The same seed gives the same story.
/// </summary>
internal sealed class GeneratedStory
{
    private static readonly string[] _places = ["Norrmark", "Lind", "Sandvik Bay", "Keldmoor", "Hallun", "Ostrava Quay", "Brenholm"];
    private static readonly string[] _things = ["bridge", "ferry terminal", "library", "tram line", "reservoir", "covered market", "observatory"];
    private static readonly string[] _people = ["Ilse Varga", "Omar Feld", "Seo Yun-ha", "Bence Halmosi", "Inês Carvalhal", "Petra Ahlgren", "Tomas Weil"];
    private static readonly string[] _roles = ["mayor", "minister", "engineer", "chairman", "architect", "inspector"];
    private static readonly string[] _causes = ["cracks in a pillar", "a burst main", "a fire in the cellar", "a missing permit", "rust in the cables"];
    private static readonly string[] _outlets = ["The Norrmark Post", "Coast Wire", "Radio Lind", "Kanal Ost", "Lind Echo", "Harbour Times"];

    private readonly Dictionary<string, int> _factOf = new(StringComparer.Ordinal);

    public GeneratedStory(int seed)
    {
        var random = new Random(seed);
        var facts = Facts(random);
        Articles = [.. _outlets.Take(random.Next(2, _outlets.Length + 1)).Select((outlet, index) => Article(outlet, index, facts, random))];
    }

    public List<StoryText> Articles { get; }

    /// <summary>Which fact a sentence tells; null for a byline, a caption, an advertisement or a sentence that leans on another.</summary>
    public int? FactOf(string sentence) => _factOf.TryGetValue(sentence, out var fact) ? fact : null;

    private StoryText Article(string outlet, int index, List<string[]> facts, Random random)
    {
        var lines = new List<string> { $"By {Pick(_people, random)}, {outlet}." };
        foreach (var fact in Enumerable.Range(0, facts.Count).Where(fact => fact == 0 || random.Next(3) > 0))
        {
            var sentence = Pick(facts[fact], random);
            _factOf[sentence] = fact;
            lines.Add(random.Next(2) == 0 ? sentence : $"{sentence} {Pick(Leaning, random)}");
            if (random.Next(3) == 0)
            {
                lines.Add(Pick(Noise, random));
            }
        }

        return new StoryText(outlet, facts[0][random.Next(facts[0].Length)].TrimEnd('.'), string.Join('\n', lines), new DateTimeOffset(2026, 5, 4, 6 + index, 0, 0, TimeSpan.Zero));
    }

    private static readonly string[] Leaning =
    [
        "He declined to say more.", "On Tuesday she repeated it.", "“That is all there is,” he said.", "But it may take longer.",
        "“We knew of nothing.", "When asked, they would not give a date.", "This came as a surprise to many who live nearby.",
    ];

    private static readonly string[] Noise =
    [
        "Subscribe to our newsletter for more news of the coast.", "Pictured: the square in the early morning, before the works began.",
        "Read more about it", "Advertisement", "Click here to see the pictures of the day.", "(Photo: Harbour Times)",
    ];

    private static List<string[]> Facts(Random random)
    {
        var (place, thing, person, role, cause) = (Pick(_places, random), Pick(_things, random), Pick(_people, random), Pick(_roles, random), Pick(_causes, random));
        var (million, weeks, people) = (random.Next(2, 90), random.Next(3, 40), random.Next(2, 60) * 100);
        return
        [
            [
                $"The {thing} of {place} was closed on Monday because of {cause}, the city council said.",
                $"The city council of {place} closed its {thing} on Monday after inspectors found {cause}.",
                $"{place} has shut its {thing} over {cause}, its city council announced on Monday.",
            ],
            [
                $"Repairs will cost {million} million crowns and take {weeks} weeks, according to {person}, the {role} in charge.",
                $"{person}, the {role} in charge, put the cost of repairs at {million} million crowns over {weeks} weeks.",
            ],
            [
                $"About {people} residents who use it every day were told to take buses from the station instead.",
                $"Buses from the station will carry the {people} residents who used it every day.",
            ],
            [
                $"Opposition councillors asked why an earlier report from the spring had been kept in a drawer.",
                $"An earlier report from the spring was kept in a drawer, opposition councillors complained.",
            ],
            [
                $"A public hearing is planned for the first week of June in the old town hall.",
                $"The old town hall will hold a public hearing in the first week of June.",
            ],
        ];
    }

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];
}
