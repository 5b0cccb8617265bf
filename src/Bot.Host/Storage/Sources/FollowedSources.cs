using System.Data.Common;
using System.Globalization;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Sources;

/// <summary>Reads sources as a community sees them, each with how it fares.</summary>
internal static class FollowedSources
{
    private const string Select = $"""
        select s.id as Source, coalesce(own.name, everyone.name, s.name) as Name, s.kind as Kind, s.address as Address,
            own.paused_at is not null as IsPaused, everyone.source_id is not null as IsForEveryone, s.article_count as Articles, {VisitRow.Columns}
        {From}
        """;

    private const string From = """
        from sources s
        left join community_sources own on own.source_id = s.id and own.community_id = @Asker
        left join community_sources everyone on everyone.source_id = s.id and everyone.community_id = 1
        left join source_visits v on v.source_id = s.id
        where (own.source_id is not null or everyone.source_id is not null)
        """;

    private const string SearchName = "coalesce(own.search_name, everyone.search_name, s.search_name)";

    // What is typed names a scheme seldom and ends with a slash by chance.
    private const string ShortAddress = "rtrim(replace(replace(s.address, 'https://', ''), 'http://', ''), '/')";

    public static async Task<Dictionary<long, FollowedSource>> ByIdAsync(
        DbConnection connection, CommunityId asker, IEnumerable<long> sources, CancellationToken ct) =>
        (await ReadAsync(connection, $"{Select} and s.id in @Sources", new { Asker = asker.Value, Sources = sources }, ct)).ToDictionary(source => source.Id.Value);

    public static async Task<Hits<FollowedSource>> ListAsync(DbConnection connection, CommunityId asker, int skip, int take, CancellationToken ct)
    {
        var values = new { Asker = asker.Value, Skip = skip, Take = take };
        var total = await connection.ExecuteScalarAsync<int>(new CommandDefinition($"select count(*) {From}", values, cancellationToken: ct));
        var page = await ReadAsync(
            connection, $"{Select} order by own.source_id is null, {SearchName}, s.id limit @Take offset @Skip", values, ct);
        return new Hits<FollowedSource>(page, total);
    }

    public static async Task<IReadOnlyList<FollowedSource>> FindAsync(
        DbConnection connection, CommunityId asker, string typed, int limit, CancellationToken ct)
    {
        var text = typed.Trim();
        var isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        var folded = TextWords.Fold(text);
        var values = new
        {
            Asker = asker.Value,
            Number = isNumber ? number : (long?)null,
            Folded = folded,
            Pattern = folded.Length == 0 ? null : Visible.NamePattern(text),
            Address = text.Replace("https://", "", StringComparison.OrdinalIgnoreCase).Replace("http://", "", StringComparison.OrdinalIgnoreCase).TrimEnd('/'),
            Limit = limit,
        };
        return await ReadAsync(
            connection,
            $"""
            {Select} and (s.id = @Number or {ShortAddress} = @Address or {SearchName} like @Pattern escape '\')
            order by s.id = @Number desc, {ShortAddress} = @Address desc, {SearchName} = @Folded desc, own.source_id is null, {SearchName}, s.id
            limit @Limit
            """,
            values,
            ct);
    }

    private static async Task<IReadOnlyList<FollowedSource>> ReadAsync(DbConnection connection, string sql, object values, CancellationToken ct) =>
        [.. (await connection.QueryAsync<Row>(new CommandDefinition(sql, values, cancellationToken: ct))).Select(row => row.ToSource())];

    private sealed class Row : VisitRow
    {
        public long Source { get; init; }

        public string Name { get; init; } = "";

        public long Kind { get; init; }

        public string? Address { get; init; }

        public bool IsPaused { get; init; }

        public bool IsForEveryone { get; init; }

        public long Articles { get; init; }

        public FollowedSource ToSource() => new(
            new SourceId(Source), Name, (SourceKind)Kind, Address is null ? null : new Uri(Address), IsPaused, IsForEveryone, (int)Articles, ToHealth());
    }
}
