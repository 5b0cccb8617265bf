using System.Data.Common;
using Bot.Digest.Filters;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Filtering;

/// <summary>The filters of communities; a change and its line in the audit are one transaction, judging the stored articles follows.</summary>
public sealed class StoredFilters(IDatabase database, TimeProvider clock) : IFilters
{
    public async Task<Filter?> AddAsync(Editor editor, FilterRule rule, SourceId? source, CancellationToken ct)
    {
        var (filter, isNew) = await database.WriteAsync(connection => AddAsync(connection, editor, rule, source, ct), ct);
        if (isNew)
        {
            await new Rejudging(database, clock, editor.Community).RecentAsync(source, ct);
        }

        return filter;
    }

    public async Task<Filter?> RemoveAsync(Editor editor, FilterId filter, CancellationToken ct)
    {
        var removed = await database.WriteAsync(connection => RemoveAsync(connection, editor, filter, ct), ct);
        if (removed is not null)
        {
            var rejudging = new Rejudging(database, clock, editor.Community);
            await (removed.Rule.Includes ? rejudging.RecentAsync(removed.Source, ct) : rejudging.HiddenByAsync(filter, ct));
        }

        return removed;
    }

    public Task<IReadOnlyList<Filter>> ListAsync(CommunityId asker, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Filter>>(async connection => await FilterRows.OfCommunityAsync(connection, asker, ct), ct);

    public Task<IReadOnlyList<FilterSample>> RecentAsync(CommunityId asker, SourceId? source, int take, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<FilterSample>>(
            async connection =>
            {
                var rows = (await connection.QueryAsync<SampleRow>(new CommandDefinition(
                    $"""
                    select {CitationRow.Columns}, a.source_id as Source
                    from articles a
                    join sources s on s.id = a.source_id
                    where a.source_id in {Visible.Sources} and (@Source is null or a.source_id = @Source)
                    order by a.published_at desc, a.id desc
                    limit @Take
                    """,
                    new { Asker = asker.Value, Source = source?.Value, Take = take },
                    cancellationToken: ct))).AsList();
                var paragraphs = await FilterRows.ParagraphsAsync(database, connection, rows.Select(row => row.Article), ct);
                var people = await FilterRows.PeopleAsync(database, connection, rows.Select(row => row.Article), ct);
                return [.. rows.Select(row => new FilterSample(
                    row.ToCitation(), new SourceId(row.Source), new FilterSubject(row.Title, string.Join('\n', paragraphs[row.Article]), [.. people[row.Article]])))];
            },
            ct);

    private async Task<(Filter? Filter, bool IsNew)> AddAsync(
        DbConnection connection, Editor editor, FilterRule rule, SourceId? source, CancellationToken ct)
    {
        var own = await FilterRows.OfCommunityAsync(connection, editor.Community, ct);
        if (own.Find(filter => filter.Rule == rule && filter.Source == source) is { } same)
        {
            return (same, false);
        }

        return own.Count >= FilterLimits.Most ? (null, false) : (await InsertAsync(connection, editor, rule, source, ct), true);
    }

    private async Task<Filter> InsertAsync(DbConnection connection, Editor editor, FilterRule rule, SourceId? source, CancellationToken ct)
    {
        var now = Stored.Moment(clock.GetUtcNow());
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into communities (id, name, added_at) values (@Community, '', @Now) on conflict (id) do nothing",
            new { Community = editor.Community.Value, Now = now },
            cancellationToken: ct));
        var id = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            """
            insert into filters (community_id, source_id, includes, kind, text, made_by, made_at)
            values (@Community, @Source, @Includes, @Kind, @Text, @By, @Now)
            returning id
            """,
            new
            {
                Community = editor.Community.Value,
                Source = source?.Value,
                rule.Includes,
                Kind = (long)rule.Kind,
                rule.Text,
                By = editor.Name,
                Now = now,
            },
            cancellationToken: ct));
        var made = (await FilterRows.OfCommunityAsync(connection, editor.Community, ct)).Find(filter => filter.Id.Value == id)!;
        await ChangeLog.AddAsync(connection, editor, ChangeKind.FilterAdded, Described(made), became: null, clock.GetUtcNow(), ct);
        return made;
    }

    private async Task<Filter?> RemoveAsync(DbConnection connection, Editor editor, FilterId filter, CancellationToken ct)
    {
        var own = await FilterRows.OfCommunityAsync(connection, editor.Community, ct);
        if (own.Find(one => one.Id == filter) is not { } removed)
        {
            return null;
        }

        await connection.ExecuteAsync(new CommandDefinition("delete from filters where id = @Filter", new { Filter = filter.Value }, cancellationToken: ct));
        if (own.Count == 1)
        {
            // Nothing is left that could hide anything but a pause, of articles that are too old to be judged again either.
            await connection.ExecuteAsync(new CommandDefinition(
                "delete from hidden_articles where community_id = @Community and (filter_id is null or filter_id <> 0)",
                new { Community = editor.Community.Value },
                cancellationToken: ct));
        }

        await ChangeLog.AddAsync(connection, editor, ChangeKind.FilterRemoved, Described(removed), became: null, clock.GetUtcNow(), ct);
        return removed;
    }

    /// <summary>The rule as it is typed, with the source that it is for.</summary>
    private static string Described(Filter filter) => filter.SourceName is { } source ? $"{filter.Rule.Typed} ({source})" : filter.Rule.Typed;

    private sealed class SampleRow : CitationRow
    {
        public long Source { get; init; }
    }
}
