namespace Bot.Digest.Stories;

/// <summary>A term of the live window: how many articles hold it, which stories, and how much it tells.</summary>
internal sealed class LiveTerm
{
    /// <summary>Steps of <see cref="Rarity"/>: whole numbers add up to the same in any order.</summary>
    private const double Steps = 64;

    /// <summary>Rarer words tell somewhat less than the logarithm says: many are a reporter's own (measured: 1.5 points of B-cubed F1).</summary>
    private const double Softness = 0.9;

    private readonly double _known;
    private readonly double _all;
    private int _articles;

    /// <summary>A term that no article of the window holds yet.</summary>
    public LiveTerm(uint hash, StoryRules rules)
    {
        _all = rules.PriorArticles;
        _known = NewsWords.ShareOf(hash) * rules.PriorArticles;
        Rarity = RarityNow();
    }

    /// <summary>Articles of the window that hold it.</summary>
    public int Articles
    {
        get => _articles;
        set
        {
            _articles = value;
            var now = RarityNow();
            if (now != Rarity)
            {
                foreach (var story in Stories)
                {
                    story.Reweigh(this, now);
                }

                Rarity = now;
            }
        }
    }

    /// <summary>In 64ths: the softened logarithm of one divided by the share of articles that hold it, everyday news beside the window's.</summary>
    public int Rarity { get; private set; }

    /// <summary>The stories whose newest articles hold it, in no order.</summary>
    public List<LiveStory> Stories { get; } = new(1);

    /// <summary>The <see cref="Rarity"/> of a term that no article of the window holds.</summary>
    public static int RarityOf(uint hash, StoryRules rules) => new LiveTerm(hash, rules).Rarity;

    /// <summary>A story does not hold the term any more.</summary>
    public void Leave(LiveStory story)
    {
        var at = Stories.IndexOf(story);
        Stories[at] = Stories[^1];
        Stories.RemoveAt(Stories.Count - 1);
    }

    private int RarityNow() => (int)(Steps * Math.Pow(Math.Log(Math.Max(1, (_all + 1) / (_articles + _known + 0.5))), Softness));
}
