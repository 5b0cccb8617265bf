using Bot.Digest.Articles;
using Bot.Digest.Chat;
using Bot.Digest.People;
using Bot.Digest.Ports;

namespace Bot.Digest.Tests.Commands;

/// <summary>An archive of a few records: what the commands see of the ports, with the simplest rules that fit them.</summary>
internal sealed class MemoryArchive : IPeople, IQuotes, IArticles, IEvents, IPersonEditing, IAudit
{
    public List<PersonCard> Cards { get; } = [];

    /// <summary>What a typed name leads to, where that is not a name or slug of <see cref="Cards"/>.</summary>
    public Dictionary<string, List<PersonMatch>> Found { get; } = [];

    public List<QuoteHit> Said { get; } = [];

    public List<ArticleHit> Articles { get; } = [];

    public List<EventHit> Events { get; } = [];

    public MemoryStories Stories => field ??= new(this);

    public MemorySources Sources => field ??= new(this);

    public MemoryFilters Filters => field ??= new(this);

    public MemoryCorrections Corrections => field ??= new(this);

    public MemoryCommunities Communities { get; } = new();

    public MemoryWeb Web { get; } = new();

    public MemorySubscriptions Subscriptions { get; } = new();

    public MemoryDigestHistory Slots { get; } = new();

    public MemoryFollows Follows { get; } = new();

    public MemoryStatus Status { get; } = new();

    public MemoryEditions Editions { get; } = new();

    /// <summary>Port calls so far: a reply must not need one for each of its lines.</summary>
    public int Calls { get; private set; }

    public Task<IReadOnlyList<PersonMatch>> FindAsync(CommunityId asker, string name, int limit, CancellationToken ct) =>
        Answer<IReadOnlyList<PersonMatch>>(Found.TryGetValue(name, out var found)
            ? found
            : [.. Cards.Where(card => card.Slug == name || card.Name == name).Select(card => Match(card, NameMatch.Slug))]);

    public Task<PersonCard?> CardAsync(CommunityId asker, PersonId person, CancellationToken ct) =>
        Answer(Cards.Find(card => card.Id == person));

