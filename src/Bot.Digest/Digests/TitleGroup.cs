using Bot.Digest.Ports;

namespace Bot.Digest.Digests;

/// <summary>Articles whose titles say nearly the same.</summary>
internal sealed class TitleGroup
{
    /// <summary>Share of common words among all words of two titles from which they are one: copies differ in a word or two.</summary>
    private const double NearlySame = 0.6;

    private readonly List<ArticleHit> _articles;
    private readonly HashSet<string> _words;

    private TitleGroup(ArticleHit first, HashSet<string> words) => (_articles, _words) = ([first], words);

    /// <summary>The outlet that had it first.</summary>
    public string Outlet => _articles[0].Citation.Outlet;

    public int Outlets => _articles.Select(article => article.Citation.Outlet).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    public DateTimeOffset Newest => _articles[^1].Citation.Published;

    public static List<TitleGroup> Of(IReadOnlyList<ArticleHit> articles)
    {
        var groups = new List<TitleGroup>();
        foreach (var article in articles.OrderBy(article => article.Citation.Published).ThenBy(article => article.Citation.Article.Value))
        {
            var words = WordsOf(article.Citation.Title);
            if (groups.Find(group => group.IsAlike(words)) is { } same)
            {
                same._articles.Add(article);
            }
            else
            {
                groups.Add(new TitleGroup(article, words));
            }
        }

        return groups;
    }

    public DigestItem ToItem() => new(
        _articles[0],
        [.. _articles.Skip(1).Select(article => article.Citation)
            .Where(citation => !string.Equals(citation.Outlet, Outlet, StringComparison.OrdinalIgnoreCase))
            .DistinctBy(citation => citation.Outlet, StringComparer.OrdinalIgnoreCase)]);

    private bool IsAlike(HashSet<string> words)
    {
        var common = _words.Count(words.Contains);
        return common > 0 && common >= NearlySame * (_words.Count + words.Count - common);
    }

    private static HashSet<string> WordsOf(string title)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var start = 0; start < title.Length;)
        {
            var end = start;
            while (end < title.Length && char.IsLetterOrDigit(title[end]))
            {
                end++;
            }

            if (end > start)
            {
                words.Add(title[start..end]);
            }

            start = end + 1;
        }

        return words;
    }
}
