using Bot.Digest.Language;
using Bot.Digest.Ports;
using Bot.Digest.Summaries;

namespace Bot.Digest.Digests;

/// <summary>The words of a story's articles, by their titles and summaries: they tell whether something was told already.</summary>
internal sealed class Wording
{
    /// <summary>Articles of a story that are compared with those of another: its first ones say what it is about.</summary>
    private const int MostCompared = 3;

    /// <summary>Two articles with this share of the shorter one's words in common tell one thing: as with sentences of one story.</summary>
    private const double Same = StorySummariser.MostRepeated;

    /// <summary>Fewer words in common may be chance, as in two titles of one town hall.</summary>
    private const int FewestInCommon = 6;

    private readonly HashSet<ulong> _all = [];
    private readonly List<HashSet<ulong>> _articles = [];

    public Wording(IEnumerable<ArticleHit> articles)
    {
        foreach (var article in articles)
        {
            var words = Sentences(article).Append(article.Citation.Title).SelectMany(sentence => ContentWords.Of(sentence)).ToHashSet();
            _all.UnionWith(words);
            if (_articles.Count < MostCompared)
            {
                _articles.Add(words);
            }
        }
    }

    /// <summary>Whether one of the article's sentences says what these words do not. Titles are worded anew by every outlet and prove nothing.</summary>
    public bool LacksSomethingOf(ArticleHit article) => Sentences(article).Any(sentence =>
    {
        var words = ContentWords.Of(sentence).Distinct().ToList();
        return words.Count(_all.Contains) < StorySummariser.MostRepeated * words.Count;
    });

    /// <summary>Whether two stories tell one thing in nearly the same words.</summary>
    public bool Repeats(Wording other) => _articles.Exists(one => other._articles.Exists(two => AreSame(one, two)));

    private static bool AreSame(HashSet<ulong> one, HashSet<ulong> two)
    {
        var inCommon = one.Count(two.Contains);
        return inCommon >= FewestInCommon && inCommon >= Same * Math.Min(one.Count, two.Count);
    }

    private static IReadOnlyList<string> Sentences(ArticleHit article) => article.Summary.Count > 0 ? article.Summary : [article.Citation.Title];
}
