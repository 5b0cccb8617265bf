using System.Data.Common;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>The rows that put articles to stories.</summary>
internal static class StoryRows
{
    public const string Article = """
        insert into story_articles (article_id, story_id, source_id, published_at, copy_of, joined)
        values (@Article, @Story, @Source, @Published, @CopyOf, @Joined)
        """;

    public const string Live =
        "insert into story_window (number, article_id, terms, fingerprint) values (@Number, @Article, @Terms, @Fingerprint)";

    public const string Fallen = "delete from story_window where article_id = @Article";

    /// <summary>
    /// Condition that of the articles x with nearly the same words this one is the first that @Asker may see: the one that the others copy
    /// may stand in somebody else's source, or be gone.
    /// </summary>
    public const string IsFirst = $"""
        (x.copy_of is null or (
            not exists (select 1 from story_articles o where o.article_id = x.copy_of and o.source_id in {Visible.Sources})
            and not exists (
                select 1
                from story_articles o
                where o.copy_of = x.copy_of and o.source_id in {Visible.Sources}
                    and (o.published_at < x.published_at or (o.published_at = x.published_at and o.article_id < x.article_id)))))
        """;

    /// <summary>Takes an article out of its story.</summary>
    /// <returns>The story, null when it was in none; and whether the article was in the live window.</returns>
    public static async Task<(long? Story, bool WasLive)> RemoveAsync(DbConnection connection, long article, CancellationToken ct)
    {
        var values = new { Article = article };
        var live = await connection.ExecuteAsync(new CommandDefinition(Fallen, values, cancellationToken: ct));
        var story = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "delete from story_articles where article_id = @Article returning story_id", values, cancellationToken: ct));
        return (story, live > 0);
    }

    /// <summary>As <see cref="RemoveAsync"/>, and tells every process that its window is old.</summary>
    public static async Task ForgetAsync(DbConnection connection, long article, CancellationToken ct)
    {
        if (await RemoveAsync(connection, article, ct) is { WasLive: true })
        {
            await connection.ExecuteAsync(new CommandDefinition("update story_numbers set removals = removals + 1", cancellationToken: ct));
        }
    }
}
