using System.Data.Common;
using Bot.Digest.Ports;
using Bot.Digest.Stories;
using Bot.Host.Storage.Filtering;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Who and what is spoken of more in the second half of a period than in its first.</summary>
internal sealed class RisingQueries(DbConnection connection, CommunityId asker, StoryPeriod period, int limit)
{
    private readonly object _values = new
    {
        Limit = limit,
        Asker = asker.Value,
        Since = Stored.Moment(period.Since),
        Before = Stored.Moment(period.Before),
        Middle = Stored.Moment(period.Since + ((period.Before - period.Since) / 2)),
    };

    public async Task<Rising> ReadAsync(CancellationToken ct)
    {
        var told = await HiddenArticles.ToldAsync(connection, asker, "x.article_id", ct);
        var people = await PeopleAsync(told, ct);
        var titles = await connection.QueryAsync<(string Title, bool IsLater)>(new CommandDefinition(
            $"""
            select a.title, x.published_at >= @Middle
            from story_articles x
            join articles a on a.id = x.article_id
            where x.published_at >= @Since and x.published_at < @Before and x.source_id in {Visible.Sources} and {StoryRows.IsFirst} {told}
            """,
            _values,
            cancellationToken: ct));
        return new Rising(people, RisingWords.Of(titles, limit));
    }

    // Whoever is named in two articles of the second half has a card.
    private async Task<IReadOnlyList<RisingPerson>> PeopleAsync(string told, CancellationToken ct)
    {
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
            with risen as (
                select m.person_id as Id, sum(case when x.published_at < @Middle then 1 else 0 end) as Earlier,
                    sum(case when x.published_at >= @Middle then 1 else 0 end) as Later
                from story_articles x
                join mentions m on m.article_id = x.article_id
                where x.published_at >= @Since and x.published_at < @Before and x.source_id in {Visible.Sources} and {StoryRows.IsFirst} {told}
                group by m.person_id)
            select r.Id, p.slug as Slug, p.name as Name, r.Earlier, r.Later
            from risen r
            join persons p on p.id = r.Id and p.is_removed = 0
            where r.Later > r.Earlier and r.Later > 1
            order by r.Later - r.Earlier desc, r.Later desc, p.name, r.Id
            limit @Limit
            """,
            _values,
            cancellationToken: ct));
        return [.. rows.Select(row => new RisingPerson(new PersonId(row.Id), row.Slug, row.Name, (int)row.Earlier, (int)row.Later))];
    }

    private sealed class Row
    {
        public long Id { get; init; }

        public string Slug { get; init; } = "";

        public string Name { get; init; } = "";

        public long Earlier { get; init; }

        public long Later { get; init; }
    }
}
