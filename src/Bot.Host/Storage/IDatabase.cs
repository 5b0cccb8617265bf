using System.Data.Common;

namespace Bot.Host.Storage;

/// <summary>One step of the schema.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Name">File name without the ending.</param>
/// <param name="Sql">The statements.</param>
public sealed record Migration(int Number, string Name, string Sql);

/// <summary>
/// A database engine: how it is read and written, and each point where its SQL differs from the part that all engines share.
/// </summary>
public interface IDatabase
{
    /// <summary>The schema's steps for this engine, in order.</summary>
    IReadOnlyList<Migration> Migrations { get; }

    /// <summary>Nothing can be written; known after the first use.</summary>
    bool IsReadOnly { get; }

    /// <summary>Statement that counts the tables named @Table.</summary>
    string CountTables { get; }

    /// <summary>Column of a word index that holds the row's number.</summary>
    string WordsRow { get; }

    /// <summary>Statement that puts an article (@Row, @Title, @Text, @Tags) into article_words.</summary>
    string AddArticleWords { get; }

    /// <summary>Statement that puts a quote (@Row, @Said, @Tags) into quote_words.</summary>
    string AddQuoteWords { get; }

    /// <summary>Expression that ranks the rows of article_words, lowest first: words in the title count most.</summary>
    string ArticleRank { get; }

    /// <summary>Runs <paramref name="work"/> on one unchanging state of the archive.</summary>
    /// <exception cref="StorageException">The archive cannot be opened or read.</exception>
    Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken ct);

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction that holds the right to write from its start. When the task ends, the changes are
    /// durable; when it throws, nothing of them is kept.
    /// </summary>
    /// <exception cref="StorageException">The archive cannot be opened or written.</exception>
    Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken ct);

    /// <summary>Condition that the rows of the word index <paramref name="index"/> answer @Question.</summary>
    string Answers(string index);

    /// <summary>Statement that gives each number of a parameter that <see cref="Numbers.List"/> wrote: thousands of them are still one parameter.</summary>
    string Each(string parameter);

    /// <summary>A question in this engine's own words, for @Question.</summary>
    string Render(WordQuery query);

    /// <summary>What is wrong with the file or the word indexes, a sentence each; empty when all is well.</summary>
    Task<IReadOnlyList<string>> InspectAsync(CancellationToken ct);
}
