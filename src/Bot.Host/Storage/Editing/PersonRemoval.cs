using System.Data.Common;
using Bot.Digest.People;
using Bot.Digest.Ports;
using Bot.Digest.Quotes;
using Bot.Host.Storage.Corrections;
using Dapper;

namespace Bot.Host.Storage.Editing;

/// <summary>
/// Takes somebody away for good: the card, every name and what was decided about them at once, what stands in articles article by article.
/// </summary>
internal sealed class PersonRemoval(DbConnection connection, IDatabase database)
{
    // In an order that leaves nothing pointing at what is gone. The number stays, since quotes of before and older decisions point at it.
    private static readonly string[] Traces =
    [
        "delete from person_sources where person_id in @People",
        "delete from person_names where person_id in @People",
        "delete from person_keys where person_id in @People",
        "delete from found_names where identity_id in @People",
        "delete from old_slugs where person_id in @People",
        "delete from namesakes where person_id in @People",
        "delete from remembered_people where found_as in @People",
        "delete from split_rules where edit_id in (select id from person_edits where person_id in @People or other_id in @People)",
        $"delete from person_edits where person_id in @People and kind in ({(int)PersonEditKind.Renamed}, {(int)PersonEditKind.Noted})",
        """
        update person_edits
        set was = null, became = null, slug_was = null, slug_became = null, undone_by = coalesce(undone_by, made_by), undone_at = coalesce(undone_at, @Now)
        where person_id in @People or other_id in @People
        """,
        """
        update persons
        set key = '#' || id, slug = 'removed-' || id, name = '', note = null, merged_into = null, card_id = null, is_removed = 1
        where id in @People
        """,
    ];

    private readonly ArticleEntries _entries = new(connection, database);

    /// <summary>From here on nobody is known by this one's names.</summary>
    /// <param name="now">As stored.</param>
    public async Task BeginAsync(long person, long now, CancellationToken ct)
    {
        var people = await CardTree.MembersAsync(connection, person, ct);
        var names = (await connection.QueryAsync<string>(new CommandDefinition(
            """
            select name from persons where id in @People
            union select name from person_names where person_id in @People
            union select name from found_names where identity_id in @People
            """,
            new { People = people },
            cancellationToken: ct))).AsList();
        var keys = await connection.QueryAsync<string>(new CommandDefinition(
            "select key from persons where id in @People union select key from namesakes where person_id in @People", new { People = people }, cancellationToken: ct));
        var words = (await connection.QueryAsync<string>(new CommandDefinition(
            "select distinct key from person_keys where person_id in @People and kind = @Kind", new { People = people, Kind = PersonKeys.WordKind }, cancellationToken: ct))).AsList();
        await RemovedNames.AddAsync(connection, [.. keys.Select(NewPerson.SharedKey), .. RemovedNames.KeysOf(names)], ct);
        foreach (var sql in Traces)
        {
            await connection.ExecuteAsync(new CommandDefinition(sql, new { People = people, Now = now }, cancellationToken: ct));
        }

        await WordGrams.ForgetAsync(connection, words, ct);
        await connection.ExecuteAsync(new CommandDefinition(
            $"delete from corrections where kind = {(int)CorrectionKind.OtherSpeaker} and (was in @Names or became in @Names)", new { Names = names }, cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            "delete from reports where instr(shown, @Name) > 0", names.Where(name => name.Length > 0).Select(name => new { Name = name }), cancellationToken: ct));
    }

    /// <summary>Takes the person out of some of the articles.</summary>
    /// <param name="hasTime">Asked after each article.</param>
    /// <returns>Whether it stands in none any more.</returns>
    public async Task<bool> GoOnAsync(long person, Func<bool> hasTime, CancellationToken ct) =>
        await Portion.OfAsync(await _entries.OfAsync(person, Portion.AtOnce, ct), hasTime, article => TakeOutAsync(article, person, ct)) == 0;

    private async Task TakeOutAsync(long article, long person, CancellationToken ct)
    {
        var row = await connection.QuerySingleAsync<ArticleRow>(new CommandDefinition(
            "select source_id as Source, published_at as Published, place as Place, first_quote as First, first_quote + quote_count as End from articles where id = @Article",
            new { Article = article },
            cancellationToken: ct));
        var quotes = (await connection.QueryAsync<(long Id, long? Person, string? Speaker)>(new CommandDefinition(
            "select id, person_id, speaker from quotes where id >= @First and id < @End", row, cancellationToken: ct))).AsList();
        var own = quotes.Where(quote => quote.Person == person).Select(quote => quote.Id).ToList();
        var spoken = quotes.Where(quote => quote is { Person: null, Speaker: not null }).ToLookup(quote => PersonKey.Of(quote.Speaker!), quote => quote.Id);
        var named = await RemovedNames.ThoseOfAsync(connection, [.. spoken.Select(speaker => speaker.Key)], ct);
        await StatementBook.LeaveAsync(database, connection, own, ct);
        await PersonRows.DeleteAsync(connection, article, row.Source, row.Published, person, ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "delete from found_people where article_id = @Article and person_id = @Person", new { Article = article, Person = person }, cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            update quotes
            set person_id = null, speaker = null, speaker_kind = {(int)SpeakerKind.Unresolved}, mention_start = null, mention_end = null, confidence = 0, shown = 0
            where id in ({database.Each("@Quotes")})
            """,
            new { Quotes = Numbers.List(own.Concat(named.SelectMany(key => spoken[key]))) },
            cancellationToken: ct));
        await new TagRows(connection, database).RewriteAsync(article, row.Place, row.Source, own, ct);
        await ChangedArticles.NoteAsync(database, connection, [article], ct);
    }

    private sealed class ArticleRow
    {
        public long Source { get; init; }

        public long Published { get; init; }

        public long Place { get; init; }

        public long First { get; init; }

        public long End { get; init; }
    }
}
