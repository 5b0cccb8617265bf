using System.Data.Common;
using Bot.Digest.Filters;
using Bot.Digest.Ports;
using Bot.Host.Storage.Filtering;

namespace Bot.Host.Storage;

/// <summary>An article to store.</summary>
/// <param name="Known">The article that it is another reading of, whatever its key; null to go by the key.</param>
internal sealed record ArticleToStore(ArticleParts Parts, ArticleId? Known = null);

/// <summary>An article that was stored or found as it is.</summary>
internal sealed record StoredArticle(AddOutcome Outcome, ArticleId Id);

/// <summary>What else belongs into the transactions of a call.</summary>
/// <param name="BeginAsync">Says first of all whether anything is still wanted.</param>
/// <param name="EndAsync">Gets the articles of the portion and whether it is the last.</param>
internal sealed record PortionSteps(
    Func<DbConnection, Task<bool>> BeginAsync, Func<DbConnection, IReadOnlyList<StoredArticle>, bool, Task> EndAsync);

/// <summary>Stores articles in transactions so short that others need not wait for long, and keeps the live window between them.</summary>
internal sealed class ArticlePortions(IDatabase database, TimeProvider clock)
{
    // Others wait while a transaction is open: an article more each time it was quick, fewer when it was not.
    public const int MostArticles = 50;
    private static readonly TimeSpan LongestLock = TimeSpan.FromMilliseconds(50);

    // One after the other, so that the window in memory is always that of the last commit and need not be read again.
    private readonly Lock _lock = new();
    private readonly LiveStories _stories = new();
    private Task _turn = Task.CompletedTask;
    private int _articlesAtOnce = 10;

    /// <summary>Stores all, each whole or not at all, in at least one transaction.</summary>
    /// <returns>In the order of the articles; null when <paramref name="steps"/> wanted no more.</returns>
    public async Task<IReadOnlyList<StoredArticle>?> StoreAsync(
        SourceId source, IReadOnlyList<ArticleToStore> articles, PortionSteps? steps, CancellationToken ct)
    {
        var stored = new List<StoredArticle>(articles.Count);
        do
        {
            var left = articles.Skip(stored.Count).ToList();
            if (await InTurnAsync(() => PortionAsync(source, left, steps, ct)) is not { } portion)
            {
                return null;
            }

            stored.AddRange(portion);
        }
        while (stored.Count < articles.Count);

        return stored;
    }

    private Task<T> InTurnAsync<T>(Func<Task<T>> work)
    {
        lock (_lock)
        {
            var turn = AfterAsync(_turn, work);
            _turn = turn;
            return turn;
        }
    }

    private static async Task<T> AfterAsync<T>(Task earlier, Func<Task<T>> work)
    {
        await earlier.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        return await work();
    }

    private async Task<IReadOnlyList<StoredArticle>?> PortionAsync(
        SourceId source, List<ArticleToStore> left, PortionSteps? steps, CancellationToken ct)
    {
        var chunk = left.Take(_articlesAtOnce).ToList();
        var texts = chunk.Count == 0 ? []
            : await HiddenArticles.PrepareAsync(database, source, chunk.Select(one => (one.Parts.Article.Title, one.Parts.Article.Text)), ct);
        var (portion, opening, held) = await database.WriteAsync<(List<StoredArticle>?, long, TimeSpan)>(
            async connection =>
            {
                var began = clock.GetTimestamp();
                if (steps is not null && !await steps.BeginAsync(connection))
                {
                    return (null, 0, TimeSpan.Zero);
                }

                var (stored, opening) = chunk.Count == 0 ? ([], 0) : await StoreAsync(connection, source, chunk, texts, ct);
                await (steps?.EndAsync(connection, stored, chunk.Count == left.Count) ?? Task.CompletedTask);
                return (stored, opening, clock.GetElapsedTime(began));
            },
            ct);
        if (portion is { Count: > 0 })
        {
            _stories.Keep(opening);
            _articlesAtOnce = Math.Clamp((int)(chunk.Count * (LongestLock / (held + TimeSpan.FromMilliseconds(1)))), 1, MostArticles);
        }

        return portion;
    }

    private async Task<(List<StoredArticle> Stored, long Opening)> StoreAsync(
        DbConnection connection, SourceId source, List<ArticleToStore> chunk, IReadOnlyList<FilterText> texts, CancellationToken ct)
    {
        var opening = await _stories.OpenAsync(connection, ct);
        var rows = new ArticleRows(connection, database, source, _stories, clock.GetUtcNow());
        var stored = new List<StoredArticle>(chunk.Count);
        foreach (var article in chunk)
        {
            stored.Add(await rows.AddAsync(article, ct));
        }

        await rows.FlushAsync(ct);
        await _stories.CloseAsync(connection, ct);
        var changed = stored.Zip(texts).Where(one => one.First.Outcome != AddOutcome.Unchanged);
        await HiddenArticles.NoteAsync(
            database, connection, source, [.. changed.Select(one => (one.First.Id.Value, one.First.Outcome == AddOutcome.New, one.Second))], ct);
        await Publishers.NoteAsync(connection, source.Value, chunk.Select(article => article.Parts.Article.Address), ct);
        return (stored, opening);
    }
}
