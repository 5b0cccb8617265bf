using System.Data.Common;
using Bot.Digest.Filters;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Filtering;

/// <summary>Reads filters, and articles as filters look at them.</summary>
internal static class FilterRows
{
    // A person's rule holds for the card on which that person stands now, whatever the slug was when it was made.
    private const string Select = """
        select f.id as Id, f.community_id as Community, f.source_id as Source, coalesce(own.name, everyone.name, s.name) as SourceName, f.includes as Includes,
            f.kind as Kind, f.made_by as MadeBy, f.made_at as MadeAt,
            case when f.kind = 2 then coalesce(
                (select c.slug from persons p join persons c on c.id = coalesce(p.card_id, p.id) where p.slug = f.text),
                (select c.slug from old_slugs o join persons p on p.id = o.person_id join persons c on c.id = coalesce(p.card_id, p.id) where o.slug = f.text limit 1),
                f.text) else f.text end as Text
        from filters f
        left join sources s on s.id = f.source_id
        left join community_sources own on own.source_id = f.source_id and own.community_id = f.community_id
        left join community_sources everyone on everyone.source_id = f.source_id and everyone.community_id = 1
        """;

    /// <summary>The filters of a community, in the order they were made.</summary>
    public static async Task<List<Filter>> OfCommunityAsync(DbConnection connection, CommunityId community, CancellationToken ct) =>
        [.. (await ReadAsync(connection, "f.community_id = @Community", new { Community = community.Value }, ct)).Select(one => one.Filter)];

    /// <summary>The filters of all who see a source, as far as they judge it.</summary>
    public static async Task<Dictionary<CommunityId, FilterSet>> OfSourceAsync(DbConnection connection, SourceId source, CancellationToken ct)
    {
        var filters = await ReadAsync(
            connection,
            """
            (f.source_id is null or f.source_id = @Source) and (
                f.community_id in (select community_id from community_sources where source_id = @Source)
                or exists (select 1 from community_sources where source_id = @Source and community_id = 1))
            """,
            new { Source = source.Value },
            ct);
        return filters.GroupBy(one => one.Community, one => one.Filter).ToDictionary(own => own.Key, own => new FilterSet(own));
    }

    /// <summary>Slugs of those whom articles name.</summary>
    public static async Task<ILookup<long, string>> PeopleAsync(IDatabase database, DbConnection connection, IEnumerable<long> articles, CancellationToken ct) =>
        (await connection.QueryAsync<(long Article, string Slug)>(new CommandDefinition(
            $"""
            select m.article_id, p.slug
            from mentions m
            join persons p on p.id = m.person_id
            where m.article_id in ({database.Each("@Articles")})
            """,
            new { Articles = Numbers.List(articles) },
            cancellationToken: ct))).ToLookup(row => row.Article, row => row.Slug);

    /// <summary>Texts of articles.</summary>
    public static async Task<ILookup<long, string>> ParagraphsAsync(IDatabase database, DbConnection connection, IEnumerable<long> articles, CancellationToken ct) =>
        (await connection.QueryAsync<(long Article, string Text)>(new CommandDefinition(
            $"select article_id, text from paragraphs where article_id in ({database.Each("@Articles")}) order by article_id, number",
            new { Articles = Numbers.List(articles) },
            cancellationToken: ct))).ToLookup(row => row.Article, row => row.Text);

    private static async Task<IEnumerable<(CommunityId Community, Filter Filter)>> ReadAsync(
        DbConnection connection, string which, object values, CancellationToken ct) =>
        (await connection.QueryAsync<Row>(new CommandDefinition($"{Select} where {which} order by f.id", values, cancellationToken: ct)))
        .Select(row => (new CommunityId(row.Community), row.ToFilter()));

    private sealed class Row
    {
        public long Id { get; init; }

        public long Community { get; init; }

        public long? Source { get; init; }

        public string? SourceName { get; init; }

        public bool Includes { get; init; }

        public long Kind { get; init; }

        public string Text { get; init; } = "";

        public string MadeBy { get; init; } = "";

        public long MadeAt { get; init; }

        public Filter ToFilter() => new(
            new FilterId(Id), new FilterRule(Includes, (FilterKind)Kind, Text), Source is { } source ? new SourceId(source) : null, SourceName, MadeBy,
            Stored.Moment(MadeAt));
    }
}
