using System.Data.Common;
using Bot.Digest;
using Bot.Digest.Ports;
using Bot.Host.Storage.Corrections;
using Bot.Host.Storage.Editing;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Writes articles within one transaction.</summary>
internal sealed class ArticleRows(DbConnection connection, IDatabase database, SourceId source, LiveStories stories, DateTimeOffset now)
{
    private readonly PersonBook _people = new(connection, database, source);
    private readonly StatementBook _statements = new(database, connection);
    private readonly GatheredRows _rows = new();
    private readonly List<long> _written = [];
    private int _new;

    /// <summary>Stores one article, or leaves it when the same text is there. <see cref="FlushAsync"/> completes it.</summary>
    public async Task<StoredArticle> AddAsync(ArticleToStore toStore, CancellationToken ct)
    {
        var (parts, article) = (toStore.Parts, toStore.Parts.Article);
        var known = await FindAsync(toStore, ct);
        if (known?.Hash == article.Hash && known.Title == article.Title)
        {
            return new(AddOutcome.Unchanged, new(known.Id));
        }

        parts = await RemovedNames.WithoutAsync(connection, parts, ct);
        var (place, firstQuote) = await DayPlaces.TakeAsync(connection, Stored.Moment(article.Published), parts.Understood.Findings.Quotes.Count, ct);
        long id;
        long? story = null;
        if (known is null)
        {
            id = await InsertAsync(parts, place, firstQuote, ct);
            _new++;
        }
        else
        {
            // The parts of an earlier article of this transaction may be the ones that are taken back now.
            await FlushAsync(ct);
            await ArticleRemoval.SetAsideAsync(connection, database, known.Id, now, ct);
            story = await stories.TakeOutAsync(connection, known.Id, ct);
            _people.Forget();
            await UpdateAsync(known.Id, parts, place, firstQuote, revisions: 1, ct);
            id = known.Id;
        }

        await GatherAsync(id, known?.Key ?? article.Key, parts, place, firstQuote, ct);
        GatherStory(id, parts, story);
        return new(known is null ? AddOutcome.New : AddOutcome.Revised, new(id));
    }

    /// <summary>Puts what was understood anew of a stored article in the place of what was, its story included; the text is the same.</summary>
    public async Task ReplaceAsync(long id, ArticleParts parts, CancellationToken ct)
    {
        parts = await RemovedNames.WithoutAsync(connection, parts, ct);
        var (place, firstQuote) = await DayPlaces.TakeAsync(connection, Stored.Moment(parts.Article.Published), parts.Understood.Findings.Quotes.Count, ct);
        await ArticleRemoval.RemovePartsAsync(connection, database, id, ct);
        await stories.TakeOutAsync(connection, id, ct);
        await UpdateAsync(id, parts, place, firstQuote, revisions: 0, ct);
        var key = await connection.ExecuteScalarAsync<string>(new CommandDefinition(
            "select key from articles where id = @Article", new { Article = id }, cancellationToken: ct));
        await GatherAsync(id, key!, parts, place, firstQuote, ct);
        GatherStory(id, parts, null);
    }

