using System.Data.Common;
using Bot.Digest;
using Bot.Digest.Articles;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Puts new findings of stored articles in the place of old ones.</summary>
public sealed class StoredRereading(IDatabase database, TimeProvider clock) : IRereading
{
    private readonly LiveStories _stories = new();

    public Task<IReadOnlyList<ArticleToReread>> NextAsync(int most, CancellationToken ct) => database.ReadAsync<IReadOnlyList<ArticleToReread>>(
        async connection =>
        {
            var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
                """
                select id as Id, title as Title, address as Address, author as Author, language as Language, published_at as Published,
                    published_is_stated as IsStated
                from articles
                where understanding < @Number
                order by understanding, published_at, id
                limit @Most
                """,
                new { Understanding.Number, Most = most },
                cancellationToken: ct))).AsList();
            var paragraphs = (await connection.QueryAsync<(long Article, string Text)>(new CommandDefinition(
                $"select article_id, text from paragraphs where article_id in ({database.Each("@Articles")}) order by article_id, number",
                new { Articles = Numbers.List(rows.Select(row => row.Id)) },
                cancellationToken: ct))).ToLookup(row => row.Article, row => row.Text);
            return [.. rows.Select(row => new ArticleToReread(new ArticleId(row.Id), row.ToArticle(string.Join('\n', paragraphs[row.Id]))))];
        },
        ct);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Something that was found does not lie in its text.</exception>
    public async Task StoreAsync(IReadOnlyList<RereadArticle> articles, CancellationToken ct)
    {
        var parts = articles.Select(article => (article.Id, article.Hash, Parts: article.Understood is { } found ? new ArticleParts(found) : null)).ToList();
        var opening = await database.WriteAsync(
            async connection =>
            {
                var opening = await _stories.OpenAsync(connection, ct);
                foreach (var (id, hash, found) in parts)
                {
                    await ReplaceAsync(connection, id.Value, hash, found, ct);
                }

                await _stories.CloseAsync(connection, ct);
                return opening;
            },
            ct);
        _stories.Keep(opening);
    }

    private async Task ReplaceAsync(DbConnection connection, long article, string hash, ArticleParts? parts, CancellationToken ct)
    {
        // Marked first: what another process read again meanwhile, or revised, is passed over. A text that is not whole any more keeps
        // what was understood of it when it was.
        var source = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "update articles set understanding = @Number where id = @Article and understanding < @Number returning case when hash = @Hash then source_id end",
            new { Understanding.Number, Article = article, Hash = hash },
            cancellationToken: ct));
        if (source is not { } known || parts is null)
        {
            return;
        }

        var rows = new ArticleRows(connection, database, new SourceId(known), _stories, clock.GetUtcNow());
        await rows.ReplaceAsync(article, parts, ct);
        await rows.FlushAsync(ct);
    }

    private sealed class Row
    {
        public long Id { get; init; }

        public string Title { get; init; } = "";

        public string? Address { get; init; }

        public string? Author { get; init; }

        public string? Language { get; init; }

        public long Published { get; init; }

        public bool IsStated { get; init; }

        public Article ToArticle(string text) => new()
        {
            Title = Title,
            Text = text,
            Published = Stored.Moment(Published),
            PublishedIsStated = IsStated,
            Address = Address is null ? null : new Uri(Address),
            Author = Author,
            Language = Language,
        };
    }
}
