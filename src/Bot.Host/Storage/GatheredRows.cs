using System.Data.Common;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Rows of the articles of one transaction: those of one table are written together, because preparing a statement costs as much as running it.</summary>
internal sealed class GatheredRows
{
    private readonly Dictionary<string, List<object>> _rows = [];
    private readonly List<(string Sql, long Row, object Values)> _words = [];

    /// <summary>Adds a row of a table.</summary>
    /// <param name="sql">The statement that writes it.</param>
    public void Add(string sql, object row)
    {
        if (!_rows.TryGetValue(sql, out var rows))
        {
            _rows[sql] = rows = [];
        }

        rows.Add(row);
    }

    /// <summary>Adds a row of a word index.</summary>
    public void AddWords(string sql, long row, object values) => _words.Add((sql, row, values));

    /// <summary>Writes what was gathered.</summary>
    public async Task FlushAsync(DbConnection connection, CancellationToken ct)
    {
        foreach (var (sql, rows) in _rows)
        {
            await connection.ExecuteAsync(new CommandDefinition(sql, rows, cancellationToken: ct));
            rows.Clear();
        }

        // In the order of their rows: a word index that has to step back writes out what it gathered so far.
        foreach (var words in _words.GroupBy(words => words.Sql))
        {
            await connection.ExecuteAsync(new CommandDefinition(
                words.Key, words.OrderBy(row => row.Row).Select(row => row.Values), cancellationToken: ct));
        }

        _words.Clear();
    }
}
