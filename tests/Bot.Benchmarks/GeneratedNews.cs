using System.Globalization;
using System.Text;
using Bot.Digest.Articles;

namespace Bot.Benchmarks;

/// <summary>
/// Articles of the length and density of real news, the same for the same seed: 4.7 kB, at least twelve quotes, eight people and five
/// dates on average. Words, places and people are drawn by rank, so that some are in very many articles and most in few.
/// </summary>
internal sealed class GeneratedNews(int seed)
{
    private const int Days = 400;

    /// <summary>No article is newer: when the questions about them are asked.</summary>
    public static readonly DateTimeOffset Newest = new(2026, 5, 20, 20, 0, 0, TimeSpan.Zero);
    private static readonly string[] Verbs = ["review", "close", "rebuild", "support", "delay", "finance", "inspect", "replace", "defend", "publish"];
    private static readonly string[] Adjectives = ["new", "local", "public", "costly", "early", "large", "regional", "careful", "open", "modern"];
    private static readonly string[] Cues = ["said", "told reporters", "added", "explained", "warned"];
    private static readonly string[] Reporting = ["said", "argued", "confirmed", "announced", "acknowledged"];

    public NewsWords Words { get; } = new(seed);

    /// <summary>The article of that number; every number gives another one.</summary>
    public Article Article(int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + (number * 7919)));
        var published = Newest.AddMinutes(-random.Next(Days * 24 * 60));
        var people = Enumerable.Range(0, 40).Select(_ => Words.Person(random)).DistinctBy(person => person.Family).Take(8 + random.Next(3)).ToList();
        var text = new StringBuilder();
        text.Append(Invariant($"The {Words.Noun(random)} of {Words.Place(random)} will {NewsWords.Pick(random, Verbs)} its {Words.Noun(random)} {When(random, published)}, the council said."));
        foreach (var person in people)
        {
            text.Append('\n').Append(Introduction(random, person)).Append('\n').Append(Development(random, person, published));
        }

        for (var i = 0; i < 9 + random.Next(5); i++)
        {
            text.Append('\n').Append(Background(random, published));
        }

        return new Article
        {
            Title = Capital($"{Words.Noun(random)} {Words.Noun(random)} in {Words.Place(random)}: {people[0].Family} and the {Words.Noun(random)}"),
            Text = text.ToString(),
            Published = published,
            PublishedIsStated = true,
            Address = new Uri(Invariant($"https://news.example/{number}")),
        };
    }

    private string Introduction(Random random, NewsPerson person) => random.Next(3) switch
    {
        0 => $"“{Claim(random)},” {person.Name}, the {person.Role} of {Words.Place(random)}, {NewsWords.Pick(random, Cues)}. {Fact(random)}",
        1 => $"“{Claim(random)},” said {person.Name}, {person.Role} in {Words.Place(random)}. {Fact(random)}",
        _ => $"{Capital(person.Role)} {person.Name} {NewsWords.Pick(random, Reporting)} that {Clause(random)}. {Fact(random)}",
    };

    private string Development(Random random, NewsPerson person, DateTimeOffset published) => random.Next(8) switch
    {
        0 => $"{person.Family} {NewsWords.Pick(random, Reporting)} {When(random, published)} that {Clause(random)}.",
        1 => $"{person.Family} called the {Words.Noun(random)} “a {Adjective(random)} {Words.Noun(random)} for {Words.Place(random)}” and {Fact(random).ToLowerInvariant()}",
        2 => $"“{Claim(random)},” {(person.IsWoman ? "she" : "he")} added. “{Claim(random)}.” {Fact(random)}",
        3 => $"{Capital(When(random, published))}, {person.Family} met the {Words.Noun(random)} board. “{Claim(random)},” {person.Family} said.",
        _ => $"{person.Family} has visited the {Words.Noun(random)} of {Words.Place(random)} several times. {Fact(random)}",
    };

    private string Background(Random random, DateTimeOffset published) =>
        $"{(random.Next(4) == 0 ? Capital(When(random, published)) : "Meanwhile")}, the {Adjective(random)} {Words.Noun(random)} in {Words.Place(random)} was closed. {Fact(random)} {Fact(random)}";

    private string Claim(Random random) => random.Next(12) switch
    {
        0 => $"We will {NewsWords.Pick(random, Verbs)} the {Adjective(random)} {Words.Noun(random)} before the {Words.Noun(random)} opens",
        1 => $"Nobody in {Words.Place(random)} wants a {Adjective(random)} {Words.Noun(random)} without a {Words.Noun(random)}",
        2 => $"The {Words.Noun(random)} and the {Words.Noun(random)} have waited too long for this {Words.Noun(random)}",
        3 => $"My office asked {Words.Place(random)} twice about the {Words.Noun(random)}",
        4 => $"It costs less than one {Words.Noun(random)} and lasts a generation",
        5 => $"You cannot run a {Words.Noun(random)} on promises from {Words.Place(random)}",
        6 => $"I have never seen such a {Adjective(random)} {Words.Noun(random)} in twenty years",
        7 => $"Our {Words.Noun(random)} stays where it is, whatever {Words.Place(random)} decides",
        8 => $"Someone must pay for the {Words.Noun(random)}, and it should not be the {Words.Noun(random)}",
        9 => $"They knew about the {Words.Noun(random)} when they signed the {Words.Noun(random)}",
        10 => $"What {Words.Place(random)} needs is a {Words.Noun(random)}, not another {Words.Noun(random)}",
        _ => $"There are {random.Next(3, 90)} reasons to {NewsWords.Pick(random, Verbs)} every {Words.Noun(random)} along the coast",
    };

    private string Clause(Random random) => random.Next(2) == 0
        ? $"the {Words.Noun(random)} would need a {Adjective(random)} {Words.Noun(random)} and a {Words.Noun(random)}"
        : $"people in {Words.Place(random)} should {NewsWords.Pick(random, Verbs)} the {Words.Noun(random)} first";

    private string Fact(Random random) => random.Next(3) switch
    {
        0 => $"The {Words.Noun(random)} costs {random.Next(2, 900)} million a year and serves {Words.Place(random)}.",
        1 => $"Residents near the {Words.Noun(random)} have asked for a {Adjective(random)} {Words.Noun(random)}.",
        _ => $"A {Adjective(random)} {Words.Noun(random)} stands beside the {Words.Noun(random)} of {Words.Place(random)}.",
    };

    private static string Adjective(Random random) => NewsWords.Pick(random, Adjectives);

    private static string When(Random random, DateTimeOffset published)
    {
        var day = published.AddDays(-random.Next(1, 60));
        return random.Next(4) switch
        {
            0 => Invariant($"on {day:MMMM} {day.Day}"),
            1 => Invariant($"on {published.AddDays(-random.Next(1, 6)):dddd}"),
            2 => Invariant($"last {published.AddDays(-random.Next(2, 6)):dddd}"),
            _ => Invariant($"in {published.AddDays(-random.Next(40, 300)):MMMM yyyy}"),
        };
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Capital(string text) => char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
}
