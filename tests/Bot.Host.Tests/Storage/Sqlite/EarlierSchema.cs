using System.Data.Common;
using Bot.Host.Storage;

namespace Bot.Host.Tests.Storage.Sqlite;

/// <summary>A database as an earlier program knew it: only the first steps of the schema.</summary>
internal sealed class EarlierSchema(IDatabase whole, int steps) : IDatabase
{
    public IReadOnlyList<Migration> Migrations => [.. whole.Migrations.Take(steps)];

    public bool IsReadOnly => whole.IsReadOnly;

    public string CountTables => whole.CountTables;

    public string WordsRow => whole.WordsRow;

    public string AddArticleWords => whole.AddArticleWords;

    public string AddQuoteWords => whole.AddQuoteWords;

    public string ArticleRank => whole.ArticleRank;

    public string Answers(string index) => whole.Answers(index);

    public string Each(string parameter) => whole.Each(parameter);

    public string Render(WordQuery query) => whole.Render(query);

    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken ct) => whole.ReadAsync(work, ct);

    public Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken ct) => whole.WriteAsync(work, ct);

    public Task<IReadOnlyList<string>> InspectAsync(CancellationToken ct) => whole.InspectAsync(ct);
}
