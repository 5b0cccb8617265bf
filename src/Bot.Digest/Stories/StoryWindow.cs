namespace Bot.Digest.Stories;

/// <summary>
/// The articles that were read last, by story: says to which story the next one belongs. What it says follows from the articles it holds
/// and their order alone, so a window that is filled again from the archive decides as the one before.
/// </summary>
public sealed class StoryWindow(StoryRules rules)
{
    /// <summary>Stories that are compared whole; the others share fewer or only common terms with the article.</summary>
    private const int MostCompared = 16;

    /// <summary>Stories that are looked at for an article, those with its rarest terms first.</summary>
    private const int MostLookedAt = 4_000;

    /// <summary>A story of fewer articles says so little that one common term must not be enough.</summary>
    private const int FewArticles = 3;

    /// <summary>A text that shares less with a story shares a place or a person, not a happening.</summary>
    private const int FewestCommonOfText = 3;

    private const int MostJoined = 5;

    private readonly TermIndex _index = new(rules);
    private readonly CopyIndex _copies = new();
    private readonly Dictionary<long, LiveStory> _stories = [];
    private readonly Dictionary<long, LinkedListNode<LiveArticle>> _articles = [];
    private readonly LinkedList<LiveArticle> _order = [];

    // Room that is used anew for each article.
    private readonly List<LiveStory> _found = [];

    /// <summary>Articles in the window.</summary>
    public int Count => _articles.Count;

    /// <summary>Where an article belongs. Changes nothing that another answer rests on; not for use by two threads at once.</summary>
    public StoryChoice Choose(ArticleTerms article, DateTimeOffset published)
    {
        var terms = Shared(article.Terms);
        if (_copies.Find(article.Copies, published, rules.Farthest) is { } copy)
        {
            return new StoryChoice(copy.Story, copy.CopyOf ?? copy.Article, Joined(article, terms, _stories[copy.Story]));
        }

        var ours = LengthOf(article.Terms);
        LiveStory? best = null;
        var likeness = article.IsHeadline ? rules.HeadlineThreshold : rules.TextThreshold;
        foreach (var story in Candidates(terms))
        {
            var found = LikenessTo(story, terms, ours, published, article.IsHeadline);
            if (found > likeness || (found == likeness && story.Id < (best?.Id ?? long.MaxValue)))
            {
                (best, likeness) = (story, found);
            }
        }

        return best is null ? StoryChoice.Alone : new StoryChoice(best.Id, null, Joined(article, terms, best));
    }

    /// <summary>Takes in the next article; the oldest falls out of a full window.</summary>
    /// <returns>The article that fell out; null when there was room.</returns>
    public LiveArticle? Add(LiveArticle article)
    {
        if (!_stories.TryGetValue(article.Story, out var story))
        {
            _stories[article.Story] = story = new LiveStory(article.Story);
        }

        _articles[article.Article] = _order.AddLast(article);
        _copies.Add(article);
        _index.Enter(article.Terms);
        story.Add(article, rules.Recent, _index);
        if (_order.Count <= rules.Live)
        {
            return null;
        }

        var oldest = _order.First!.Value;
        Remove(oldest.Article);
        return oldest;
    }

    /// <summary>Takes an article out, as if it had never come; one that is not in the window is passed over.</summary>
    public void Remove(long article)
    {
        if (!_articles.Remove(article, out var node))
        {
            return;
        }

        _order.Remove(node);
        _copies.Remove(node.Value);
        var story = _stories[node.Value.Story];
        story.Remove(node.Value, rules.Recent, _index);
        _index.Leave(node.Value.Terms);
        if (story.Articles == 0)
        {
            _stories.Remove(story.Id);
        }
    }

    /// <summary>The terms of an article that the window holds, the rarest first.</summary>
    private List<SharedTerm> Shared(StoryTerms terms)
    {
        var shared = new List<SharedTerm>(terms.Count);
        for (var i = 0; i < terms.Count; i++)
        {
            if (_index.Find(terms.Hashes[i]) is { Rarity: > 0 } term)
            {
                shared.Add(new(term, terms.Hashes[i], terms.WeightAt(i)));
            }
        }

        shared.Sort((one, other) => (other.Term.Rarity, one.Hash).CompareTo((one.Term.Rarity, other.Hash)));
        return shared;
    }

    private double LengthOf(StoryTerms terms)
    {
        var square = 0L;
        for (var i = 0; i < terms.Count; i++)
        {
            var rarity = (long)(_index.Find(terms.Hashes[i])?.Rarity ?? LiveTerm.RarityOf(terms.Hashes[i], rules));
            square += rarity * rarity * terms.WeightAt(i) * terms.WeightAt(i);
        }

        return Math.Sqrt(square);
    }

    /// <summary>The stories with most of the article's terms, each term counting by how rare it is.</summary>
    private IEnumerable<LiveStory> Candidates(List<SharedTerm> terms)
    {
        _found.ForEach(story => story.Promise = 0);
        _found.Clear();
        var lookedAt = 0;
        foreach (var (term, _, weight) in terms)
        {
            lookedAt += term.Stories.Count;
            if (lookedAt > MostLookedAt)
            {
                break;
            }

            foreach (var story in term.Stories)
            {
                if (story.Promise == 0)
                {
                    _found.Add(story);
                }

                story.Promise += (long)term.Rarity * term.Rarity * weight;
            }
        }

        return _found.OrderByDescending(story => story.Promise).ThenBy(story => story.Id).Take(MostCompared);
    }

    /// <summary>The cosine between article and story, more for a big story, less for one of other days; 0 for one too far away.</summary>
    private double LikenessTo(LiveStory story, List<SharedTerm> terms, double ours, DateTimeOffset published, bool isHeadline)
    {
        var distance = story.DistanceTo(published);
        if (distance > rules.Farthest)
        {
            return 0;
        }

        var (product, common) = (0L, 0);
        foreach (var (term, _, weight) in terms)
        {
            var strength = story.StrengthOf(term);
            product += strength * weight * term.Rarity * term.Rarity;
            common += strength > 0 ? 1 : 0;
        }

        if (!isHeadline && common < FewestCommonOfText)
        {
            return 0;
        }

        var size = 1 + (isHeadline ? rules.SizeGain * Math.Log(story.Articles) : 0) - (story.Articles == 1 ? rules.LonelyLoss : 0);
        var caution = common == 1 && story.Articles < FewArticles ? rules.OneTermLeft : 1;
        return product / (ours * story.Length) * size * caution * Math.Exp(-(distance / rules.Fading));
    }

    private static List<string> Joined(ArticleTerms article, List<SharedTerm> terms, LiveStory story) => [.. terms
        .Select(term => (term.Hash, Worth: term.Weight * story.StrengthOf(term.Term) * term.Term.Rarity * term.Term.Rarity))
        .Where(term => term.Worth > 0)
        .OrderByDescending(term => term.Worth).ThenBy(term => term.Hash)
        .Take(MostJoined)
        .Select(term => article.WordOf(term.Hash))];

    private readonly record struct SharedTerm(LiveTerm Term, uint Hash, int Weight);
}
