using System.Data.Common;
using Bot.Digest.Ports;
using Bot.Host.Configuration;
using Bot.Host.Storage.Filtering;
using Dapper;
using Microsoft.Extensions.Options;

namespace Bot.Host.Storage.Sources;

/// <summary>What communities follow; each change in one transaction with its line in the audit, an import in several that share one.</summary>
public sealed class StoredSources(IDatabase database, IOptions<CommunitiesOptions> options, TimeProvider clock) : ISources
{
    public async Task<Followed> AddAsync(Editor editor, NewSource source, CancellationToken ct)
    {
        var added = await database.WriteAsync(
            async connection =>
            {
                var following = await Following.OpenAsync(connection, editor, options.Value, clock.GetUtcNow(), isCounted: false, ct);
                var followed = (await following.AddAsync([source], hasTime: () => true, ct))[0];
                if (followed.Outcome == FollowOutcome.Added)
                {
                    await following.CountAsync(ct);
                    await ChangeLog.AddAsync(connection, editor, ChangeKind.SourceAdded, followed.Source!.Name, became: null, clock.GetUtcNow(), ct);
                }

                return followed;
            },
            ct);
        await JudgeAsync(editor, [added], ct);
        return added;
    }

    public async Task<IReadOnlyList<Followed>> ImportAsync(Editor editor, IReadOnlyList<NewSource> sources, CancellationToken ct)
    {
        var import = new SourceImport(editor, options.Value, clock);
        var imported = new List<Followed>(sources.Count);
        while (imported.Count < sources.Count)
        {
            var next = sources.Skip(imported.Count).Take(Portion.AtOnce).ToList();
            var (portion, held) = await Portion.WriteAsync(database, clock, (connection, hasTime) => import.GoOnAsync(connection, next, hasTime, ct), ct);
            await JudgeAsync(editor, portion, ct);
            imported.AddRange(portion);
            await Task.Delay(held, clock, ct);
        }

        return imported;
    }

    public async Task<bool> RemoveAsync(Editor editor, SourceId source, CancellationToken ct)
    {
        var removed = await database.WriteAsync(
            async connection =>
            {
                if (await OwnNameAsync(connection, editor, source, ct) is not { } name)
                {
                    return false;
                }

                await ExecuteAsync(connection, Leave, editor, source, ct);
                await SettleAsync(connection, source, ct);
                await ChangeLog.AddAsync(connection, editor, ChangeKind.SourceRemoved, name, became: null, clock.GetUtcNow(), ct);
                return true;
            },
            ct);
        if (removed)
        {
            await ArticleRemoval.PurgeAsync(database, ct);
        }

        return removed;
    }

    public Task<bool> PauseAsync(Editor editor, SourceId source, bool pause, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            if (await OwnNameAsync(connection, editor, source, ct) is not { } name)
            {
                return false;
            }

            var changed = await ExecuteAsync(
                connection,
                [
                    $"""
                    update community_sources set paused_at = {(pause ? "@Now" : "null")}
                    where community_id = @Community and source_id = @Source and (paused_at is null) = {(pause ? 1 : 0)}
                    """,
                ],
                editor,
                source,
                ct);
            if (changed > 0)
            {
                await SettleAsync(connection, source, ct);
                var kind = pause ? ChangeKind.SourcePaused : ChangeKind.SourceResumed;
                await ChangeLog.AddAsync(connection, editor, kind, name, became: null, clock.GetUtcNow(), ct);
            }

            return true;
        },
        ct);

    public Task<Hits<FollowedSource>> ListAsync(CommunityId asker, int skip, int take, CancellationToken ct) =>
        database.ReadAsync(connection => FollowedSources.ListAsync(connection, asker, skip, take, ct), ct);

    public Task<IReadOnlyList<FollowedSource>> FindAsync(CommunityId asker, string typed, int limit, CancellationToken ct) =>
        database.ReadAsync(connection => FollowedSources.FindAsync(connection, asker, typed, limit, ct), ct);

    /// <summary>Filters judge articles when they are stored: those that others brought here before were not judged for who follows now.</summary>
    private async Task JudgeAsync(Editor editor, IEnumerable<Followed> followed, CancellationToken ct)
    {
        foreach (var one in followed)
        {
            if (one is { Outcome: FollowOutcome.Added, Source: { Articles: > 0 } source })
            {
                await Rejudging.OfFollowedAsync(database, clock, editor.Community, source.Id, ct);
            }
        }
    }

    private static readonly string[] Leave =
    [
        "delete from filters where community_id = @Community and source_id = @Source",
        "delete from source_notices where community_id = @Community and source_id = @Source",
        """
        delete from hidden_articles
        where community_id = @Community and article_id in (select id from articles where source_id = @Source)
        """,
        "delete from community_sources where community_id = @Community and source_id = @Source",
    ];

    /// <summary>A source is due while somebody wants its articles, at once when somebody wants them again.</summary>
    private Task<int> SettleAsync(DbConnection connection, SourceId source, CancellationToken ct) => connection.ExecuteAsync(new CommandDefinition(
        """
        update source_visits
        set due_at = case
            when is_gone or not exists (select 1 from community_sources c where c.source_id = @Source and c.paused_at is null) then null
            else coalesce(due_at, @Now)
        end
        where source_id = @Source
        """,
        new { Source = source.Value, Now = Stored.Moment(clock.GetUtcNow()) },
        cancellationToken: ct));

    private async Task<int> ExecuteAsync(DbConnection connection, string[] statements, Editor editor, SourceId source, CancellationToken ct)
    {
        var changed = 0;
        foreach (var sql in statements)
        {
            changed += await connection.ExecuteAsync(new CommandDefinition(
                sql,
                new { Community = editor.Community.Value, Source = source.Value, Now = Stored.Moment(clock.GetUtcNow()) },
                cancellationToken: ct));
        }

        return changed;
    }

    private static Task<string?> OwnNameAsync(DbConnection connection, Editor editor, SourceId source, CancellationToken ct) =>
        connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            """
            select coalesce(c.name, s.name)
            from community_sources c
            join sources s on s.id = c.source_id
            where c.community_id = @Community and c.source_id = @Source
            """,
            new { Community = editor.Community.Value, Source = source.Value },
            cancellationToken: ct));
}
