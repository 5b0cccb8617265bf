using System.Data.Common;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Finds the words of names that a misspelt one may mean, by the runs of three letters that they share.</summary>
internal static class WordGrams
{
    private const int MostCandidates = 60;

    /// <summary>The runs of three letters of a word, with its beginning and end marked.</summary>
    public static IReadOnlyList<string> Of(string word)
    {
        var marked = $" {word} ";
        return [.. Enumerable.Range(0, Math.Max(0, marked.Length - 2)).Select(at => marked.Substring(at, 3)).Distinct()];
    }

    /// <summary>Enters words; those that are there stay.</summary>
    public static Task<int> AddAsync(DbConnection connection, IEnumerable<string> words, CancellationToken ct) =>
        connection.ExecuteAsync(new CommandDefinition(
            "insert into word_grams (gram, word) values (@Gram, @Word) on conflict (gram, word) do nothing",
            words.SelectMany(word => Of(word).Select(gram => new { Gram = gram, Word = word })),
            cancellationToken: ct));

    /// <summary>Takes words away that stand in nobody's name any more.</summary>
    public static Task<int> ForgetAsync(DbConnection connection, IEnumerable<string> words, CancellationToken ct) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            delete from word_grams
            where gram = @Gram and word = @Word and not exists (select 1 from person_keys k where k.key = @Word and k.kind = @Kind)
            """,
            words.SelectMany(word => Of(word).Select(gram => new { Gram = gram, Word = word, Kind = PersonKeys.WordKind })),
            cancellationToken: ct));

    /// <summary>Words that share the most runs with <paramref name="word"/>, those first.</summary>
    public static async Task<IReadOnlyList<string>> LikeAsync(DbConnection connection, string word, CancellationToken ct)
    {
        var grams = Of(word);
        return (await connection.QueryAsync<string>(new CommandDefinition(
            $"""
            select word from word_grams
            where gram in @Grams
            group by word
            having count(*) >= @Least
            order by count(*) desc, word
            limit {MostCandidates}
            """,
            new { Grams = grams, Least = Math.Max(1, grams.Count / 3) },
            cancellationToken: ct))).AsList();
    }
}
