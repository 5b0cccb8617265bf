using Bot.Digest.Chat;
using Bot.Digest.People;
using Bot.Digest.Ports;

namespace Bot.Host.Tests.Platforms.Web;

/// <summary>As much of an archive as the page asks for itself: a number of articles and some people.</summary>
internal sealed class MemoryArchive : IArticles, IPeople, IStories, ISources, ICommunities, INotices, IVocabulary
{
    public int Articles { get; set; } = 3;

    /// <summary>When set, the archive cannot be read.</summary>
    public Exception? Fault { get; set; }

    private static Citation Newest { get; } = new(new ArticleId(7), "Trams by night", "Kanal Öst", new PublisherId(1), DateTimeOffset.UnixEpoch, null);

    public IReadOnlyList<PersonMatch> People { get; set; } =
    [
        new(new PersonId(1), "ilse-varga", "Ilse Varga", NameMatch.FullName, "Harbour minister", 23, 9),
        new(new PersonId(2), "vo-quang-thieu", "Vo Quang Thieu", NameMatch.FullName, null, 5, 4),
        new(new PersonId(3), "seo-yun-ha", "Seo Yun-ha", NameMatch.FullName, "City librarian", 12, 6),
    ];

    public Task<int> CountAsync(CommunityId asker, CancellationToken ct) =>
        Fault is null ? Task.FromResult(Articles) : Task.FromException<int>(Fault);

    public Task<IReadOnlyList<LanguageCount>> LanguagesAsync(CommunityId asker, CancellationToken ct) => throw NotAsked();

    public Task<IReadOnlyList<PersonMatch>> CompleteAsync(CommunityId asker, string prefix, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<PersonMatch>>(
            [.. People.Where(person => person.Name.Split(' ').Any(word => word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))).Take(limit)]);

    public Task<Sight> SightAsync(CommunityId asker, CancellationToken ct) => Task.FromResult(new Sight(asker, 0));

    public Task<IReadOnlyList<Term>> ReadAsync(CommunityId reader, CancellationToken ct) => Task.FromResult<IReadOnlyList<Term>>(
        [.. People.Select(person => new Term(TermKind.Person, person.Slug, person.Name, [NameKeys.Fold(person.Name)], person.Quotes) { Detail = person.Role })]);

    public Task<Hits<ArticleHit>> SearchAsync(CommunityId asker, string words, ArticleFilter filter, int skip, int take, CancellationToken ct) => throw NotAsked();

    public Task<Hits<ArticleHit>> LatestAsync(CommunityId asker, string? topic, ArticleFilter filter, int skip, int take, CancellationToken ct) =>
        Fault is null
            ? Task.FromResult(new Hits<ArticleHit>([.. Enumerable.Repeat(new ArticleHit(Newest, [], null, []), Math.Min(take, Articles))], Articles))
            : Task.FromException<Hits<ArticleHit>>(Fault);

    public Task<ArticleDetail?> FindAsync(CommunityId asker, ArticleId article, CancellationToken ct) =>
        Task.FromResult<ArticleDetail?>(new ArticleDetail(Newest, null, [], People, 1));

    public Task<ArticleDetail?> FindAsync(CommunityId asker, Uri address, CancellationToken ct) => throw NotAsked();

    public Task<IReadOnlyList<PersonMatch>> FindAsync(CommunityId asker, string name, int limit, CancellationToken ct) => throw NotAsked();

    public Task<PersonCard?> CardAsync(CommunityId asker, PersonId person, CancellationToken ct) => throw NotAsked();

    public Task<StoryDetail?> FindAsync(CommunityId asker, StoryId story, CancellationToken ct) => throw NotAsked();

    public Task<IReadOnlyList<StoryDetail>> InPeriodAsync(CommunityId asker, IReadOnlyList<StoryId> stories, StoryPeriod period, CancellationToken ct) => throw NotAsked();

    public Task<Hits<RankedStory>> TopAsync(CommunityId asker, StoryPeriod period, StoryOrder order, int skip, int take, CancellationToken ct) => throw NotAsked();

    public Task<Hits<Story>> MatchingAsync(CommunityId asker, string words, int skip, int take, CancellationToken ct) => throw NotAsked();

    public Task<IReadOnlyDictionary<ArticleId, Story>> OfArticlesAsync(CommunityId asker, IReadOnlyList<ArticleId> articles, CancellationToken ct) => throw NotAsked();

    public Task<Rising> RisingAsync(CommunityId asker, StoryPeriod period, int limit, CancellationToken ct) => throw NotAsked();

    public Task<Followed> AddAsync(Editor editor, NewSource source, CancellationToken ct) => throw NotAsked();

    public Task<IReadOnlyList<Followed>> ImportAsync(Editor editor, IReadOnlyList<NewSource> sources, CancellationToken ct) => throw NotAsked();

    public Task<bool> RemoveAsync(Editor editor, SourceId source, CancellationToken ct) => throw NotAsked();

    public Task<bool> PauseAsync(Editor editor, SourceId source, bool pause, CancellationToken ct) => throw NotAsked();

    public Task<Hits<FollowedSource>> ListAsync(CommunityId asker, int skip, int take, CancellationToken ct) => throw NotAsked();

    Task<IReadOnlyList<FollowedSource>> ISources.FindAsync(CommunityId asker, string typed, int limit, CancellationToken ct) => throw NotAsked();

    public Task<AdminNotices> TakeAsync(CommunityId community, ChatAddress? channel, CancellationToken ct) => Task.FromResult(new AdminNotices([], []));

    public Task<IReadOnlyList<SourceNotice>> CurrentAsync(CommunityId asker, CancellationToken ct) => throw NotAsked();

    public Task<Community> EnterAsync(ChatAddress chat, string name, CancellationToken ct) => throw NotAsked();

    public Task<Community?> FindAsync(CommunityId community, CancellationToken ct) => Task.FromResult<Community?>(null);

    public Task SettleAsync(Editor editor, CommunitySettings settings, CancellationToken ct) => throw NotAsked();

    public Task<IReadOnlyList<Community>> NamedAsync(string platform, string name, CancellationToken ct) => throw NotAsked();

    public Task<Hits<Community>> ListAsync(int skip, int take, CancellationToken ct) => throw NotAsked();

    public Task<IReadOnlyList<string>> ChatsAsync(string platform, CancellationToken ct) => throw NotAsked();

    public Task<bool> ServeAsync(Editor editor, CommunityId community, bool serve, CancellationToken ct) => throw NotAsked();

    public Task<bool> LimitAsync(Editor editor, CommunityId community, int most, CancellationToken ct) => throw NotAsked();

    private static NotSupportedException NotAsked() => new("The page leaves this to the commands.");
}
