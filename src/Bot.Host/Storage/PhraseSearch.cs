using System.Data.Common;
using Bot.Digest.Language;
using Bot.Digest.Ports;
using Bot.Digest.Quotes;
using Bot.Host.Storage.Corrections;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Finds who said a phrase: word for word, or else in similar wording.</summary>
internal sealed class PhraseSearch(IDatabase database, DbConnection connection, CommunityId asker, QuoteFilter filter)
{
    // Newest quotes that are counted; those that must be read to decide are fewer.
    private const int MostCounted = 300;
    private const int MostRead = 100;

    // Rare words tell most and are found quickest. Similar wording shares at least half of the words that carry meaning: two of three, three of five.
    private const double LeastShared = 0.5;
    private const int MostRareWords = 4;

    public async Task<Hits<QuoteHit>> FindAsync(string phrase, int skip, int take, CancellationToken ct)
    {
        var exact = await ExactAsync(phrase, skip, take, ct);
        return exact.Total > 0 ? exact : await NearAsync(phrase, skip, take, ct);
    }

    private async Task<Hits<QuoteHit>> ExactAsync(string phrase, int skip, int take, CancellationToken ct)
    {
        var words = SearchWords.Phrase(phrase);
        if (words.ToQuery() is not { } query)
        {
            return new Hits<QuoteHit>([], 0);
        }

        var topic = SearchWords.Parse(filter.About ?? "");
        if (topic.IsEmpty)
        {
            var found = await AskAsync(query, MostCounted, ct);
            var firsts = found.OrderBy(quote => quote.Published).ThenBy(quote => quote.Id).DistinctBy(quote => quote.Statement)
                .OrderByDescending(quote => quote.Published).ThenByDescending(quote => quote.Id).Select(quote => quote.Id).ToList();
            var page = await QuoteHits.ReadAsync(database, connection, asker, [.. firsts.Skip(skip).Take(take)], ct);
            return new Hits<QuoteHit>(await TellAsync(page, ct), firsts.Count, IsMore: found.Count == MostCounted);
        }

        var read = await AskAsync(query, MostRead, ct);
        var hits = await QuoteHits.ReadAsync(database, connection, asker, [.. read.Select(quote => quote.Id)], ct);
        var about = Printings.EachOnce(hits.Where(hit => QuotesAbout.IsAbout(topic, hit)));
        return new Hits<QuoteHit>(await TellAsync([.. about.Skip(skip).Take(take)], ct), about.Count, IsMore: read.Count == MostRead);
    }

    private Task<IReadOnlyList<QuoteHit>> TellAsync(IReadOnlyList<QuoteHit> page, CancellationToken ct) =>
        Printings.TellAsync(database, connection, asker, page, ct);

    private async Task<Hits<QuoteHit>> NearAsync(string phrase, int skip, int take, CancellationToken ct)
    {
        var asked = SearchWords.Phrase(phrase).Words;
        var words = asked.Distinct().Where(word => !Languages.IsStopWord(word)).ToList();
        var holders = await HoldersAsync(words, ct);
        var rarest = holders.Where(word => word.Value > 0).OrderBy(word => word.Value).Take(MostRareWords).Select(word => new WordQuery.Phrase([word.Key])).ToList();
        if (rarest.Count < 2)
        {
            return new Hits<QuoteHit>([], 0);
        }

        var pairs = rarest.SelectMany((first, at) => rarest.Skip(at + 1).Select(second => new WordQuery.All([first, second])));
        var found = await AskAsync(new WordQuery.Any([.. pairs]), MostRead, ct);
        var hits = await QuoteHits.ReadAsync(database, connection, asker, [.. found.Select(quote => quote.Id)], ct);
        var topic = SearchWords.Parse(filter.About ?? "");
        var wording = new NearWording(asked, holders);
        var near = hits
            .Where(hit => topic.IsEmpty || QuotesAbout.IsAbout(topic, hit))
            .Select(hit => (Hit: hit, Wording: wording.Of(TextWords.FoldedWordsOf(hit.Text))))
            .Where(candidate => candidate.Wording.ContentShared >= LeastShared)
            .OrderByDescending(candidate => candidate.Wording.Shared)
            .ThenByDescending(candidate => candidate.Wording.InOrder)
            .ThenBy(candidate => candidate.Hit.Kind == QuoteKind.Reported)
            .Select(candidate => candidate.Hit)
            .DistinctBy(hit => hit.Statement)
            .ToList();

        return new Hits<QuoteHit>(await TellAsync([.. near.Skip(skip).Take(take)], ct), near.Count, Near: near.Count > 0, IsMore: found.Count == MostRead);
    }

    // How many quotes hold each word; of a very common one the index is not asked how common.
    private async Task<Dictionary<string, long>> HoldersAsync(List<string> words, CancellationToken ct)
    {
        var holders = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            holders[word] = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
                $"select count(*) from (select 1 from quote_words where {database.Answers("quote_words")} limit {NearWording.MostHolders}) found",
                new { Question = database.Render(new WordQuery.In(["said"], new WordQuery.Phrase([word]))) },
                cancellationToken: ct));
        }

        return holders;
    }

    private async Task<List<FoundQuote>> AskAsync(WordQuery words, int limit, CancellationToken ct)
    {
        var parts = new List<WordQuery> { new WordQuery.In(["said"], words) };
        if (filter.By is { } person)
        {
            parts.Add(Tags.Query([Tags.Person(person.Value)]));
        }

        if (await Visible.FewSourcesAsync(connection, asker, null, ct) is { } sources)
        {
            parts.Add(Tags.Query(sources));
        }

        var found = await connection.QueryAsync<FoundQuote>(new CommandDefinition(
            $"""
            select q.id as Id, q.published_at as Published, coalesce(q.statement_id, q.id) as Statement
            from quote_words
            cross join quotes q
            where {database.Answers("quote_words")} and quote_words.{database.WordsRow} between @First and @Last
                and q.id = quote_words.{database.WordsRow} and q.published_at >= @Since and q.published_at < @Before
                and {MarkedQuotes.Unhidden("q.id")}
                and ((@Person is null and q.shared <= 1) or (q.person_id = @Person and q.shown = @Shown and {MarkedQuotes.Unmarked("q.id")}))
                and q.source_id in {Visible.Sources}
            order by quote_words.{database.WordsRow}
            limit @Limit
            """,
            new
            {
                Question = database.Render(new WordQuery.All(parts)),
                First = Stored.FirstQuote(filter.Before),
                Last = Stored.LastQuote(filter.Since),
                Since = Stored.Since(filter.Since),
                Before = Stored.Before(filter.Before),
                Person = filter.By?.Value,
                Shown = !filter.Possible,
                Asker = asker.Value,
                Limit = limit,
            },
            cancellationToken: ct));
        return [.. found.OrderByDescending(quote => quote.Published).ThenByDescending(quote => quote.Id)];
    }

    private sealed class FoundQuote
    {
        public long Id { get; init; }

        public long Published { get; init; }

        public long Statement { get; init; }
    }
}
