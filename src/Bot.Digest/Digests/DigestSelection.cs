using Bot.Digest.Ports;

namespace Bot.Digest.Digests;

/// <summary>Chooses what a digest tells: what many publishers tell independently, the freshest and fastest growing of it first.</summary>
public static class DigestSelection
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

    /// <summary>Stories that one publisher tells alone: more would make the digest that publisher's own.</summary>
    private const int MostOfOnePublisher = 2;

    /// <summary>
    /// Orders stories by worth and takes the first ones. Of the stories that one publisher tells alone the third and later ones
    /// wait until all others had their place.
    /// </summary>
    /// <param name="stories">Stories with their articles of the period, each with at least one; in any order.</param>
    /// <param name="most">How many to choose.</param>
    public static IReadOnlyList<DigestItem> Choose(IReadOnlyList<StoryDetail> stories, StoryPeriod period, int most)
    {
        if (stories.Count == 0)
        {
            return [];
        }

        var newest = stories.Max(story => story.Articles[^1].Article.Citation.Published);
        var ordered = stories
            .Select(story => new DigestItem(story, period.Since))
            .OrderByDescending(item => Worth(item, period, newest))
            .ThenBy(item => item.Story.Id.Value);
        var (chosen, waiting) = (new List<DigestItem>(), new List<DigestItem>());
        foreach (var item in ordered)
        {
            (IsOneTooMany(item, chosen) ? waiting : chosen).Add(item);
        }

        return [.. chosen.Concat(waiting).Take(most)];
    }

    /// <summary>Copies count for nothing: what an agency sent out is one report, however many print it.</summary>
    private static double Worth(DigestItem item, StoryPeriod period, DateTimeOffset newest)
    {
        var half = period.Since + ((period.Before - period.Since) / 2);
        var publishers = item.Own.DistinctBy(article => article.Citation.Publisher).Count();
        var later = item.Own.Count(article => article.Citation.Published >= half);
        var growth = later - (item.Own.Count - later);
        return Math.Log(1 + publishers)
            + (ArticleWeight * Math.Log(1 + item.Own.Count))
            + (GrowthWeight * Math.Log(1 + Math.Max(0, growth)))
            + (FreshWeight * Math.Exp(-(newest - item.Own[^1].Citation.Published).TotalHours / FreshHours));
    }

    private static bool IsOneTooMany(DigestItem item, List<DigestItem> chosen) =>
        item.Outlets.Count == 1
        && chosen.Count(one => one.Outlets.Count == 1 && one.Outlets[0].Publisher == item.Outlets[0].Publisher) >= MostOfOnePublisher;
}
