using Bot.Digest.Ports;
using Bot.Host.Configuration;
using Bot.Host.Ingestion.Visits;
using Bot.Host.Storage;
using Bot.Host.Storage.Sources;
using Bot.Host.Tests.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Ingestion.Visits;

/// <summary>An archive in which one community follows one source of a scripted web, visited by the real pipeline.</summary>
internal sealed class VisitedPaper : IDisposable
{
    public static readonly CommunityId Harbour = new(20);

    private readonly TemporaryArchive _folder;

    private VisitedPaper(TemporaryArchive folder, IDatabase database)
    {
        (_folder, Database) = (folder, database);
        var writer = new ArchiveWriter(database, Clock);
        Queue = new StoredSourceQueue(database, writer, Clock);
        var reading = new ItemReading(Web, Clock, NullLogger<ItemReading>.Instance);
        Visit = new SourceVisit(Web, Queue, new OfferReading(Web, Clock), new OfferTaking(Queue, reading, Clock), Clock);
        Visits = new SourceVisits(Queue, Visit, reading, Web, writer, Articles, Clock);
    }

    public IDatabase Database { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));

    public ScriptedFetcher Web { get; } = new();

    public StoredSourceQueue Queue { get; }

    public SourceVisit Visit { get; }

    public SourceVisits Visits { get; }

    public StoredArticles Articles => new(Database);

    public StoredNotices Notices => new(Database, Clock);

    public StoredSources Sources => new(Database, Options.Create(new CommunitiesOptions()), Clock);

    public SourceId Source { get; private set; }

    public static async Task<VisitedPaper> OpenAsync(string address = Papers.Feed, SourceKind kind = SourceKind.Feed)
    {
        var folder = new TemporaryArchive();
        var database = await folder.CreateAsync();
        var paper = new VisitedPaper(folder, database);
        await new Migrator(database, paper.Clock).MigrateAsync(Ct);
        var followed = await paper.Sources.AddAsync(new Editor(Harbour, "Anna"), new NewSource(new Uri(address), kind, null), Ct);
        paper.Source = followed.Source!.Id;
        return paper;
    }

    /// <summary>Visits the source after some time.</summary>
    public async Task<VisitReport> VisitAsync(TimeSpan? later = null)
    {
        Clock.Advance(later ?? TimeSpan.FromHours(1));
        var claimed = await Queue.ClaimAsync(Source, Clock.GetUtcNow(), TimeSpan.FromMinutes(15), Ct);
        return await Visit.RunAsync(claimed!, Ct);
    }

    public async Task<FollowedSource> FollowedAsync() => Assert.Single((await Sources.ListAsync(Harbour, 0, 5, Ct)).Items);

    public async Task<IReadOnlyList<string>> TitlesAsync() =>
        [.. (await Articles.LatestAsync(Harbour, null, new ArticleFilter(), 0, 100, Ct)).Items.Select(hit => hit.Citation.Title)];

    public void Dispose()
    {
        (Database as IDisposable)?.Dispose();
        _folder.Dispose();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
