using System.Data.Common;
using Bot.Digest.Ports;
using Bot.Digest.Quotes;
using Bot.Host.Storage.Corrections;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>The printings of a statement at the outlets that a community may see: which is the earliest, who else has it, in which words.</summary>
internal static class Printings
{
    /// <summary>Condition that of the quotes q, which @Asker may see, this one printed its statement first.</summary>
    public static readonly string IsEarliest = $"""
        (q.statement_id is null or not exists (
            select 1
            from quotes e
            where e.person_id = q.person_id and e.statement_id = q.statement_id and e.shown = q.shown and e.source_id in {Visible.Sources}
                and {MarkedQuotes.Unmarked("e.id")}
                and (e.published_at < q.published_at or (e.published_at = q.published_at and e.id < q.id))))
        """;

    // More wordings than this of one statement are told by nobody.
    private const int MostWordings = 12;

    /// <summary>How many quotes of a person, of the shown or the others, repeat a statement or are marked as wrong: what its counts are too high by.</summary>
    public static string Uncounted(string person, int shown) => $"""
        ({MarkedQuotes.CountOf(person, $"q.shown = {shown}")} + (select count(*) - count(distinct c.statement_id)
         from quotes c
         where c.person_id = {person} and c.statement_id is not null and c.shown = {shown} and c.source_id in {Visible.Sources}
            and {MarkedQuotes.Unmarked("c.id")}))
        """;

    /// <summary>Of each statement the earliest of these quotes, in their order.</summary>
    public static List<QuoteHit> EachOnce(IEnumerable<QuoteHit> hits)
    {
        var all = hits.ToList();
        var earliest = all.OrderBy(hit => hit.Citation.Published).ThenBy(hit => hit.Id.Value).DistinctBy(hit => hit.Statement).Select(hit => hit.Id).ToHashSet();
        return all.FindAll(hit => earliest.Contains(hit.Id));
    }

    /// <summary>The same quotes with what other outlets made of them.</summary>
    public static async Task<IReadOnlyList<QuoteHit>> TellAsync(
        IDatabase database, DbConnection connection, CommunityId asker, IReadOnlyList<QuoteHit> hits, CancellationToken ct)
    {
        var rows = await OfAsync(database, connection, asker, hits, ct);
        if (rows.Count == 0)
        {
            return hits;
        }

        var differing = hits.SelectMany(hit => rows[hit.Statement.Value].DistinctBy(row => row.Hash).Select(row => row.Quote).Where(quote => quote != hit.Id.Value).Take(MostWordings));
        var wordings = (await QuoteHits.ReadAsync(database, connection, asker, [.. differing.Distinct()], ct)).ToLookup(hit => hit.Statement);
        return [.. Counted(hits, rows).Select(hit => hit with
        {
            Wordings = [.. wordings[hit.Statement].Where(wording => wording.Id != hit.Id).Prepend(hit).DistinctBy(WordsOf).Skip(1)],
        })];
    }

    /// <summary>The same quotes with how many other publishers printed each.</summary>
    public static async Task<IReadOnlyList<QuoteHit>> CountAsync(
        IDatabase database, DbConnection connection, CommunityId asker, IReadOnlyList<QuoteHit> hits, CancellationToken ct) =>
        [.. Counted(hits, await OfAsync(database, connection, asker, hits, ct))];

    private static IEnumerable<QuoteHit> Counted(IReadOnlyList<QuoteHit> hits, ILookup<long, Printing> rows) => hits.Select(hit => hit with
    {
        MorePublishers = rows[hit.Statement.Value].Select(row => row.Publisher).Where(publisher => publisher != hit.Citation.Publisher.Value).Distinct().Count(),
    });

    /// <summary>The printings of the statements of these quotes, the earliest first.</summary>
    private static async Task<ILookup<long, Printing>> OfAsync(
        IDatabase database, DbConnection connection, CommunityId asker, IReadOnlyList<QuoteHit> hits, CancellationToken ct) =>
        (await connection.QueryAsync<Printing>(new CommandDefinition(
            $"""
            select q.statement_id as Statement, q.id as Quote, q.hash as Hash, s.publisher_id as Publisher
            from quotes o
            join quotes q on q.person_id = o.person_id and q.statement_id = o.statement_id and q.shown = o.shown
            join sources s on s.id = q.source_id
            where o.id in ({database.Each("@Quotes")}) and o.statement_id is not null and q.source_id in {Visible.Sources}
                and {MarkedQuotes.Unmarked("q.id")}
            order by q.published_at, q.id
            """,
            new { Quotes = Numbers.List(hits.Select(hit => hit.Id.Value)), Asker = asker.Value },
            cancellationToken: ct))).ToLookup(row => row.Statement);

    /// <summary>The words alone: marks and the comma before a closing one make no other wording.</summary>
    private static string WordsOf(QuoteHit hit)
    {
        var said = hit.Kind == QuoteKind.Direct ? hit.Verbatim : hit.Pieces;
        return TextWords.Fold(string.Join(' ', said.Select(piece => piece.In(hit.Text))));
    }

    private sealed class Printing
    {
        public long Statement { get; init; }

        public long Quote { get; init; }

        public long Hash { get; init; }

        public long Publisher { get; init; }
    }
}
