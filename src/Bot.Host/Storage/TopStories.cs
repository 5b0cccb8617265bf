using System.Data.Common;
using Bot.Digest.Ports;
using Bot.Host.Storage.Filtering;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>The biggest or fastest growing stories among the articles of a period that the asking community may see.</summary>
internal sealed class TopStories(IDatabase database, DbConnection connection, CommunityId asker, StoryPeriod period)
{
    private static string OfPeriod(string told) => $"x.source_id in {Visible.Sources} and {MomentRange.Holds} {told}";

    private const string Halves = $"""
        sum(case when x.published_at < @Middle and {StoryRows.IsFirst} then 1 else 0 end) as Earlier,
        sum(case when x.published_at >= @Middle and {StoryRows.IsFirst} then 1 else 0 end) as Later
        """;

    // Months of articles are counted once, without a look at who published them: most stories are told by a single article.
    private static string Publishers(string told) => $"""
        case when t.Articles = 1 then 1 else (
            select count(distinct s.publisher_id)
            from story_articles x
            join sources s on s.id = x.source_id
            where x.story_id = t.Id and {OfPeriod(told)}) end
        """;

    public async Task<Hits<RankedStory>> ReadAsync(StoryOrder order, int skip, int take, CancellationToken ct)
    {
        var range = MomentRange.Of(period);
        var told = await HiddenArticles.ToldAsync(connection, asker, "x.article_id", ct);
        var rows = (await connection.QueryAsync<RankedRow>(new CommandDefinition(
            order == StoryOrder.Size ? BySize(told) : ByGrowth(told),
            new
            {
                Asker = asker.Value,
                range.Since,
                range.Before,
                range.LateSince,
                Middle = Stored.Moment(period.Since + ((period.Before - period.Since) / 2)),
                Skip = skip,
                Take = take,
            },
            cancellationToken: ct))).AsList();
        var headlines = await StoryHeadlines.ReadAsync(database, connection, asker, [.. rows.Select(row => row.Id)], range, told, ct);
        return new Hits<RankedStory>(
            [.. rows.Select(row => new RankedStory(row.ToStory(headlines), (int)row.Earlier, (int)row.Later))],
            (int)(rows.FirstOrDefault()?.Total ?? 0));
    }

    // What is shown of the first ones only is worked out for them only.
    private static string BySize(string told) => $"""
        with told as materialized (
            select x.story_id as Id, min(x.published_at) as First, max(x.published_at) as Last, count(*) as Articles
            from story_articles x
            where {OfPeriod(told)}
            group by x.story_id),
        top as materialized (
            select t.*, {Publishers(told)} as Publishers
            from told t
            order by Publishers desc, t.Articles desc, t.Last desc, t.Id
            limit @Take offset @Skip)
        select top.*, (select count(*) from told) as Total, halves.Earlier, halves.Later
        from top
        join (
            select x.story_id as Id, {Halves}
            from story_articles x
            where x.story_id in (select Id from top) and {OfPeriod(told)}
            group by x.story_id) halves on halves.Id = top.Id
        order by top.Publishers desc, top.Articles desc, top.Last desc, top.Id
        """;

    private static string ByGrowth(string told) => $"""
        with told as materialized (
            select x.story_id as Id, min(x.published_at) as First, max(x.published_at) as Last, count(*) as Articles, {Halves}
            from story_articles x
            where {OfPeriod(told)}
            group by x.story_id),
        top as materialized (
            select * from told order by Later - Earlier desc, Later desc, Last desc, Id limit @Take offset @Skip)
        select t.*, (select count(*) from told) as Total, {Publishers(told)} as Publishers
        from top t
        order by t.Later - t.Earlier desc, t.Later desc, t.Last desc, t.Id
        """;

    private sealed class RankedRow : StoryRow
    {
        public long Total { get; init; }

        public long Earlier { get; init; }

        public long Later { get; init; }
    }
}
