using Bot.Digest;
using Bot.Digest.Articles;
using Bot.Digest.Ports;

namespace Bot.Resilience.Deliveries;

/// <summary>Articles of invented happenings in invented words: no two of them have more in common than grammar, so that each is a story of its own.</summary>
internal static class InventedNews
{
    /// <summary>So few that the shortest style, eight headlines, shows those of four rounds that are merged into one digest: nothing is left out by choice.</summary>
    private const int EachRound = 2;

    /// <summary>Invented words of an article.</summary>
    private const int Words = 24;

    private static readonly string[] Syllables = ["bar", "del", "fen", "gor", "hal", "jun", "kes", "lom", "mir", "nav", "pel", "rud", "sar", "tov", "vel", "zan"];

    /// <summary>The headlines of a round, from 1. Each stands nowhere else.</summary>
    public static IEnumerable<string> Headlines(int round) => Enumerable.Range(0, EachRound).Select(at => Headline(Invent(round, at)));

    /// <summary>The articles of a round, published at that moment.</summary>
    public static IEnumerable<UnderstoodArticle> Articles(int round, DateTimeOffset published) => Enumerable.Range(0, EachRound).Select(at =>
    {
        var words = Invent(round, at);
        var article = new Article
        {
            Title = Headline(words),
            Text = string.Join('\n', words.Chunk(4).Select(four => $"The {four[0]} {four[1]} of the town {four[2]} every {four[3]} by the river.")),
            Published = published,
            PublishedIsStated = true,
            Language = "en",
        };
        return new UnderstoodArticle(article, Understanding.Read(article));
    });

    private static string Headline(string[] words) => $"The {words[0]} {words[1]} {words[2]} its {words[3]}";

    private static string[] Invent(int round, int happening) =>
        [.. Enumerable.Range(((round * EachRound) + happening) * Words, Words).Select(number => string.Concat(Digits(number + 4_096).Select(digit => Syllables[digit])))];

    private static IEnumerable<int> Digits(int number)
    {
        for (; number > 0; number /= Syllables.Length)
        {
            yield return number % Syllables.Length;
        }
    }
}
