using System.Data.Common;
using Dapper;

namespace Bot.Host.Storage.Corrections;

/// <summary>Notes, in the transaction of a change, which articles have to be compared with what was posted; most were shown in no digest lately.</summary>
internal static class ChangedArticles
{
    private const string Note = """
        on conflict (article_id) do update set change = changed_articles.change + 1
        """;

    /// <summary>Something of these articles changed.</summary>
    public static Task<int> NoteAsync(IDatabase database, DbConnection connection, IEnumerable<long> articles, CancellationToken ct) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            insert into changed_articles (article_id, change)
            select distinct i.article_id, 1 from shown_items i where i.article_id in ({database.Each("@Articles")})
            {Note}
            """,
            new { Articles = Numbers.List(articles) },
            cancellationToken: ct));

    /// <summary>A person is shown under another name.</summary>
    public static Task<int> NoteQuotedAsync(DbConnection connection, long person, CancellationToken ct) => connection.ExecuteAsync(new CommandDefinition(
        $"""
        insert into changed_articles (article_id, change)
        select distinct i.article_id, 1
        from shown_items i
        join articles a on a.id = i.article_id
        join quotes q on q.id >= a.first_quote and q.id < a.first_quote + a.quote_count
        where q.person_id = @Person
        {Note}
        """,
        new { Person = person },
        cancellationToken: ct));

    /// <summary>The article is taken out: its number may become another's.</summary>
    public static async Task ForgetAsync(DbConnection connection, long article, CancellationToken ct)
    {
        await connection.ExecuteAsync(new CommandDefinition("delete from shown_items where article_id = @Article", new { Article = article }, cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition("delete from changed_articles where article_id = @Article", new { Article = article }, cancellationToken: ct));
    }
}
