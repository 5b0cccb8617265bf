using System.Data.Common;
using Bot.Digest.Filters;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Filtering;

/// <summary>Writes down which articles a community is not told of, in the transaction that stores them.</summary>
internal static class HiddenArticles
{
    /// <summary>
    /// Condition that the community which asks is told of the article that <paramref name="article"/> names, with the word that joins it to others.
    /// Nobody is told of what its publisher took back. A community from which nothing is hidden pays nothing for the filters of others.
    /// </summary>
    public static async Task<string> ToldAsync(DbConnection connection, CommunityId asker, string article, CancellationToken ct)
    {
        var (isHidden, isWithdrawn) = await connection.QuerySingleAsync<(bool, bool)>(new CommandDefinition(
            """
            select exists (select 1 from hidden_articles where community_id = @Asker),
                exists (select 1 from articles where withdrawn_at is not null)
            """,
            new { Asker = asker.Value },
            cancellationToken: ct));
        var hidden = isHidden ? $"and not exists (select 1 from hidden_articles h where h.community_id = @Asker and h.article_id = {article})" : "";
        return isWithdrawn ? $"{hidden} and {article} not in (select w.id from articles w where w.withdrawn_at is not null)" : hidden;
    }

    /// <summary>Makes articles ready before others have to wait: what takes long is answered already when they are stored.</summary>
    public static async Task<IReadOnlyList<FilterText>> PrepareAsync(
        IDatabase database, SourceId source, IEnumerable<(string Title, string Text)> articles, CancellationToken ct)
    {
        var sets = await database.ReadAsync(connection => FilterRows.OfSourceAsync(connection, source, ct), ct);
        var texts = articles.Select(article => new FilterText(article.Title, article.Text)).ToList();
        foreach (var set in sets.Values)
        {
            texts.ForEach(set.LookAhead);
        }

        return texts;
    }

    /// <summary>Judges articles that were just stored, for all who see their source.</summary>
    /// <param name="stored">Their numbers, whether they are new, and what they say.</param>
    public static async Task NoteAsync(
        IDatabase database, DbConnection connection, SourceId source, IReadOnlyList<(long Article, bool IsNew, FilterText Text)> stored, CancellationToken ct)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            insert into hidden_articles (community_id, article_id, filter_id)
            select c.community_id, a.id, 0
            from community_sources c
            join articles a on a.source_id = c.source_id
            where c.source_id = @Source and c.paused_at is not null and a.id in ({database.Each("@Articles")})
            on conflict (community_id, article_id) do nothing
            """,
            new { Source = source.Value, Articles = Numbers.List(stored.Where(one => one.IsNew).Select(one => one.Article)) },
            cancellationToken: ct));
        var sets = await FilterRows.OfSourceAsync(connection, source, ct);
        if (sets.Count == 0)
        {
            return;
        }

        var people = await FilterRows.PeopleAsync(database, connection, stored.Select(one => one.Article), ct);
        foreach (var (community, set) in sets)
        {
            await WriteAsync(connection, community, [.. stored.Select(one => (one.Article, set.Judge(source, one.Text, [.. people[one.Article]])))], ct);
        }
    }

    /// <summary>Puts what was decided in the place of what was; what a pause hides stays hidden.</summary>
    public static async Task WriteAsync(
        DbConnection connection, CommunityId community, IReadOnlyList<(long Article, FilterVerdict Verdict)> judged, CancellationToken ct)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into hidden_articles (community_id, article_id, filter_id) values (@Community, @Article, @Filter)
            on conflict (community_id, article_id) do update set filter_id = excluded.filter_id
            where hidden_articles.filter_id is null or hidden_articles.filter_id <> 0
            """,
            judged.Where(one => one.Verdict.IsHidden)
                .Select(one => new { Community = community.Value, one.Article, Filter = one.Verdict.Decided?.Id.Value }),
            cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            """
            delete from hidden_articles
            where community_id = @Community and article_id = @Article and (filter_id is null or filter_id <> 0)
            """,
            judged.Where(one => !one.Verdict.IsHidden).Select(one => new { Community = community.Value, one.Article }),
            cancellationToken: ct));
    }
}
