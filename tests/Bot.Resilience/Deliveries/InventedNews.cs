using Bot.Digest;
using Bot.Digest.Articles;
using Bot.Digest.Ports;

namespace Bot.Resilience.Deliveries;

/// <summary>Articles of invented happenings: each is a story of its own, and each has a headline that stands nowhere else.</summary>
internal static class InventedNews
{
    private static readonly string[] Syllables = ["bar", "del", "fen", "gor", "hal", "jun", "kes", "lom", "mir", "nav", "pel", "rud", "sar", "tov", "vel", "zan"];

    private static readonly (string Headline, string Text)[] Happenings =
    [
        ("{0} reopens its old bridge", "The bridge of {0} reopened on Monday after repairs that took a year. Engineers of {0} replaced cables and pillars. Pedestrians crossed the river first."),
        ("Ferry strike begins in {0}", "Crews of the {0} ferries stopped work on Tuesday. The union of {0} asks for shorter shifts at night. Islanders wait at the quay."),
        ("{0} library opens a reading room", "Readers of {0} have a new room with a view of the garden. The librarian of {0} bought two thousand novels. School classes may come each morning."),
        ("Wheat prices fall at {0} market", "A tonne of wheat cost less at the {0} market than last week. Farmers around {0} blame a rich harvest abroad. Millers are content."),
        ("Chess club of {0} wins the cup", "The chess players of {0} won the final after five hours. The trainer of {0} praised a young champion. Fans sang in the hall."),
        ("Storm uproots trees near {0}", "A storm uprooted forty trees in the forest near {0}. Firefighters from {0} cleared the road until dawn. Nobody was hurt."),
    ];

    /// <summary>How many each round brings.</summary>
    public static int EachRound => Happenings.Length;

    /// <summary>The headlines of a round, from 1.</summary>
    public static IEnumerable<string> Headlines(int round) => Happenings.Select((happening, at) => string.Format(null, happening.Headline, Place(round, at)));

    /// <summary>The articles of a round, published at that moment.</summary>
    public static IEnumerable<UnderstoodArticle> Articles(int round, DateTimeOffset published) => Happenings.Select((happening, at) =>
    {
        var article = new Article
        {
            Title = string.Format(null, happening.Headline, Place(round, at)),
            Text = string.Format(null, happening.Text, Place(round, at)).Replace(". ", ".\n", StringComparison.Ordinal),
            Published = published,
            PublishedIsStated = true,
            Language = "en",
        };
        return new UnderstoodArticle(article, Understanding.Read(article));
    });

    private static string Place(int round, int happening)
    {
        var name = "";
        for (var left = (round * Happenings.Length) + happening + 4096; left > 0; left /= Syllables.Length)
        {
            name += Syllables[left % Syllables.Length];
        }

        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
