using System.Data.Common;
using Bot.Digest.Filters;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Filtering;

/// <summary>Judges stored articles anew after a community's filters have changed, in portions, so that nobody has to wait long for the right to write.</summary>
internal sealed class Rejudging(IDatabase database, TimeProvider clock, CommunityId community)
{
    private const int Portion = 100;

    /// <summary>Digests and lists of news look no further back.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromDays(30);

    /// <summary>Judges what a source brought before somebody came to follow it, by the filters of all who see it for the first time.</summary>
    /// <param name="follower">Who follows it from now on; the default set for everybody.</param>
    public static async Task OfFollowedAsync(IDatabase database, TimeProvider clock, CommunityId follower, SourceId source, CancellationToken ct)
    {
        var filtering = await database.ReadAsync(
            async connection => (await connection.QueryAsync<long>(new CommandDefinition(
                "select distinct community_id from filters where @Follower in (community_id, 1)", new { Follower = follower.Value }, cancellationToken: ct))).AsList(),
            ct);
        foreach (var community in filtering)
        {
            await new Rejudging(database, clock, new CommunityId(community)).RecentAsync(source, ct);
        }
    }

    /// <summary>Judges all of the last weeks.</summary>
    /// <param name="source">The only source that the change concerns; null for all.</param>
    public Task RecentAsync(SourceId? source, CancellationToken ct) => JudgeAsync(
        $"""
        source_id in {Visible.Sources} and (@Source is null or source_id = @Source) and published_at >= @Since
        """,
        source,
        filter: null,
        ct);

    /// <summary>Judges what a filter has hidden, however old.</summary>
    public Task HiddenByAsync(FilterId filter, CancellationToken ct) => JudgeAsync(
        "id in (select article_id from hidden_articles where community_id = @Asker and filter_id = @Filter)", source: null, filter, ct);

    private async Task JudgeAsync(string which, SourceId? source, FilterId? filter, CancellationToken ct)
    {
        for (long? before = long.MaxValue; before is { } last;)
        {
            var values = new
            {
                Asker = community.Value,
                Source = source?.Value,
                Filter = filter?.Value,
                Since = Stored.Moment(clock.GetUtcNow() - Reach),
                Before = last,
                Limit = Portion,
            };
            var (rows, texts) = await database.ReadAsync(connection => ReadAsync(connection, which, values, ct), ct);
            if (rows.Count > 0)
            {
                await database.WriteAsync(connection => WriteAsync(connection, rows, texts, ct), ct);
            }

            before = rows.Count == Portion ? rows[^1].Id : null;
        }
    }

    /// <summary>A portion of articles, with their expressions looked for already.</summary>
    private async Task<(List<Row> Rows, List<FilterText> Texts)> ReadAsync(DbConnection connection, string which, object values, CancellationToken ct)
    {
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
            select id as Id, source_id as Source, revision as Revision, title as Title
            from articles
            where {which} and id < @Before
            order by id desc
            limit @Limit
            """,
            values,
            cancellationToken: ct))).AsList();
        var paragraphs = await FilterRows.ParagraphsAsync(database, connection, rows.Select(row => row.Id), ct);
        var texts = rows.ConvertAll(row => new FilterText(row.Title, string.Join('\n', paragraphs[row.Id])));
        var set = new FilterSet(await FilterRows.OfCommunityAsync(connection, community, ct));
        texts.ForEach(set.LookAhead);
        return (rows, texts);
    }

    private async Task<int> WriteAsync(DbConnection connection, List<Row> rows, List<FilterText> texts, CancellationToken ct)
    {
        // By the filters that are there now: of two changes at a time the one that judges last knows both. An article whose text was changed
        // meanwhile was judged when that was stored.
        var set = new FilterSet(await FilterRows.OfCommunityAsync(connection, community, ct));
        var revisions = (await connection.QueryAsync<(long Id, long Revision)>(new CommandDefinition(
            $"select id, revision from articles where id in ({database.Each("@Articles")})",
            new { Articles = Numbers.List(rows.Select(row => row.Id)) },
            cancellationToken: ct))).ToDictionary(row => row.Id, row => row.Revision);
        var people = await FilterRows.PeopleAsync(database, connection, rows.Select(row => row.Id), ct);
        var judged = rows.Zip(texts)
            .Where(one => revisions.GetValueOrDefault(one.First.Id) == one.First.Revision)
            .Select(one => (one.First.Id, set.Judge(new SourceId(one.First.Source), one.Second, [.. people[one.First.Id]])))
            .ToList();
        await HiddenArticles.WriteAsync(connection, community, judged, ct);
        return judged.Count;
    }

    private sealed class Row
    {
        public long Id { get; init; }

        public long Source { get; init; }

        public long Revision { get; init; }

        public string Title { get; init; } = "";
    }
}
