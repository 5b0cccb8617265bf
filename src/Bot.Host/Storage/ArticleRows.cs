using System.Data.Common;
using Bot.Digest;
using Bot.Digest.Articles;
using Bot.Digest.Ports;
using Bot.Digest.Quotes;
using Bot.Host.Storage.Editing;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>
/// Writes articles within one transaction. Rows of the same table are gathered and written together, because preparing a statement
/// costs as much as running it.
/// </summary>
internal sealed class ArticleRows(DbConnection connection, IDatabase database, SourceId source, LiveStories stories, DateTimeOffset now)
{
    private readonly PersonBook _people = new(connection, database, source);
    private readonly StatementBook _statements = new(database, connection);
    private readonly Dictionary<string, List<object>> _rows = [];
    private readonly List<(string Sql, long Row, object Values)> _words = [];
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

        var (place, firstQuote) = await TakePlaceAsync(Stored.Moment(article.Published), parts.Understood.Findings.Quotes.Count, ct);
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

        await GatherAsync(id, parts, place, firstQuote, ct);
        GatherStory(id, parts, story);
        return new(known is null ? AddOutcome.New : AddOutcome.Revised, new(id));
    }

    /// <summary>Puts what was understood anew of a stored article in the place of what was, its story included; the text is the same.</summary>
    public async Task ReplaceAsync(long id, ArticleParts parts, CancellationToken ct)
    {
        var (place, firstQuote) = await TakePlaceAsync(Stored.Moment(parts.Article.Published), parts.Understood.Findings.Quotes.Count, ct);
        await ArticleRemoval.RemovePartsAsync(connection, database, id, ct);
        await stories.TakeOutAsync(connection, id, ct);
        await UpdateAsync(id, parts, place, firstQuote, revisions: 0, ct);
        await GatherAsync(id, parts, place, firstQuote, ct);
        GatherStory(id, parts, null);
    }

    /// <summary>Writes what was gathered.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        await _people.FlushAsync(ct);
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
        await _statements.JoinAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            "update sources set article_count = article_count + @New where id = @Source",
            new { New = _new, Source = source.Value },
            cancellationToken: ct));
        _new = 0;
    }

    private Task<KnownRow?> FindAsync(ArticleToStore toStore, CancellationToken ct) => connection.QueryFirstOrDefaultAsync<KnownRow?>(new CommandDefinition(
        """
        select id as Id, hash as Hash, title as Title
        from articles
        where source_id = @Source and (id = @Known or key = @Key)
        order by id = @Known desc
        limit 1
        """,
        new { toStore.Parts.Article.Key, Source = source.Value, Known = toStore.Known?.Value },
        cancellationToken: ct));

    private async Task GatherAsync(long id, ArticleParts parts, long place, long firstQuote, CancellationToken ct)
    {
        var published = Stored.Moment(parts.Article.Published);
        for (var number = 0; number < parts.Paragraphs.Count; number++)
        {
            var text = parts.Paragraphs[number];
            Gather(ArticleSql.Paragraph, new { Id = id, Number = number, Hash = Stored.ShortHash(text), Text = text });
        }

        var findings = parts.Understood.Findings;
        var entered = await _people.EnterAsync(findings.People, parts.Article.Key, ct);
        var persons = entered.Select(person => person.Card).ToList();
        foreach (var (position, quote) in findings.Quotes.Index())
        {
            GatherQuote(id, published, parts, quote, firstQuote + position, persons);
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
            Gather(ArticleSql.Mention, row);
            Gather(ArticleSql.PersonSource, row);
            foreach (var role in person.SelectMany(pair => pair.Second.Roles).Select(role => role.Text).Distinct())
            {
                Gather(ArticleSql.Role, new { Id = id, Person = person.Key, Published = published, Text = role, Source = source.Value });
            }
        }

        GatherEvents(id, parts, persons);
        foreach (var entry in FoundInArticle.Edited(id, firstQuote, parts, entered))
        {
            Gather(FoundEntry.Insert, entry);
        }

        var tags = string.Join(' ', counts.Select(person => Tags.Person(person.Key)).Prepend(Tags.Source(source.Value)));
        GatherWords(database.AddArticleWords, place, WordRows.Article(place, parts.Article.Title, parts.Article.Text, tags));
    }

    private void GatherStory(long id, ArticleParts parts, long? story)
    {
        var placed = stories.Place(id, parts.Terms, parts.Article.Published, story);
        Gather(StoryRows.Article, new
        {
            Article = id,
            placed.Article.Story,
            Source = source.Value,
            Published = Stored.Moment(parts.Article.Published),
            placed.Article.CopyOf,
            Joined = string.Join('\n', placed.Joined),
        });
        Gather(StoryRows.Live, new { placed.Number, Article = id, Terms = parts.Terms.Terms.ToBytes(), Fingerprint = parts.Terms.Copies?.ToBytes() });
        if (placed.Fallen is { } fallen)
        {
            Gather(StoryRows.Fallen, new { fallen.Article });
        }
    }

    private void GatherQuote(long article, long published, ArticleParts parts, Quote quote, long id, IReadOnlyList<long> persons)
    {
        var locus = parts.Locate(quote.Span);
        var offset = quote.Span.Start - locus.Start;
        var said = quote.Span.In(parts.Article.Text);
        long? person = quote.Person is { } at ? persons[at] : null;
        Gather(ArticleSql.Quote, new
        {
            Id = id,
            Article = article,
            Source = source.Value,
            Published = published,
            locus.Paragraph,
            locus.Last,
            locus.Start,
            locus.End,
            Hash = Stored.ShortHash(said),
            Kind = (long)quote.Kind,
            Pieces = Numbers.Write(quote.Pieces.SelectMany(piece => Ends(piece, quote.Span.Start))),
            Verbatim = Numbers.Write(quote.Verbatim.SelectMany(piece => Ends(piece, quote.Span.Start))),
            CueStart = quote.Cue?.Start - offset,
            CueEnd = quote.Cue?.End - offset,
            SpeakerKind = (long)quote.SpeakerKind,
            MentionStart = quote.SpeakerMention?.Start - offset,
            MentionEnd = quote.SpeakerMention?.End - offset,
            Speaker = person is null ? quote.Speaker : null,
            Person = person,
            quote.Floating,
            ViaStart = quote.Via?.Start - offset,
            ViaEnd = quote.Via?.End - offset,
            TranslatedStart = quote.Translated?.Start - offset,
            TranslatedEnd = quote.Translated?.End - offset,
            Confidence = Stored.Share(quote.Confidence),
            quote.Shown,
            Place = (long)Prominences.Of(quote.Kind, parts.Article.Text, quote.Verbatim),
        });

        var tags = Tags.Source(source.Value) + (person is null ? "" : " " + Tags.Person(person.Value));
        GatherWords(database.AddQuoteWords, id, WordRows.Quote(id, said, tags));
    }

    private void GatherEvents(long article, ArticleParts parts, IReadOnlyList<long> persons)
    {
        foreach (var (number, dated) in parts.Understood.Findings.Events.Index())
        {
            var sentence = parts.Locate(dated.Sentence);
            var offset = dated.Sentence.Start - sentence.Start;
            var (from, to, weight) = (Stored.Day(dated.From), Stored.Day(dated.To), Stored.Share(dated.Weight));
            Gather(ArticleSql.Event, new
            {
                Article = article,
                Number = number,
                sentence.Paragraph,
                sentence.Start,
                sentence.End,
                ExpressionStart = dated.Expression.Start - offset,
                ExpressionEnd = dated.Expression.End - offset,
                From = from,
                To = to,
                Precision = (long)dated.Precision,
                dated.Rule,
                dated.Planned,
                Weight = weight,
            });
            foreach (var person in parts.PeopleOf(dated).Select(at => persons[at]).Distinct())
            {
                Gather(ArticleSql.EventPerson, new
                {
                    Person = person,
                    Weight = weight,
                    Article = article,
                    Number = number,
                    From = from,
                    To = to,
                    Source = source.Value,
                });
            }
        }
    }

    private static int[] Ends(TextSpan span, int offset) => [span.Start - offset, span.End - offset];

    private void GatherWords(string sql, long row, object values) => _words.Add((sql, row, values));

    private void Gather(string sql, object row)
    {
        if (!_rows.TryGetValue(sql, out var rows))
        {
            _rows[sql] = rows = [];
        }

        rows.Add(row);
    }

    // A day that is full lends places from the next one.
    private async Task<(long Article, long FirstQuote)> TakePlaceAsync(long published, int quotes, CancellationToken ct)
    {
        for (var day = Stored.PlaceDay(published); ; day++)
        {
            var taken = await connection.QuerySingleAsync<DayRow>(new CommandDefinition(
                """
                insert into days (day, articles, quotes) values (@Day, 1, @Quotes)
                on conflict (day) do update set articles = days.articles + 1, quotes = days.quotes + excluded.quotes
                returning articles as Articles, quotes as Quotes
                """,
                new { Day = day, Quotes = quotes },
                cancellationToken: ct));
            if (taken.Articles <= Stored.ArticlesOfDay && taken.Quotes <= Stored.QuotesOfDay)
            {
                return (Stored.ArticlePlace(day, taken.Articles - 1), Stored.QuotePlace(day, taken.Quotes - quotes));
            }
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

        public string Hash { get; init; } = "";

        public string Title { get; init; } = "";
    }

    private sealed class DayRow
    {
        public long Articles { get; init; }

        public long Quotes { get; init; }
    }
}
