using System.Data.Common;
using Bot.Digest.Ports;
using Bot.Host.Storage.Filtering;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Stories of the articles that the asking community may see.</summary>
public sealed class StoredStories(IDatabase database) : IStories
{
    private const string Visibly = $"x.source_id in {Visible.Sources}";

    public Task<StoryDetail?> FindAsync(CommunityId asker, StoryId story, CancellationToken ct) => database.ReadAsync(
        async connection => (await DetailsAsync(connection, asker, [story], MomentRange.Always, told: "", ct)).SingleOrDefault(), ct);

    public Task<IReadOnlyList<StoryDetail>> InPeriodAsync(
        CommunityId asker, IReadOnlyList<StoryId> stories, StoryPeriod period, CancellationToken ct) => database.ReadAsync(
        async connection => await DetailsAsync(
            connection, asker, stories, MomentRange.Of(period), await HiddenArticles.ToldAsync(connection, asker, "x.article_id", ct), ct),
        ct);

    public Task<Hits<RankedStory>> TopAsync(
        CommunityId asker, StoryPeriod period, StoryOrder order, int skip, int take, CancellationToken ct) => database.ReadAsync(
        connection => new TopStories(database, connection, asker, period).ReadAsync(order, skip, take, ct), ct);

    public Task<Hits<Story>> MatchingAsync(CommunityId asker, string words, int skip, int take, CancellationToken ct) => database.ReadAsync(
        async connection =>
        {
            var asked = SearchWords.Parse(words);
            if (asked.IsEmpty)
            {
                return new Hits<Story>([], 0);
            }

            var articles = await new ArticleSearch(database, connection, asker, new ArticleFilter()).RankedAsync(asked, ct);
            var storyOf = await StoriesOfAsync(connection, asker, articles.Select(article => article.Id), ct);
            var ranked = articles.Where(article => storyOf.ContainsKey(article.Id)).Select(article => storyOf[article.Id])
                .CountBy(story => story).OrderByDescending(story => story.Value).Select(story => story.Key).ToList();
            var page = ranked.Skip(skip).Take(take).ToList();
            var stories = await StoriesAsync(connection, asker, page, ct);
            return new Hits<Story>([.. page.Select(story => stories[story])], ranked.Count);
        },
        ct);

    public Task<IReadOnlyDictionary<ArticleId, Story>> OfArticlesAsync(
        CommunityId asker, IReadOnlyList<ArticleId> articles, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<ArticleId, Story>>(
            async connection =>
            {
                var storyOf = await StoriesOfAsync(connection, asker, articles.Select(article => article.Value), ct);
                var stories = await StoriesAsync(connection, asker, storyOf.Values.Distinct(), ct);
                return storyOf.ToDictionary(pair => new ArticleId(pair.Key), pair => stories[pair.Value]);
            },
            ct);

    public Task<Rising> RisingAsync(CommunityId asker, StoryPeriod period, int limit, CancellationToken ct) =>
        database.ReadAsync(connection => new RisingQueries(connection, asker, period, limit).ReadAsync(ct), ct);

    private async Task<IReadOnlyList<StoryDetail>> DetailsAsync(
        DbConnection connection, CommunityId asker, IReadOnlyList<StoryId> asked, MomentRange period, string told, CancellationToken ct)
    {
        var ids = asked.Select(story => story.Value).Distinct().ToList();
        var stories = await StoriesAsync(connection, asker, ids, ct);
        var rows = (await connection.QueryAsync<MemberRow>(new CommandDefinition(
            $"""
            select x.story_id as Story, x.article_id as Article, coalesce(x.copy_of, x.article_id) as Original, x.joined as Joined
            from story_articles x
            where x.story_id in ({database.Each("@Stories")}) and {Visibly} and {MomentRange.Holds} {told}
            order by x.published_at, x.article_id
            """,
            new { Stories = Numbers.List(ids), Asker = asker.Value, period.Since, period.Before, period.LateSince },
            cancellationToken: ct))).AsList();
        var hits = (await ArticleHits.ReadAsync(database, connection, asker, rows.ConvertAll(row => row.Article), null, ct))
            .ToDictionary(hit => hit.Citation.Article.Value);
        var members = rows.ToLookup(row => row.Story);
        return [.. ids.Where(members.Contains).Select(story => new StoryDetail(stories[story], Marked([.. members[story]], hits)))];
    }

    // Of copies the oldest that can be seen is the one that the others are copies of.
    private static List<StoryArticle> Marked(List<MemberRow> rows, Dictionary<long, ArticleHit> hits)
    {
        var originals = new Dictionary<long, ArticleId>();
        return rows.ConvertAll(row =>
        {
            var hit = hits[row.Article];
            var joined = row.Joined.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return new StoryArticle(hit, originals.TryAdd(row.Original, hit.Citation.Article) ? null : originals[row.Original], joined);
        });
    }

    private async Task<Dictionary<long, long>> StoriesOfAsync(
        DbConnection connection, CommunityId asker, IEnumerable<long> articles, CancellationToken ct) =>
        (await connection.QueryAsync<(long Article, long Story)>(new CommandDefinition(
            $"select x.article_id, x.story_id from story_articles x where x.article_id in ({database.Each("@Articles")}) and {Visibly}",
            new { Articles = Numbers.List(articles), Asker = asker.Value },
            cancellationToken: ct))).ToDictionary(row => row.Article, row => row.Story);

    private async Task<Dictionary<long, Story>> StoriesAsync(
        DbConnection connection, CommunityId asker, IEnumerable<long> stories, CancellationToken ct)
    {
        var rows = (await connection.QueryAsync<StoryRow>(new CommandDefinition(
            $"""
            select {StoryRow.Columns}
            from story_articles x
            join sources s on s.id = x.source_id
            where x.story_id in ({database.Each("@Stories")}) and {Visibly}
            group by x.story_id
            """,
            new { Stories = Numbers.List(stories), Asker = asker.Value },
            cancellationToken: ct))).AsList();
        var headlines = await StoryHeadlines.ReadAsync(database, connection, asker, [.. rows.Select(row => row.Id)], MomentRange.Always, told: "", ct);
        return rows.ToDictionary(row => row.Id, row => row.ToStory(headlines));
    }

    private sealed class MemberRow
    {
        public long Story { get; init; }

        public long Article { get; init; }

        public long Original { get; init; }

        public string Joined { get; init; } = "";
    }
}
