using System.Data.Common;
using Bot.Digest.Ports;
using Bot.Digest.Quotes.Statements;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>
/// Joins the quotes of one transaction with those that are the same statement of the same person, within it and before it. Kept numbers
/// lead to a few candidates, so that the cost does not grow with the archive; their words decide.
/// </summary>
internal sealed class StatementBook(IDatabase database, DbConnection connection)
{
    // More hold only what the person says every day.
    private const int MostCandidates = 20;
    private const int MostOfKey = 100;
    private const int MostFound = 20_000;

    private readonly List<Entered> _entered = [];

    /// <summary>Notes a quote that is being stored.</summary>
    public void Enter(long quote, long person, DateTimeOffset published, SaidWords said) =>
        _entered.Add(new Entered(quote, published, said, KeysOf(person, said)));

    /// <summary>Decides for the quotes noted, once they are written.</summary>
    public async Task JoinAsync(CancellationToken ct)
    {
        if (_entered.Count == 0)
        {
            return;
        }

        await connection.ExecuteAsync(new CommandDefinition(
            "insert into statement_keys (key, quote_id) values (@Key, @Quote)",
            _entered.SelectMany(quote => StatementKeys.Kept(quote.Keys).Select(key => new { Key = key, Quote = quote.Id })),
            cancellationToken: ct));
        var candidates = await CandidatesAsync(ct);
        var hits = (await QuoteHits.AllAsync(database, connection, CommunityId.DefaultSet, [.. candidates.SelectMany(pair => pair.Value).Select(one => one.Quote).Distinct()], ct))
            .ToDictionary(hit => hit.Id.Value);
        var joined = new Dictionary<long, long>();
        foreach (var quote in _entered.Where(quote => candidates.ContainsKey(quote.Id)))
        {
            if (Choose(quote, candidates[quote.Id], hits, joined) is { } same)
            {
                joined[quote.Id] = joined[same.Quote] = same.Statement;
            }
        }

        await connection.ExecuteAsync(new CommandDefinition(
            "update quotes set statement_id = @Statement where id = @Quote",
            joined.Select(pair => new { Quote = pair.Key, Statement = pair.Value }),
            cancellationToken: ct));
        _entered.Clear();
    }

