using System.Data.Common;
using Bot.Digest.Ports;
using Bot.Host.Storage.Editing;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>What a check of the whole archive found.</summary>
/// <param name="Articles">Articles looked at.</param>
/// <param name="Quotes">Quotes compared with their paragraphs.</param>
/// <param name="Problems">A sentence each; empty when all is well.</param>
/// <param name="HalfDone">Slug of the person whose correction articles still have to follow; null when there is none.</param>
public sealed record ArchiveReport(long Articles, long Quotes, IReadOnlyList<string> Problems, string? HalfDone);

/// <summary>Checks that the archive is whole: the file, every reference, every quote against its paragraph, the word indexes against what they index.</summary>
public sealed class ArchiveCheck(IDatabase database)
{
    private const int AtOnce = 200;

    public async Task<ArchiveReport> RunAsync(CancellationToken ct)
    {
        var problems = new List<string>(await database.InspectAsync(ct));
        var (articles, quotes) = (0L, 0L);
        for (long last = 0; last < long.MaxValue;)
        {
            var page = await database.ReadAsync(connection => CheckAsync(connection, last, ct), ct);
            articles += page.Articles;
            quotes += page.Quotes;
            last = page.Last;
            problems.AddRange(page.Problems);
        }

        problems.AddRange(await database.ReadAsync(connection => CountsAsync(connection, ct), ct));
        var halfDone = await database.ReadAsync(connection => new EditLog(connection).OpenAsync(ct), ct);
        return new ArchiveReport(articles, quotes, problems, halfDone?.Slug);
    }

    private static async Task<Page> CheckAsync(DbConnection connection, long last, CancellationToken ct)
    {
        var ids = (await connection.QueryAsync<long>(new CommandDefinition(
            $"select id from articles where id > @Last order by id limit {AtOnce}", new { Last = last }, cancellationToken: ct))).AsList();
        var texts = await ExportedText.ReadAsync(connection, ids, ct);
        var hashes = (await connection.QueryAsync<ArticleRow>(new CommandDefinition(
            "select id as Id, hash as Hash from articles where id in @Articles", new { Articles = ids }, cancellationToken: ct))).AsList();
        var quotes = (await connection.QueryAsync<QuoteRow>(new CommandDefinition(
            $"{QuoteRow.SelectOfArticles} where a.id in @Articles", new { Articles = ids, Asker = CommunityId.DefaultSet.Value }, cancellationToken: ct))).AsList();

        var changed = hashes.Where(row => Stored.TextHash(texts[row.Id].Text) != row.Hash)
            .Select(row => $"Article {row.Id} no longer has the text that was stored.");
        var unequal = quotes.Where(row => row.ToHit(texts[row.Article].Paragraphs) is null)
            .Select(row => $"Quote {row.Quote} of article {row.Article} differs from its paragraph and is not shown.");
        return new Page(ids.Count, quotes.Count, ids.Count == 0 ? long.MaxValue : ids[^1], [.. changed, .. unequal]);
    }

    private async Task<List<string>> CountsAsync(DbConnection connection, CancellationToken ct)
    {
        (string Sql, string Sentence)[] checks =
        [
            ($"select count(*) from articles a where not exists (select 1 from article_words w where w.{database.WordsRow} = a.place)",
                "{0} articles cannot be found by their words."),
            ($"select count(*) from quotes q where not exists (select 1 from quote_words w where w.{database.WordsRow} = q.id)",
                "{0} quotes cannot be found by their words."),
            ("select abs((select count(*) from quotes) - (select coalesce(sum(quote_count), 0) from articles))",
                "{0} quotes are missing or belong to no article."),
            ("select (select count(*) from article_words) - (select count(*) from articles)",
                "The word index holds {0} articles too many."),
            ("select (select count(*) from quote_words) - (select count(*) from quotes)",
                "The word index holds {0} quotes too many."),
            ("""
             select count(*)
             from (
                 select m.person_id, a.source_id, count(*) as articles, sum(m.times) as mentions, sum(m.quotes) as quotes, sum(m.possible) as possible
                 from mentions m
                 join articles a on a.id = m.article_id
                 group by m.person_id, a.source_id) c
             left join person_sources ps on ps.person_id = c.person_id and ps.source_id = c.source_id
             where ps.articles is null or ps.articles <> c.articles or ps.mentions <> c.mentions or ps.quotes <> c.quotes or ps.possible <> c.possible
             """,
                "The counts of {0} people differ from what was counted."),
            ("""
             select count(*) from sources s
             where s.article_count <> (select count(*) from articles a where a.source_id = s.id)
             """,
                "The counts of {0} sources differ from what was counted."),
        ];

        var problems = new List<string>();
        foreach (var (sql, sentence) in checks)
        {
            var found = await connection.ExecuteScalarAsync<long>(new CommandDefinition(sql, cancellationToken: ct));
            if (found > 0)
            {
                problems.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, found));
            }
        }

        return problems;
    }

    private sealed record Page(long Articles, long Quotes, long Last, IReadOnlyList<string> Problems);

    private sealed class ArticleRow
    {
        public long Id { get; init; }

        public string Hash { get; init; } = "";
    }
}