    public Task<IReadOnlyList<PersonMatch>> CompleteAsync(CommunityId asker, string prefix, int limit, CancellationToken ct) =>
        Answer<IReadOnlyList<PersonMatch>>([.. Cards
            .Where(card => card.Name.Split(' ').Any(word => word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            .Take(limit)
            .Select(card => Match(card, NameMatch.FullName))]);

    public Task<Hits<QuoteHit>> OfPersonAsync(CommunityId asker, QuoteFilter filter, int skip, int take, CancellationToken ct) =>
        Answer(Page(
            [.. Matching(filter).OrderByDescending(quote => quote.Citation.Published)], skip, take));

    public Task<Hits<QuoteHit>> SaidAsync(
        CommunityId asker, string phrase, QuoteFilter filter, int skip, int take, CancellationToken ct)
    {
        var exact = Matching(filter).Where(quote => quote.Text.Contains(phrase, StringComparison.OrdinalIgnoreCase)).ToList();
        var near = Matching(filter).Where(quote => phrase.Split(' ').Any(word => quote.Text.Contains(word, StringComparison.OrdinalIgnoreCase)));
        return Answer(exact.Count > 0 ? Page(exact, skip, take) : Page([.. near], skip, take) with { Near = true });
    }

    public Task<IReadOnlyList<QuoteHit>> InArticlesAsync(CommunityId asker, IReadOnlyList<ArticleId> articles, CancellationToken ct) =>
        Answer<IReadOnlyList<QuoteHit>>([.. Said.Where(quote => articles.Contains(quote.Citation.Article))]);

    public Task<Hits<ArticleHit>> SearchAsync(
        CommunityId asker, string words, ArticleFilter filter, int skip, int take, CancellationToken ct)
    {
        var bare = words.Trim('"');
        var hits = Matching(filter)
            .Select(hit => (Hit: hit, At: hit.Passage!.IndexOf(bare, StringComparison.OrdinalIgnoreCase)))
            .Where(one => one.At >= 0)
            .Select(one => one.Hit with { Matches = [new TextSpan(one.At, one.At + bare.Length)] })
            .ToList();
        var listed = hits
            .GroupBy(hit => Stories.StoryOf(hit.Citation.Article))
            .Select(found => found.First() with { Story = new FoundStory(found.Key, found.Count() - 1) })
            .ToList();
        return Answer(Page(listed, skip, take) with { Behind = hits.Count - listed.Count });
    }

    public Task<Hits<ArticleHit>> LatestAsync(
        CommunityId asker, string? topic, ArticleFilter filter, int skip, int take, CancellationToken ct) =>
        Answer(Page(
            [.. Matching(filter)
                .Where(hit => topic is null || hit.Citation.Title.Contains(topic, StringComparison.OrdinalIgnoreCase))
                .Select(hit => hit with { Passage = null, Matches = [] })],
            skip,
            take));

    public Task<ArticleDetail?> FindAsync(CommunityId asker, ArticleId article, CancellationToken ct) =>
        Answer(Articles.Where(hit => hit.Citation.Article == article).Select(Detail).FirstOrDefault());

    public Task<ArticleDetail?> FindAsync(CommunityId asker, Uri address, CancellationToken ct) =>
        Answer(Articles.Where(hit => hit.Citation.Address == address).Select(Detail).FirstOrDefault());

    public Task<int> CountAsync(CommunityId asker, CancellationToken ct) => Answer(Articles.Count);

    /// <summary>What <see cref="LanguagesAsync"/> answers.</summary>
    public List<LanguageCount> Languages { get; } = [];

    public Task<IReadOnlyList<LanguageCount>> LanguagesAsync(CommunityId asker, CancellationToken ct) => Answer<IReadOnlyList<LanguageCount>>(Languages);

    public Task<IReadOnlyList<EventHit>> AboutAsync(
        CommunityId asker, string topic, DateOnly? since, DateOnly? until, int limit, CancellationToken ct) =>
        Answer<IReadOnlyList<EventHit>>([.. Between(since, until)
            .Where(hit => topic.Split(' ').Any(word => hit.Sentence.Contains(word, StringComparison.OrdinalIgnoreCase)))]);

    public Task<IReadOnlyList<EventHit>> OfPersonAsync(
        CommunityId asker, PersonId person, DateOnly? since, DateOnly? until, int limit, CancellationToken ct)
    {
        var name = Cards.Single(card => card.Id == person).Name.Split(' ')[^1];
        return Answer<IReadOnlyList<EventHit>>([.. Between(since, until).Where(hit => hit.Sentence.Contains(name, StringComparison.Ordinal))]);
    }

    public Task<IReadOnlyList<EventHit>> InArticlesAsync(
        CommunityId asker, IReadOnlyList<ArticleId> articles, int limit, CancellationToken ct) =>
        Answer<IReadOnlyList<EventHit>>([.. Events.Where(hit => articles.Contains(hit.Citation.Article)).Take(limit)]);

    public static PersonMatch Match(PersonCard card, NameMatch match) =>
        new(card.Id, card.Slug, card.Name, match, card.Roles.Count > 0 ? card.Roles[0].Text : null, card.Quotes, card.Mentions);

    /// <summary>Changes of people, the newest last.</summary>
    public List<PersonEdit> Edits { get; } = [];

    public Task<PersonEdit?> MergeAsync(Editor editor, PersonId person, PersonId into, CancellationToken ct) =>
        Answer(person == into ? null : Made(editor, PersonEditKind.Merged, SlugOf(person), SlugOf(into)));

    public Task<SplitOutcome> SplitAsync(Editor editor, PersonId person, PersonSplit split, CancellationToken ct)
    {
        var card = Cards.Single(card => card.Id == person);
        var taken = split.Articles.Count > 0 ? split.Articles.Count : card.Roles.Any(role => role.Text == split.Role) ? 1 : 0;
        return Answer(new SplitOutcome(
            taken == 0 || taken >= card.Mentions ? null : Made(editor, PersonEditKind.Split, card.Slug, card.Slug + "-2", null, $"role:{split.Role}"),
            taken,
            Math.Max(0, card.Mentions - taken)));
    }

    public Task<PersonEdit> RenameAsync(Editor editor, PersonId person, string name, CancellationToken ct) =>
        Answer(Made(editor, PersonEditKind.Renamed, PersonKey.Slug(name), null, Cards.Single(card => card.Id == person).Name, name));

    public Task<PersonEdit> NoteAsync(Editor editor, PersonId person, string? note, CancellationToken ct) =>
        Answer(Made(editor, PersonEditKind.Noted, SlugOf(person), null, null, note));

    public Task<PersonEdit> RemoveAsync(Editor editor, PersonId person, CancellationToken ct)
    {
        Cards.RemoveAll(card => card.Id == person);
        return Answer(Made(editor, PersonEditKind.Removed, $"removed-{person.Value}", null));
    }

    public Task FinishAsync(CancellationToken ct) => Task.CompletedTask;

    public Task<UndoOutcome> UndoAsync(Editor editor, long? edit, CancellationToken ct)
    {
        var at = Edits.FindLastIndex(made => made.UndoneAt is null && (edit is null || made.Id == edit));
        if (at < 0)
        {
            return Answer(new UndoOutcome(null, null));
        }

        if (Edits.FindLast(made => made.UndoneAt is null) is { } latest && latest.Id != Edits[at].Id)
        {
            return Answer(new UndoOutcome(null, latest));
        }

        Edits[at] = Edits[at] with { UndoneBy = editor.Name, UndoneAt = EditedAt };
        return Answer(new UndoOutcome(Edits[at], null));
    }

    /// <summary>Other changes, the newest last.</summary>
    public List<Change> Changes { get; } = [];

    /// <summary>Those that are of one channel, by their numbers; the others are of no channel.</summary>
    public Dictionary<long, ChatAddress> ChangedIn { get; } = [];

    public Task<Hits<AuditEntry>> HistoryAsync(CommunityId asker, ChatAddress? channel, int skip, int take, CancellationToken ct) => Answer(Page(
        [
            .. Edits.Select(edit => new AuditEntry(edit, null))
                .Concat(Changes.Where(change => channel is null || ChangedIn.GetValueOrDefault(change.Id, channel) == channel).Select(change => new AuditEntry(null, change)))
                .Reverse().OrderByDescending(entry => entry.At),
        ],
        skip,
        take));

    private static DateTimeOffset EditedAt { get; } = new(2031, 5, 20, 7, 5, 0, TimeSpan.Zero);

    private PersonEdit Made(Editor editor, PersonEditKind kind, string person, string? other, string? was = null, string? became = null)
    {
        var edit = new PersonEdit(Edits.Count + 1, kind, person, other, was, became, editor.Name, EditedAt, null, null);
        Edits.Add(edit);
        return edit;
    }

    private string SlugOf(PersonId person) => Cards.Single(card => card.Id == person).Slug;

    internal Task<T> Answer<T>(T answer)
    {
        Calls++;
        return Task.FromResult(answer);
    }

    internal static Hits<T> Page<T>(List<T> all, int skip, int take) => new([.. all.Skip(skip).Take(take)], all.Count);

    private IEnumerable<QuoteHit> Matching(QuoteFilter filter) => Said.Where(quote =>
        quote.Shown != filter.Possible
        && (filter.By is null || quote.SpeakerSlug == Cards.Single(card => card.Id == filter.By).Slug)
        && (filter.About is null || quote.Paragraph.Contains(filter.About, StringComparison.OrdinalIgnoreCase))
        && (filter.Since is null || quote.Citation.Published >= filter.Since)
        && (filter.Before is null || quote.Citation.Published < filter.Before));

    private IEnumerable<ArticleHit> Matching(ArticleFilter filter) => Articles
        .Where(hit => (filter.Source is null || hit.Citation.Outlet.Contains(filter.Source, StringComparison.OrdinalIgnoreCase))
            && (filter.Since is null || hit.Citation.Published >= filter.Since)
            && (filter.Before is null || hit.Citation.Published < filter.Before)
            && (filter.Person is null || Said.Exists(quote => quote.Citation.Article == hit.Citation.Article)))
        .OrderByDescending(hit => hit.Citation.Published);

    private IEnumerable<EventHit> Between(DateOnly? since, DateOnly? until) =>
        Events.Where(hit => (since is null || hit.To >= since) && (until is null || hit.From <= until));

    private ArticleDetail Detail(ArticleHit hit) => new(
        hit.Citation, "Runa Holm", hit.Summary, [.. Cards.Select(card => Match(card, NameMatch.FullName))], Revisions: 2);
}
