using Bot.Digest.Ports;
using Bot.Digest.Summaries;

namespace Bot.Digest.Digests;

/// <summary>The words of a story's articles, by their titles and summaries: they tell whether something was told already.</summary>
internal sealed class Wording(IEnumerable<ArticleHit> articles)
{
    /// <summary>Articles of a story that are compared with those of another: its first ones say what it is about.</summary>
    private const int MostCompared = 3;

    /// <summary>Two articles with this share of the shorter one's words in common tell one thing: as with sentences of one story.</summary>
    private const double Same = StorySummariser.MostRepeated;

    /// <summary>Fewer words in common may be chance, as in two titles of one town hall.</summary>
    private const int FewestInCommon = 6;

    private readonly List<ArticleWords> _articles = [.. articles.Select(ArticleWords.Of)];
    private HashSet<ulong>? _all;

    /// <summary>Whether one of the article's sentences says what these words do not. Titles are worded anew by every outlet and prove nothing.</summary>
    public bool LacksSomethingOf(ArticleHit article)
    {
        var all = _all ??= [.. _articles.SelectMany(words => words.All)];
        return ArticleWords.Of(article).Sentences.Any(words => words.Count(all.Contains) < StorySummariser.MostRepeated * words.Count);
    }

    /// <summary>Whether two stories tell one thing in nearly the same words.</summary>
    public bool Repeats(Wording other) => Compared.Any(one => other.Compared.Any(two => AreSame(one, two)));

    private IEnumerable<HashSet<ulong>> Compared => _articles.Take(MostCompared).Select(words => words.All);

    private static bool AreSame(HashSet<ulong> one, HashSet<ulong> two)
    {
        var inCommon = one.Count(two.Contains);
        return inCommon >= FewestInCommon && inCommon >= Same * Math.Min(one.Count, two.Count);
    }
}
