using System.Data.Common;
using Bot.Digest.Ports;
using Bot.Host.Configuration;
using Dapper;

namespace Bot.Host.Storage.Sources;

/// <summary>One community's additions within one transaction, and how many it may still make.</summary>
internal sealed class Following
{
    private readonly DbConnection _connection;
    private readonly Editor _editor;
    private readonly DateTimeOffset _now;
    private readonly LimitRow _limits;
    private readonly int _additionsADay;
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);

    private Following(DbConnection connection, Editor editor, DateTimeOffset now, LimitRow limits, int additionsADay) =>
        (_connection, _editor, _now, _limits, _additionsADay) = (connection, editor, now, limits, additionsADay);

    // Where nobody follows, a removal may have been stopped halfway: what it took away would never come again behind a "not modified".
    private static readonly string[] BeginAnew =
    [
        $"""
        update source_visits set document_hash = null, asked_whole_at = null, leased_until = 0
        where source_id = @Source and {IsAbandoned}
        """,
        $"delete from source_items where source_id = @Source and article_id is null and {IsAbandoned}",
    ];

    private const string IsAbandoned = "not exists (select 1 from community_sources c where c.source_id = @Source)";

    private bool HasLimits => _editor.Community != CommunityId.DefaultSet;

    public static async Task<Following> OpenAsync(
        DbConnection connection, Editor editor, CommunitiesOptions options, DateTimeOffset now, CancellationToken ct)
    {
        var values = new { Community = editor.Community.Value, Now = Stored.Moment(now), Today = Today(now), options.MostSources };
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into communities (id, name, added_at) values (@Community, '', @Now) on conflict (id) do nothing", values, cancellationToken: ct));
        var limits = await connection.QuerySingleAsync<LimitRow>(new CommandDefinition(
            """
            select coalesce(m.most_sources, @MostSources) as Most,
                case when m.additions_day = @Today then m.additions else 0 end as Additions,
                (select count(*) from community_sources c join sources s on s.id = c.source_id where c.community_id = m.id and s.kind <> 0) as Sources
            from communities m
            where m.id = @Community
            """,
            values,
            cancellationToken: ct));
        return new Following(connection, editor, now, limits, options.AdditionsADay);
    }

    /// <summary>Follows a source unless a limit forbids it.</summary>
    public async Task<Followed> AddAsync(NewSource source, CancellationToken ct)
    {
        var address = source.Address.AbsoluteUri;
        var known = await _connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "select id from sources where address = @Address", new { Address = address }, cancellationToken: ct));
        if (known is { } followed && await FollowedSources.OneAsync(_connection, _editor.Community, new SourceId(followed), ct) is { } own)
        {
            return new Followed(FollowOutcome.Known, own);
        }

        if (HasLimits && _limits.Sources >= _limits.Most)
        {
            return new Followed(FollowOutcome.TooMany, null, (int)_limits.Most);
        }

        if (HasLimits && _limits.Additions >= _additionsADay)
        {
            return new Followed(FollowOutcome.TooManyToday, null, _additionsADay);
        }

        var id = known ?? await MakeAsync(source, address, ct);
        await JoinAsync(id, source.Name, ct);
        _limits.Sources++;
        return new Followed(FollowOutcome.Added, await FollowedSources.OneAsync(_connection, _editor.Community, new SourceId(id), ct));
    }

    /// <summary>
    /// Counts what was added as one of the day's additions, and gives the new sources their publishers: once for each name, because the thousands of
    /// a list often stand at one host.
    /// </summary>
    public async Task FinishAsync(CancellationToken ct)
    {
        await Publishers.SettleAsync(_connection, _made, ct);
        await _connection.ExecuteAsync(new CommandDefinition(
            """
            update communities
            set additions = case when additions_day = @Today then additions + 1 else 1 end, additions_day = @Today
            where id = @Community
            """,
            new { Community = _editor.Community.Value, Today = Today(_now) },
            cancellationToken: ct));
    }

    private async Task<long> MakeAsync(NewSource source, string address, CancellationToken ct)
    {
        // What a source is called for everybody is never a community's choice.
        var name = source.Title ?? source.Address.IdnHost;
        var id = await _connection.ExecuteScalarAsync<long>(new CommandDefinition(
            """
            insert into sources (name, search_name, kind, address, added_at) values (@Name, @SearchName, @Kind, @Address, @Now)
            returning id
            """,
            new { Name = name, SearchName = TextWords.Fold(name), Kind = (long)source.Kind, Address = address, Now = Stored.Moment(_now) },
            cancellationToken: ct));
        _made.Add(name);
        return id;
    }

    private async Task JoinAsync(long source, string? name, CancellationToken ct)
    {
        var values = new
        {
            Community = _editor.Community.Value,
            Source = source,
            Name = name,
            SearchName = name is null ? null : TextWords.Fold(name),
            By = _editor.Name,
            Now = Stored.Moment(_now),
        };
        foreach (var sql in BeginAnew)
        {
            await _connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: ct));
        }

        await _connection.ExecuteAsync(new CommandDefinition(
            """
            insert into community_sources (community_id, source_id, name, search_name, added_by, added_at)
            values (@Community, @Source, @Name, @SearchName, @By, @Now)
            """,
            values,
            cancellationToken: ct));

        // One that was gone is tried again, because somebody says that it is there.
        await _connection.ExecuteAsync(new CommandDefinition(
            """
            insert into source_visits (source_id, due_at) values (@Source, @Now)
            on conflict (source_id) do update set due_at = coalesce(source_visits.due_at, excluded.due_at), is_gone = 0
            """,
            values,
            cancellationToken: ct));
    }

    private static long Today(DateTimeOffset now) => Stored.Day(DateOnly.FromDateTime(now.UtcDateTime));

    private sealed class LimitRow
    {
        public long Most { get; init; }

        public long Additions { get; init; }

        public long Sources { get; set; }
    }
}
