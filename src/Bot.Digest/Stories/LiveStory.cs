namespace Bot.Digest.Stories;

/// <summary>
/// A story of the live window: its articles, and the sum of the terms of the newest of these. All in whole numbers, so that taking an
/// article away leaves exactly what there was without it.
/// </summary>
internal sealed class LiveStory(long id)
{
    private const double Softness = 0.8;

    private static readonly long[] _strengths = [.. Enumerable.Range(0, 2048).Select(StrengthAt)];

    private readonly List<LiveArticle> _articles = [];
    private readonly Dictionary<LiveTerm, int> _weights = [];
    private long _square;

    public long Id => id;

    /// <summary>What the story's share of an article's terms promises while candidates are looked for; 0 before and after.</summary>
    public long Promise { get; set; }

    /// <summary>Articles in the window.</summary>
    public int Articles => _articles.Count;

    /// <summary>Length of the story as a vector of its terms.</summary>
    public double Length => Math.Sqrt(_square);

    /// <summary>How much of the story a term is.</summary>
    public long StrengthOf(LiveTerm term) => Strength(_weights.GetValueOrDefault(term));

    /// <summary>Time from the nearest article of the story to a moment.</summary>
    public TimeSpan DistanceTo(DateTimeOffset moment)
    {
        var nearest = TimeSpan.MaxValue;
        for (var i = _articles.Count - 1; i >= 0 && nearest > TimeSpan.Zero; i--)
        {
            var distance = (moment - _articles[i].Published).Duration();
            nearest = distance < nearest ? distance : nearest;
        }

        return nearest;
    }

    /// <summary>Adds a newer article; only the newest <paramref name="recent"/> say what the story is about.</summary>
    public void Add(LiveArticle article, int recent, TermIndex index)
    {
        _articles.Add(article);
        Weigh(article.Terms, 1, index);
        if (_articles.Count > recent)
        {
            Weigh(_articles[^(recent + 1)].Terms, -1, index);
        }
    }

    /// <summary>Takes an article away.</summary>
    public void Remove(LiveArticle article, int recent, TermIndex index)
    {
        var at = _articles.IndexOf(article);
        var firstRecent = Math.Max(0, _articles.Count - recent);
        if (at >= firstRecent)
        {
            Weigh(article.Terms, -1, index);
            if (firstRecent > 0)
            {
                Weigh(_articles[firstRecent - 1].Terms, 1, index);
            }
        }

        _articles.RemoveAt(at);
    }

    /// <summary>A term of the story is going to tell more or less than before.</summary>
    public void Reweigh(LiveTerm term, int rarity) =>
        _square += Square(_weights[term], rarity) - Square(_weights[term], term.Rarity);

    private void Weigh(StoryTerms terms, int sign, TermIndex index)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            var term = index.Of(terms.Hashes[i]);
            var before = _weights.GetValueOrDefault(term);
            var after = before + (sign * terms.WeightAt(i));
            _square += Square(after, term.Rarity) - Square(before, term.Rarity);
            if (after == 0)
            {
                _weights.Remove(term);
                term.Leave(this);
                continue;
            }

            _weights[term] = after;
            if (before == 0)
            {
                term.Stories.Add(this);
            }
        }
    }

    private static long Square(int weight, int rarity) => Strength(weight) * Strength(weight) * rarity * rarity;

    private static long Strength(int weight) => weight < _strengths.Length ? _strengths[weight] : StrengthAt(weight);

    /// <summary>A word in twice as many articles counts somewhat less than twice: a story is told in several vocabularies.</summary>
    private static long StrengthAt(int weight) => (long)Math.Round(4 * Math.Pow(weight, Softness));
}
