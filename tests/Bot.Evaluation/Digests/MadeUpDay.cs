using Bot.Digest.Digests;
using Bot.Digest.Ports;

namespace Bot.Evaluation.Digests;

/// <summary>A day of news with planted stories, the same for the same seed; what the channel was told the day before comes with it.</summary>
public sealed class MadeUpDay
{
    /// <summary>Words of a happening, of which each article prints some beside its own.</summary>
    private const int WordsOfHappening = 14;

    /// <summary>Hours in which a story's publishers report.</summary>
    private const int Spread = 8;

    private static readonly DateTimeOffset _noon = new(2031, 5, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly Random _random;
    private readonly List<PlantedStory> _stories = [];
    private readonly List<ToldStory> _told = [];
    private int _articles;

    public MadeUpDay(int seed)
    {
        _random = new Random(seed);
        Add(Plant.Big, 3, () => _random.Next(4, 9));
        Add(Plant.Middling, 4, () => _random.Next(2, 4));
        Add(Plant.Small, 25, () => 1);
        Add(Plant.Copied, 2, () => _random.Next(6, 10));
        Add(Plant.Told, 2, () => _random.Next(4, 8));
        Add(Plant.Update, 1, () => _random.Next(4, 7));
        Ticker(_random.Next(10, 15));
        foreach (var original in _stories.Where(story => story.Plant is Plant.Big or Plant.Middling).Take(5).ToList())
        {
            Repeat(original);
        }
    }

    public static StoryPeriod Period => new(_noon.AddDays(-1), _noon);

    /// <summary>In no order.</summary>
    public IReadOnlyList<PlantedStory> Stories => _stories;

    public IReadOnlyList<ToldStory> Told => _told;

    private void Add(Plant plant, int count, Func<int> publishers)
    {
        for (var story = 0; story < count; story++)
        {
            // Half of the small ones are of one publisher that prints much.
            var outlets = plant == Plant.Small && story % 2 == 0 ? [0] : Enumerable.Range(1, 11).OrderBy(_ => _random.Next()).Take(publishers()).ToArray();
            var words = Words(WordsOfHappening);
            var known = plant is Plant.Told or Plant.Update ? Articles(words, [0, 1], _noon.AddDays(-2)) : [];
            var today = plant == Plant.Update ? Words(WordsOfHappening) : words;
            var articles = plant == Plant.Told ? [.. outlets.Select(outlet => Again(known[outlet % 2], outlet))] : Articles(today, outlets, _noon.AddDays(-1));
            Plan(plant, articles, isCopied: plant == Plant.Copied);
            if (known.Count > 0)
            {
                _told.Add(new ToldStory(_stories[^1].Candidate.Story.Story.Id, known));
            }
        }
    }

    /// <summary>What was told, printed today in another order under a title of its own.</summary>
    private ArticleHit Again(ArticleHit told, int outlet) => Article(
        Words(5), [.. told.Summary.Select(sentence => Some(sentence.Split(' '), int.MaxValue))], outlet, _noon.AddMinutes(-_random.Next(24 * 60)));

    private void Ticker(int count)
    {
        var words = Words(WordsOfHappening);
        Plan(Plant.Ticker, [.. Enumerable.Range(0, count).Select(number => Report(words, 11, _noon.AddMinutes(-1 - number)))], isCopied: false);
    }

    /// <summary>One article of a story once more, by one to four outlets who exchanged a few of its words.</summary>
    private void Repeat(PlantedStory original)
    {
        var printed = original.Candidate.Story.Articles[0].Article;
        var articles = Enumerable.Range(1, _random.Next(1, 5)).Select(outlet => Article(
            printed.Citation.Title.Split(' '),
            [.. printed.Summary.Select(sentence => sentence.Split(' ').Select(word => _random.Next(8) == 0 ? Word() : word).ToArray())],
            outlet,
            _noon.AddMinutes(-_random.Next(24 * 60))));
        Plan(Plant.Repeat, [.. articles], isCopied: false, original.Happening);
    }

    private List<ArticleHit> Articles(string[] words, int[] outlets, DateTimeOffset day)
    {
        var first = day.AddMinutes(_random.Next((24 - Spread) * 60));
        return [.. outlets.Select(outlet => Report(words, outlet, first.AddMinutes(_random.Next(Spread * 60))))];
    }

    /// <summary>An outlet's own report: of each sentence a third are words of the happening.</summary>
    private ArticleHit Report(string[] words, int outlet, DateTimeOffset at) => Article(
        [.. Some(words, 2), .. Words(3)],
        [.. Enumerable.Range(0, 3).Select(_ => (string[])[.. Some(words, 4), .. Words(8)])],
        outlet,
        at);

    private ArticleHit Article(string[] title, IReadOnlyList<string[]> sentences, int outlet, DateTimeOffset at) => new(
        new Citation(new ArticleId(++_articles), string.Join(' ', title), $"Outlet {outlet}", new PublisherId(outlet), at, null),
        [.. sentences.Select(sentence => string.Join(' ', sentence))],
        null,
        []);

    private void Plan(Plant plant, List<ArticleHit> articles, bool isCopied, int? happening = null)
    {
        var ordered = articles.OrderBy(article => article.Citation.Published).ToList();
        var number = _stories.Count + 1;
        var story = new Story(
            new StoryId(number), ordered[0].Citation.Title, ordered[0].Citation.Published, ordered[^1].Citation.Published, ordered.Count,
            ordered.DistinctBy(article => article.Citation.Publisher).Count());
        var detail = new StoryDetail(
            story, [.. ordered.Select(article => new StoryArticle(article, isCopied && article != ordered[0] ? ordered[0].Citation.Article : null, []))]);
        _stories.Add(new PlantedStory(plant, happening ?? number, new DigestCandidate(detail)));
    }

    private string[] Some(string[] words, int count) => [.. words.OrderBy(_ => _random.Next()).Take(count)];

    private string[] Words(int count) => [.. Enumerable.Range(0, count).Select(_ => Word())];

    /// <summary>Three syllables: two words are rarely the same by chance.</summary>
    private string Word() => string.Concat(Enumerable.Range(0, 3).Select(_ => $"{"bdfgklmnprtvz"[_random.Next(13)]}{"aeiou"[_random.Next(5)]}"));
}
