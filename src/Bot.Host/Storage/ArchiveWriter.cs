using System.Data.Common;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Puts articles into the archive and takes sources out of it.</summary>
public sealed class ArchiveWriter(IDatabase database, TimeProvider clock) : IArchiveWriter
{
    /// <summary>Shared with all that stores articles, so that one live window is kept in memory.</summary>
    internal ArticlePortions Portions { get; } = new(database, clock);

    public Task<SourceId> EnsureSourceAsync(CommunityId community, string name, CancellationToken ct) =>
        database.WriteAsync(
            async connection =>
            {
                var source = await FindSourceAsync(connection, community, name, ct);
                return new SourceId(source ?? await AddSourceAsync(connection, community, name, ct));
            },
            ct);

    /// <inheritdoc/>
    /// <remarks>Everything is checked before anything is written: a refused call leaves nothing.</remarks>
    public async Task<IReadOnlyList<AddOutcome>> AddAsync(
        SourceId source, IReadOnlyList<UnderstoodArticle> articles, CancellationToken ct)
    {
        var parts = articles.Select(article => new ArticleToStore(new ArticleParts(article))).ToList();
        return parts.Count == 0 ? [] : [.. (await Portions.StoreAsync(source, parts, steps: null, ct))!.Select(article => article.Outcome)];
    }

    public async Task<bool> RemoveSourceAsync(CommunityId community, string name, CancellationToken ct)
    {
        var removed = await database.WriteAsync(
            async connection =>
            {
                var source = await FindSourceAsync(connection, community, name, ct);
                return await connection.ExecuteAsync(new CommandDefinition(
                    "delete from community_sources where community_id = @Community and source_id = @Source",
                    new { Community = community.Value, Source = source ?? 0 },
                    cancellationToken: ct));
            },
            ct);

        await ArticleRemoval.PurgeAsync(database, ct);
        return removed > 0;
    }

    public async Task<int> RemoveArticlesAsync(CommunityId community, string name, IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        var removed = 0;
        foreach (var chunk in keys.Chunk(ArticlePortions.MostArticles))
        {
            removed += await database.WriteAsync(connection => RemoveAsync(connection, community, name, chunk, ct), ct);
        }

        if (removed > 0 && await database.ReadAsync(connection => IsEmptyAsync(connection, community, name, ct), ct))
        {
            await RemoveSourceAsync(community, name, ct);
        }

        return removed;
    }

    private static async Task<bool> IsEmptyAsync(DbConnection connection, CommunityId community, string name, CancellationToken ct) =>
        await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "select count(*) from articles where source_id = @Source",
            new { Source = await FindSourceAsync(connection, community, name, ct) ?? 0 },
            cancellationToken: ct)) == 0;

    private async Task<int> RemoveAsync(DbConnection connection, CommunityId community, string name, string[] keys, CancellationToken ct)
    {
        var source = await FindSourceAsync(connection, community, name, ct);
        var articles = (await connection.QueryAsync<long>(new CommandDefinition(
            "select id from articles where source_id = @Source and key in @Keys",
            new { Source = source ?? 0, Keys = keys },
            cancellationToken: ct))).AsList();
        foreach (var article in articles)
        {
            await ArticleRemoval.RemoveAsync(connection, database, article, ct);
        }

        return articles.Count;
    }

    // A source of the web, or one that others follow too, is not a community's own to put articles into or take away.
    private static Task<long?> FindSourceAsync(DbConnection connection, CommunityId community, string name, CancellationToken ct) =>
        connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            """
            select s.id
            from sources s
            join community_sources c on c.source_id = s.id
            where c.community_id = @Community and s.name = @Name and s.kind = 0
                and not exists (select 1 from community_sources o where o.source_id = s.id and o.community_id <> c.community_id)
            """,
            new { Community = community.Value, Name = name },
            cancellationToken: ct));

    private async Task<long> AddSourceAsync(DbConnection connection, CommunityId community, string name, CancellationToken ct)
    {
        var now = Stored.Moment(clock.GetUtcNow());
        var source = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "insert into sources (name, search_name, added_at) values (@Name, @SearchName, @Now) returning id",
            new { Name = name, SearchName = TextWords.Fold(name), Now = now },
            cancellationToken: ct));
        await Publishers.SettleAsync(connection, [name], ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into communities (id, name, added_at) values (@Community, '', @Now) on conflict (id) do nothing",
            new { Community = community.Value, Now = now },
            cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into community_sources (community_id, source_id) values (@Community, @Source)",
            new { Community = community.Value, Source = source },
            cancellationToken: ct));

        return source;
    }
}