    /// <summary>Writes what was gathered.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        await _people.FlushAsync(ct);
        await _rows.FlushAsync(connection, ct);
        await _statements.JoinAsync(ct);
        await QuoteMarkRows.EnterAsync(database, connection, _written, ct);
        await ChangedArticles.NoteAsync(database, connection, _written, ct);
        _written.Clear();
        await connection.ExecuteAsync(new CommandDefinition(
            "update sources set article_count = article_count + @New where id = @Source",
            new { New = _new, Source = source.Value },
            cancellationToken: ct));
        _new = 0;
    }

    private Task<KnownRow?> FindAsync(ArticleToStore toStore, CancellationToken ct) => connection.QueryFirstOrDefaultAsync<KnownRow?>(new CommandDefinition(
        """
        select id as Id, key as Key, hash as Hash, title as Title
        from articles
        where source_id = @Source and (id = @Known or key = @Key)
        order by id = @Known desc
        limit 1
        """,
        new { toStore.Parts.Article.Key, Source = source.Value, Known = toStore.Known?.Value },
        cancellationToken: ct));

    // The key is the stored one: an article that came under another address is still the one that operators decided about.
    private async Task GatherAsync(long id, string key, ArticleParts parts, long place, long firstQuote, CancellationToken ct)
    {
        _written.Add(id);
        var published = Stored.Moment(parts.Article.Published);
        for (var number = 0; number < parts.Paragraphs.Count; number++)
        {
            var text = parts.Paragraphs[number];
            _rows.Add(ArticleSql.Paragraph, new { Id = id, Number = number, Hash = Stored.ShortHash(text), Text = text });
        }

        var findings = parts.Understood.Findings;
        var entered = await _people.EnterAsync(findings.People, key, ct);
        var persons = entered.Select(person => person.Card).ToList();
        var shared = 0;
        foreach (var (position, quote) in findings.Quotes.Index())
        {
            shared = quote.IsShared ? shared + 1 : position + 1 < findings.Quotes.Count && findings.Quotes[position + 1].IsShared ? 1 : 0;
            QuoteRows.Gather(_rows, database, id, source.Value, parts, quote, shared, firstQuote + position, persons);
            if (parts.Said[position] is { } said)
            {
                _statements.Enter(firstQuote + position, persons[quote.Person!.Value], parts.Article.Published, said);
            }
        }

        var counts = persons.Zip(findings.People).GroupBy(pair => pair.First).ToList();
        foreach (var person in counts)
        {
            var times = person.Sum(pair => Math.Max(1, pair.Second.Mentions.Count));
            var quotes = findings.Quotes.Where(quote => quote.Person is { } at && persons[at] == person.Key).ToList();
            var shown = quotes.Count(quote => quote.Shown);
            var row = new { Id = id, Person = person.Key, Times = times, Quotes = shown, Possible = quotes.Count - shown, Source = source.Value };
            _rows.Add(ArticleSql.Mention, row);
            _rows.Add(ArticleSql.PersonSource, row);
            foreach (var role in person.SelectMany(pair => pair.Second.Roles).Select(role => role.Text).Distinct())
            {
                _rows.Add(ArticleSql.Role, new { Id = id, Person = person.Key, Published = published, Text = role, Source = source.Value });
            }
        }

        EventRows.Gather(_rows, id, source.Value, parts, persons);
        foreach (var entry in FoundInArticle.Edited(id, firstQuote, parts, entered))
        {
            _rows.Add(FoundEntry.Insert, entry);
        }

        var tags = string.Join(' ', counts.Select(person => Tags.Person(person.Key)).Prepend(Tags.Source(source.Value)));
        _rows.AddWords(database.AddArticleWords, place, WordRows.Article(place, parts.Article.Title, parts.Article.Text, tags));
    }

    private void GatherStory(long id, ArticleParts parts, long? story)
    {
        var placed = stories.Place(id, parts.Terms, parts.Article.Published, story);
        _rows.Add(StoryRows.Article, new
        {
            Article = id,
            placed.Article.Story,
            Source = source.Value,
            Published = Stored.Moment(parts.Article.Published),
            placed.Article.CopyOf,
            Joined = string.Join('\n', placed.Joined),
        });
        _rows.Add(StoryRows.Live, new { placed.Number, Article = id, Terms = parts.Terms.Terms.ToBytes(), Fingerprint = parts.Terms.Copies?.ToBytes() });
        if (placed.Fallen is { } fallen)
        {
            _rows.Add(StoryRows.Fallen, new { fallen.Article });
        }
    }

    private Task<long> InsertAsync(ArticleParts parts, long place, long firstQuote, CancellationToken ct) =>
        connection.ExecuteScalarAsync<long>(new CommandDefinition(ArticleSql.Insert, ArticleValues(0, parts, place, firstQuote, revisions: 0), cancellationToken: ct));

    private Task<int> UpdateAsync(long id, ArticleParts parts, long place, long firstQuote, int revisions, CancellationToken ct) =>
        connection.ExecuteAsync(new CommandDefinition(ArticleSql.Update, ArticleValues(id, parts, place, firstQuote, revisions), cancellationToken: ct));

    private object ArticleValues(long id, ArticleParts parts, long place, long firstQuote, int revisions) => new
    {
        Id = id,
        Source = source.Value,
        parts.Article.Key,
        Place = place,
        parts.Article.Title,
        Address = parts.Article.Address?.AbsoluteUri,
        parts.Article.Author,
        Language = parts.Understood.Findings.Language ?? parts.Article.Language,
        Published = Stored.Moment(parts.Article.Published),
        Stated = parts.Article.PublishedIsStated,
        Now = Stored.Moment(now),
        parts.Article.Hash,
        Summary = Numbers.Write(parts.Summary()),
        FirstQuote = firstQuote,
        QuoteCount = parts.Understood.Findings.Quotes.Count,
        Understanding = Understanding.Number,
        Revisions = revisions,
    };

    private sealed class KnownRow
    {
        public long Id { get; init; }

        public string Key { get; init; } = "";

        public string Hash { get; init; } = "";

        public string Title { get; init; } = "";
    }
}
