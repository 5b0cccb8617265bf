using Bot.Digest.Ports;

namespace Bot.Digest.Tests.Digests;

/// <summary>A made-up day of news, story by story.</summary>
internal sealed class NewsDay
{
    public static readonly DateTimeOffset Noon = new(2031, 5, 20, 12, 0, 0, TimeSpan.Zero);

    private int _articles;

    public List<StoryDetail> Stories { get; } = [];

    /// <summary>The day up to noon.</summary>
    public static StoryPeriod Period => new(Noon.AddDays(-1), Noon);

    /// <summary>Adds a story told by these outlets, each so many hours before noon; an outlet after a + prints a copy of the first article.</summary>
    public NewsDay Add(string headline, params (string Outlet, int HoursAgo)[] told) => Add(headline, null, told);

    /// <summary>Likewise, each article with a sentence for a summary.</summary>
    public NewsDay Add(string headline, string? summary, params (string Outlet, int HoursAgo)[] told)
    {
        var articles = told.Select(one => (Copy: one.Outlet.StartsWith('+'), Hit: Article(headline, summary, one.Outlet.TrimStart('+'), one.HoursAgo)))
            .OrderBy(one => one.Hit.Citation.Published)
            .ToList();
        var first = articles.Find(one => !one.Copy).Hit?.Citation;
        Stories.Add(new StoryDetail(
            new Story(
                new StoryId(Stories.Count + 1), headline, articles[0].Hit.Citation.Published, articles[^1].Hit.Citation.Published, told.Length,
                told.DistinctBy(one => one.Outlet.TrimStart('+')).Count()),
            [.. articles.Select(one => new StoryArticle(one.Hit, one.Copy ? first!.Article : null, []))]));
        return this;
    }

    private ArticleHit Article(string title, string? summary, string outlet, int hoursAgo) => new(
        new Citation(
            new ArticleId(++_articles), title, outlet, new PublisherId(string.GetHashCode(outlet, StringComparison.Ordinal)), Noon.AddHours(-hoursAgo), null),
        summary is null ? [] : [summary],
        null,
        []);
}