    /// <summary>Takes quotes out of their statements that are about to be another person's.</summary>
    public static async Task LeaveAsync(IDatabase database, DbConnection connection, IReadOnlyList<long> quotes, CancellationToken ct)
    {
        var people = await SpeakersAsync(database, connection, quotes, ct);
        await ForgetAsync(database, connection, people, ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "update quotes set statement_id = null where id = @Quote", quotes.Select(quote => new { Quote = quote }), cancellationToken: ct));
        await RenumberAsync(connection, people, ct);
    }

    // A statement has the number of its first quote. When that becomes another person's, the others take the number of the next one.
    private static async Task RenumberAsync(DbConnection connection, Dictionary<long, long> left, CancellationToken ct)
    {
        var rows = await connection.QueryAsync<(long Statement, long Next)>(new CommandDefinition(
            """
            select statement_id, min(id)
            from quotes
            where person_id in @People and statement_id in @Left
            group by statement_id
            """,
            new { People = left.Values.Distinct(), Left = left.Keys },
            cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            "update quotes set statement_id = @Next where person_id in @People and statement_id = @Statement",
            rows.Select(row => new { row.Statement, row.Next, People = left.Values.Distinct() }).ToList(),
            cancellationToken: ct));
    }

    /// <summary>Joins quotes with the statements of the person whose they are now.</summary>
    public static async Task EnterAgainAsync(IDatabase database, DbConnection connection, IReadOnlyList<long> quotes, CancellationToken ct)
    {
        var people = await SpeakersAsync(database, connection, quotes, ct);
        var book = new StatementBook(database, connection);
        foreach (var hit in await QuoteHits.AllAsync(database, connection, CommunityId.DefaultSet, [.. people.Keys], ct))
        {
            book.Enter(hit.Id.Value, people[hit.Id.Value], hit.Citation.Published, SaidOf(hit));
        }

        await book.JoinAsync(ct);
    }

    /// <summary>Takes the numbers of quotes away that are about to be removed.</summary>
    public static async Task ForgetAsync(IDatabase database, DbConnection connection, long first, long end, CancellationToken ct)
    {
        var people = (await connection.QueryAsync<(long Quote, long Person)>(new CommandDefinition(
            "select id, person_id from quotes where id >= @First and id < @End and person_id is not null",
            new { First = first, End = end },
            cancellationToken: ct))).ToDictionary(row => row.Quote, row => row.Person);
        await ForgetAsync(database, connection, people, ct);
    }

    private static async Task<Dictionary<long, long>> SpeakersAsync(
        IDatabase database, DbConnection connection, IReadOnlyList<long> quotes, CancellationToken ct) =>
        (await connection.QueryAsync<(long Quote, long Person)>(new CommandDefinition(
            $"select id, person_id from quotes where id in ({database.Each("@Quotes")}) and person_id is not null",
            new { Quotes = Numbers.List(quotes) },
            cancellationToken: ct))).ToDictionary(row => row.Quote, row => row.Person);

    private static async Task ForgetAsync(IDatabase database, DbConnection connection, Dictionary<long, long> people, CancellationToken ct)
    {
        var hits = await QuoteHits.AllAsync(database, connection, CommunityId.DefaultSet, [.. people.Keys], ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "delete from statement_keys where key = @Key and quote_id = @Quote",
            hits.SelectMany(hit => StatementKeys.Kept(KeysOf(people[hit.Id.Value], SaidOf(hit))).Select(key => new { Key = key, Quote = hit.Id.Value })),
            cancellationToken: ct));
    }

    private static SaidWords SaidOf(QuoteHit hit) => SaidWords.Of(hit.Kind, hit.Text, hit.Pieces, hit.Verbatim);

    /// <summary>The numbers of what somebody said: the person's before those of the words.</summary>
    private static List<long> KeysOf(long person, SaidWords said) => [.. StatementKeys.Of(said).Select(key => (person << StatementKeys.Bits) | (uint)key)];

    private static Candidate? Choose(Entered quote, List<Candidate> candidates, Dictionary<long, QuoteHit> hits, Dictionary<long, long> joined)
    {
        var compared = candidates
            .Where(candidate => hits.ContainsKey(candidate.Quote))
            .Select(candidate => (
                Candidate: joined.TryGetValue(candidate.Quote, out var statement) ? candidate with { Statement = statement } : candidate,
                Likeness: LikenessOf(quote, hits[candidate.Quote])))
            .ToList();

        // A short cut may be one of two statements: what one of its wordings rules out is not joined to it through another.
        var opposed = compared.Where(pair => pair.Likeness < 0).Select(pair => pair.Candidate.Statement).ToHashSet();
        return compared
            .Where(pair => pair.Likeness > 0 && !opposed.Contains(pair.Candidate.Statement))
            .OrderByDescending(pair => pair.Likeness)
            .ThenBy(pair => pair.Candidate.Quote)
            .Select(pair => pair.Candidate)
            .FirstOrDefault();
    }

    private static int LikenessOf(Entered quote, QuoteHit hit) => StatementLikeness.Of(
        quote.Said, SaidOf(hit), (hit.Citation.Published - quote.Published).Days);

    /// <summary>Who may be the same statement as each quote, those that share the most numbers.</summary>
    private async Task<Dictionary<long, List<Candidate>>> CandidatesAsync(CancellationToken ct)
    {
        var window = TimeSpan.FromDays(StatementLikeness.MostDaysApart + 1);
        var found = (await connection.QueryAsync<FoundRow>(new CommandDefinition(
            $"""
            select k.key as Key, q.id as Quote, coalesce(q.statement_id, q.id) as Statement, q.published_at as Published
            from ({database.Each("@Keys")}) asked
            cross join statement_keys k on k.key = asked.value and k.quote_id between @First and @Last
            cross join quotes q on q.id = k.quote_id
            limit {MostFound}
            """,
            new
            {
                Keys = Numbers.List(_entered.SelectMany(quote => quote.Keys).Distinct()),
                First = Stored.FirstQuote(_entered.Max(quote => quote.Published) + window),
                Last = Stored.LastQuote(_entered.Min(quote => quote.Published) - window),
            },
            cancellationToken: ct))).ToLookup(row => row.Key);

        // As if each came alone, so that it makes no difference which articles are stored in one go.
        var undecided = _entered.Select(quote => quote.Id).ToHashSet();
        var candidates = new Dictionary<long, List<Candidate>>();
        foreach (var quote in _entered)
        {
            var (from, to) = (Stored.Moment(quote.Published - window), Stored.Moment(quote.Published + window));
            var its = quote.Keys.Distinct().SelectMany(key => found[key].Where(row => !undecided.Contains(row.Quote)).Take(MostOfKey))
                .Where(row => row.Published >= from && row.Published <= to)
                .GroupBy(row => (row.Quote, row.Statement))
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key.Quote)
                .Take(MostCandidates)
                .Select(group => new Candidate(group.Key.Quote, group.Key.Statement))
                .ToList();
            if (its.Count > 0)
            {
                candidates[quote.Id] = its;
            }

            undecided.Remove(quote.Id);
        }

        return candidates;
    }

    private sealed record Entered(long Id, DateTimeOffset Published, SaidWords Said, IReadOnlyList<long> Keys);

    /// <summary>A stored quote that may be the same statement.</summary>
    /// <param name="Statement">Its own number where it stands alone.</param>
    private sealed record Candidate(long Quote, long Statement);

    private sealed class FoundRow
    {
        public long Key { get; init; }

        public long Quote { get; init; }

        public long Statement { get; init; }

        public long Published { get; init; }
    }
}
