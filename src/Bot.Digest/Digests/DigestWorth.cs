using Bot.Digest.Ports;

namespace Bot.Digest.Digests;

/// <summary>Why a story stands where it stands, in numbers that can be said. Copies count for nothing: what an agency sent out is one report.</summary>
/// <param name="Publishers">Who tells it independently.</param>
/// <param name="Articles">Articles that are no copies.</param>
/// <param name="Earlier">Those of the first half of the period.</param>
/// <param name="Later">Those of the second half.</param>
/// <param name="Behind">From its newest article to the newest of all stories.</param>
/// <param name="Topics">The channel's topics that it is about.</param>
public sealed record DigestWorth(int Publishers, int Articles, int Earlier, int Later, TimeSpan Behind, int Topics)
{
    /// <summary>Hours in which freshness falls to about a third: half a day, so that this morning comes before last night.</summary>
    private const double FreshHours = 12;

    /// <summary>
    /// Worth of perfect freshness, of e times as many articles and of growing by e times as many, against 1 for e times as many publishers:
    /// so that what five publishers told yesterday stands before what one alone tells in ten articles at this moment.
    /// </summary>
    private const double FreshWeight = 0.7;

    private const double ArticleWeight = 0.15;
    private const double GrowthWeight = 0.15;

    /// <summary>
    /// Worth of being about what the channel asked for, by the same measure: what one publisher tells of that stands beside what four or
    /// five tell of other things.
    /// </summary>
    private const double TopicWeight = 1;

    /// <summary>By this stories are ordered.</summary>
    public double Total =>
        Math.Log(1 + Publishers)
        + (ArticleWeight * Math.Log(1 + Articles))
        + (GrowthWeight * Math.Log(1 + Math.Max(0, Later - Earlier)))
        + (FreshWeight * Math.Exp(-Behind.TotalHours / FreshHours))
        + (Topics > 0 ? TopicWeight : 0);

    internal static DigestWorth Of(DigestItem item, StoryPeriod period, DateTimeOffset newest)
    {
        var half = period.Since + ((period.Before - period.Since) / 2);
        var later = item.Own.Count(article => article.Citation.Published >= half);
        return new DigestWorth(
            item.Own.DistinctBy(article => article.Citation.Publisher).Count(),
            item.Own.Count,
            item.Own.Count - later,
            later,
            newest - item.Own[^1].Citation.Published,
            item.Topics.Count);
    }
}
