namespace Bot.Digest.Stories;

/// <summary>
/// The numbers by which articles are put to stories. Those for headlines were fitted on the open stories of the UCI news aggregator set, in
/// the order given and shuffled, and checked on halves of the stories.
/// </summary>
public sealed record StoryRules
{
    /// <summary>Articles that are looked at: the newest in the order of reading. Some days of a thousand outlets.</summary>
    public int Live { get; init; } = 10_000;

    /// <summary>Newest articles of a story that say what it is about now, so that it can move on.</summary>
    public int Recent { get; init; } = 200;

    /// <summary>Likeness from which an article that is a title alone joins.</summary>
    public double HeadlineThreshold { get; init; } = 0.14;

    /// <summary>
    /// Likeness from which an article with a text joins: the reports of the sample newsroom join, and of 3,470 articles on nine crises 99 in
    /// 100 stay among those of their own crisis.
    /// </summary>
    public double TextThreshold { get; init; } = 0.17;

    /// <summary>
    /// What e times as many articles add to a story's likeness to a title alone, as a share of it: big stories are told in many words, of
    /// which a title has few.
    /// </summary>
    public double SizeGain { get; init; } = 0.27;

    /// <summary>What a story of one article loses of its likeness: it may be no story at all.</summary>
    public double LonelyLoss { get; init; } = 0.1;

    /// <summary>What is left of the likeness to a small story when a single term is all that it shares with the article.</summary>
    public double OneTermLeft { get; init; } = 0.85;

    /// <summary>Articles of everyday news that the lists of common words stand for.</summary>
    public double PriorArticles { get; init; } = 5_000;

    /// <summary>Time between an article and a story in which likeness falls to about a third.</summary>
    public TimeSpan Fading { get; init; } = TimeSpan.FromDays(8);

    /// <summary>Time between an article and a story from which they are of different happenings, copies too: what is printed every year is news each time.</summary>
    public TimeSpan Farthest { get; init; } = TimeSpan.FromDays(10);
}
