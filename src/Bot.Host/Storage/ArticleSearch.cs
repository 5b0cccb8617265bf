using System.Data.Common;
using Bot.Digest.Ports;
using Bot.Host.Storage.Filtering;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>An article that answers a search.</summary>
internal sealed class FoundArticle
{
    public long Id { get; init; }

    public long Place { get; init; }

    public long Published { get; init; }
}

/// <summary>Finds articles by words. Looks at the newest that fit, so that a very common word costs no more than a rare one.</summary>
internal sealed class ArticleSearch(IDatabase database, DbConnection connection, CommunityId asker, ArticleFilter filter)
{
    /// <summary>How many of the newest articles that fit are ranked and counted.</summary>
    public const int Window = 300;

    // A word of more articles says little about rank, and asking the index how rare it is takes longer than the search.
    private const int CommonFrom = 500;

    private static readonly string[] Texts = ["title", "text"];

    /// <summary>The newest that hold all the words, newest first, at most <see cref="Window"/>.</summary>
    public async Task<List<FoundArticle>> NewestAsync(SearchWords words, CancellationToken ct)
    {
        var found = await AskAsync(words, Texts, ct);
        return [.. found.OrderByDescending(article => article.Published).ThenByDescending(article => article.Id)];
    }

    /// <summary>As <see cref="NewestAsync"/>, best first: by how rare the words are and how often and where an article has them.</summary>
    public async Task<List<FoundArticle>> RankedAsync(SearchWords words, CancellationToken ct)
    {
        var newest = await NewestAsync(words, ct);
        if (newest.Count < 2)
        {
            return newest;
        }

        var rare = await RareAsync(words, ct);
        if (rare is null)
        {
            // Nothing to weigh: what has the words in its title goes before what has them somewhere.
            var inTitle = (await AskAsync(words, ["title"], ct)).Select(article => article.Id).ToHashSet();
            return [.. newest.OrderByDescending(article => inTitle.Contains(article.Id))];
        }

        var ranks = (await connection.QueryAsync<RankRow>(new CommandDefinition(
            $"""
            select {database.WordsRow} as Place, {database.ArticleRank} as Rank
            from article_words
            where {database.Answers("article_words")}
            """,
            new { Question = database.Render(new WordQuery.In(Texts, rare)) },
            cancellationToken: ct))).ToDictionary(row => row.Place, row => row.Rank);
        return [.. newest.OrderBy(article => ranks.GetValueOrDefault(article.Place))];
    }

    private async Task<List<FoundArticle>> AskAsync(SearchWords words, string[] columns, CancellationToken ct)
    {
        var pattern = Visible.NamePattern(filter.Source);
        var parts = new List<WordQuery>();
        if (words.ToQuery() is { } asked)
        {
            parts.Add(new WordQuery.In(columns, asked));
        }

        if (filter.Person is { } person)
        {
            parts.Add(Tags.Query([Tags.Person(person.Value)]));
        }

        if (await Visible.FewSourcesAsync(connection, asker, pattern, ct) is { } sources)
        {
            parts.Add(Tags.Query(sources));
        }

        var told = filter.OnlyTold ? await HiddenArticles.ToldAsync(connection, asker, "a.id", ct) : "";
        return (await connection.QueryAsync<FoundArticle>(new CommandDefinition(
            $"""
            select a.id as Id, a.place as Place, a.published_at as Published
            from article_words
            cross join articles a
            where {database.Answers("article_words")} and article_words.{database.WordsRow} between @First and @Last
                and a.place = article_words.{database.WordsRow} and a.published_at >= @Since and a.published_at < @Before
                and a.source_id in {Visible.NamedSources} {told}
            order by article_words.{database.WordsRow}
            limit {Window}
            """,
            new
            {
                Question = database.Render(new WordQuery.All(parts)),
                First = Stored.FirstArticle(filter.Before),
                Last = Stored.LastArticle(filter.Since),
                Since = Stored.Since(filter.Since),
                Before = Stored.Before(filter.Before),
                Asker = asker.Value,
                Source = pattern,
            },
            cancellationToken: ct))).AsList();
    }

    // The terms that few articles hold; null when there is none.
    private async Task<WordQuery?> RareAsync(SearchWords words, CancellationToken ct)
    {
        var rare = new List<WordQuery>();
        foreach (var term in words.Terms)
        {
            var articles = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
                $"select count(*) from (select 1 from article_words where {database.Answers("article_words")} limit {CommonFrom}) found",
                new { Question = database.Render(new WordQuery.In(Texts, term)) },
                cancellationToken: ct));
            if (articles < CommonFrom)
            {
                rare.Add(term);
            }
        }

        return rare.Count == 0 ? null : new WordQuery.All(rare);
    }

    private sealed class RankRow
    {
        public long Place { get; init; }

        public double Rank { get; init; }
    }
}
