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
    private readonly AdditionLimits _limits;
    private Dictionary<string, KnownRow> _known = [];
    private Dictionary<string, long> _publishers = [];

    private Following(DbConnection connection, Editor editor, DateTimeOffset now, AdditionLimits limits) =>
        (_connection, _editor, _now, _limits) = (connection, editor, now, limits);

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

    /// <summary>Begins additions of a community, which is made known by them.</summary>
    /// <param name="isCounted">Whether what is added belongs to an addition of the day that was counted before.</param>
    public static async Task<Following> OpenAsync(
        DbConnection connection, Editor editor, CommunitiesOptions options, DateTimeOffset now, bool isCounted, CancellationToken ct)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into communities (id, name, added_at) values (@Community, '', @Now) on conflict (id) do nothing",
            new { Community = editor.Community.Value, Now = Stored.Moment(now) },
            cancellationToken: ct));
        return new Following(connection, editor, now, await AdditionLimits.ReadAsync(connection, editor.Community, options, now, isCounted, ct));
    }

    /// <summary>Follows sources one after another for as long as there is time, the first in any case, each unless a limit forbids it.</summary>
    /// <param name="hasTime">Asked after each of them.</param>
    /// <returns>In their order, as far as there was time.</returns>
    public async Task<IReadOnlyList<Followed>> AddAsync(IReadOnlyList<NewSource> sources, Func<bool> hasTime, CancellationToken ct)
    {
        await LookUpAsync(sources, ct);
        var outcomes = new List<(FollowOutcome Outcome, long? Source, int Most)>(sources.Count);
        await Portion.OfAsync(sources, hasTime, async source => outcomes.Add(await AddAsync(source, ct)));
        var followed = await FollowedSources.ByIdAsync(_connection, _editor.Community, outcomes.Select(one => one.Source).OfType<long>().Distinct(), ct);
        return [.. outcomes.Select(one => new Followed(one.Outcome, one.Source is { } id ? followed[id] : null, one.Most))];
    }

    /// <summary>Counts what was added as one of the day's additions.</summary>
    public Task<int> CountAsync(CancellationToken ct) => AdditionLimits.CountAsync(_connection, _editor.Community, _now, ct);

    private async Task LookUpAsync(IReadOnlyList<NewSource> sources, CancellationToken ct)
    {
        var known = await _connection.QueryAsync<KnownRow>(new CommandDefinition(
            """
            select s.address as Address, s.id as Source,
                exists (select 1 from community_sources c where c.source_id = s.id and c.community_id in (@Community, 1)) as IsFollowed
            from sources s
            where s.address in @Addresses
            """,
            new { Community = _editor.Community.Value, Addresses = sources.Select(source => source.Address.AbsoluteUri) },
            cancellationToken: ct));
        _known = known.ToDictionary(row => row.Address);
        var unknown = _limits.Refuse() is null ? sources.Where(source => !_known.ContainsKey(source.Address.AbsoluteUri)).Select(NameOf).ToHashSet() : [];
        _publishers = unknown.Count == 0 ? [] : await Publishers.OfNamesAsync(_connection, unknown, ct);
    }

    private async Task<(FollowOutcome Outcome, long? Source, int Most)> AddAsync(NewSource source, CancellationToken ct)
    {
        var address = source.Address.AbsoluteUri;
        var known = _known.GetValueOrDefault(address);
        if (known is { IsFollowed: true })
        {
            return (FollowOutcome.Known, known.Source, 0);
        }

        if (_limits.Refuse() is { } refused)
        {
            return (refused.Outcome, null, refused.Most);
        }

        var id = known?.Source ?? await MakeAsync(source, address, ct);
        if (known is not null)
        {
            await BeginAnewAsync(id, ct);
        }

        await JoinAsync(id, source.Name, ct);
        _known[address] = new KnownRow { Address = address, Source = id, IsFollowed = true };
        _limits.Sources++;
        return (FollowOutcome.Added, id, 0);
    }

    // What a source is called for everybody is never a community's choice.
    private static string NameOf(NewSource source) => source.Title ?? source.Address.IdnHost;

    private async Task<long> MakeAsync(NewSource source, string address, CancellationToken ct)
    {
        var name = NameOf(source);
        if (!_publishers.TryGetValue(name, out var publisher))
        {
            _publishers[name] = publisher = await Publishers.AddAsync(_connection, name, ct);
        }

        return await _connection.ExecuteScalarAsync<long>(new CommandDefinition(
            """
            insert into sources (name, search_name, kind, address, added_at, publisher_id)
            values (@Name, @SearchName, @Kind, @Address, @Now, @Publisher)
            returning id
            """,
            new
            {
                Name = name,
                SearchName = TextWords.Fold(name),
                Kind = (long)source.Kind,
                Address = address,
                Now = Stored.Moment(_now),
                Publisher = publisher,
            },
            cancellationToken: ct));
    }

    private async Task BeginAnewAsync(long source, CancellationToken ct)
    {
        foreach (var sql in BeginAnew)
        {
            await _connection.ExecuteAsync(new CommandDefinition(sql, new { Source = source }, cancellationToken: ct));
        }
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

    private sealed class KnownRow
    {
        public string Address { get; init; } = "";

        public long Source { get; init; }

        public bool IsFollowed { get; init; }
    }
}
