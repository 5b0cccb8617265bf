using Bot.Host.Storage;
using Dapper;

namespace Bot.Host.Tests.Storage;

/// <summary>Everything that an archive holds of people, as lines without the numbers that the archive gave.</summary>
internal static class EditedArchive
{
    /// <summary>The lines, sorted.</summary>
    /// <param name="labels">What to call people in place of their keys.</param>
    /// <param name="withKeys">Also the forms of their names and what may be typed for them.</param>
    public static async Task<IReadOnlyList<string>> DumpAsync(
        IDatabase database, IReadOnlyDictionary<string, string> labels, bool withKeys, CancellationToken ct)
    {
        List<string> queries =
        [
            "select p.key, 'counts ' || s.name || ' ' || c.articles || ' ' || c.mentions || ' ' || c.quotes || ' ' || c.possible from person_sources c join sources s on s.id = c.source_id join persons p on p.id = c.person_id",
            "select p.key, 'mention ' || s.name || ' ' || a.key || ' ' || m.times || ' ' || m.quotes || ' ' || m.possible from mentions m join articles a on a.id = m.article_id join sources s on s.id = a.source_id join persons p on p.id = m.person_id",
            "select p.key, 'role ' || a.key || ' ' || s.name || ' ' || r.text from person_roles r join articles a on a.id = r.article_id join sources s on s.id = r.source_id join persons p on p.id = r.person_id",
            "select p.key, 'event ' || a.key || ' ' || e.source_id || ' ' || e.number || ' ' || e.weight from event_people e join articles a on a.id = e.article_id join persons p on p.id = e.person_id",
            "select p.key, 'quote ' || a.key || ' ' || s.name || ' ' || (q.id - a.first_quote) from quotes q join articles a on a.id = q.article_id join sources s on s.id = a.source_id join persons p on p.id = q.person_id",
        ];
        if (withKeys)
        {
            queries.Add("select p.key, 'form ' || s.name || ' ' || n.name from person_names n join sources s on s.id = n.source_id join persons p on p.id = n.person_id");
            queries.Add("select p.key, 'key ' || k.key || ' ' || k.kind from person_keys k join persons p on p.id = k.person_id");
        }

        return await database.ReadAsync(
            async connection =>
            {
                var lines = new List<string>();
                foreach (var query in queries)
                {
                    var rows = await connection.QueryAsync<(string Key, string What)>(new CommandDefinition(query, cancellationToken: ct));
                    lines.AddRange(rows.Select(row => $"{labels.GetValueOrDefault(row.Key, row.Key)}: {row.What}"));
                }

                foreach (var (id, key) in await connection.QueryAsync<(long Id, string Key)>("select id, key from persons order by id"))
                {
                    var question = new { Question = database.Render(new WordQuery.In(["tags"], new WordQuery.Phrase([$"p{id}"]))) };
                    var articles = await connection.QueryAsync<string>(
                        $"select s.name || ' ' || a.key from article_words join articles a on a.place = article_words.rowid join sources s on s.id = a.source_id where {database.Answers("article_words")}", question);
                    var quotes = await connection.QueryAsync<string>(
                        $"select s.name || ' ' || a.key || ' ' || (q.id - a.first_quote) from quote_words join quotes q on q.id = quote_words.rowid join articles a on a.id = q.article_id join sources s on s.id = a.source_id where {database.Answers("quote_words")}", question);
                    lines.AddRange(articles.Select(article => $"{labels.GetValueOrDefault(key, key)}: tagged article {article}"));
                    lines.AddRange(quotes.Select(quote => $"{labels.GetValueOrDefault(key, key)}: tagged quote {quote}"));
                }

                lines.Sort(StringComparer.Ordinal);
                return lines;
            },
            ct);
    }
}
