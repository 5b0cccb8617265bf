using Bot.Digest.Ports;
using Bot.Host.Configuration;
using Bot.Host.Storage;
using Bot.Host.Storage.Sources;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Storage;

/// <summary>What every contract of a storage port starts from: an empty archive of one engine, and two communities beside the default set.</summary>
public abstract class StorageContract : IAsyncLifetime
{
    protected static readonly CommunityId Harbour = new(20);
    protected static readonly CommunityId Valley = new(30);

    private readonly List<IDisposable> _owned = [];
    private IDatabase? _database;

    protected IDatabase Database => _database!;

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));

    protected ArchiveWriter Writer => new(Database, Clock);

    protected StoredArticles Articles => new(Database);

    protected StoredQuotes Quotes => new(Database);

    protected StoredPeople People => new(Database);

    protected StoredEvents Events => new(Database);

    protected StoredStories Stories => new(Database);

    protected StoredSources Sources => SourcesBy(Clock);

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>An archive of the engine without any table.</summary>
    protected abstract Task<IDatabase> CreateEmptyDatabaseAsync();

    public async ValueTask InitializeAsync()
    {
        _database = await CreateEmptyDatabaseAsync();
        await new Migrator(_database, Clock).MigrateAsync(Ct);
    }

    public ValueTask DisposeAsync()
    {
        (_database as IDisposable)?.Dispose();
        _owned.ForEach(owned => owned.Dispose());
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Keeps what the archive lies in until the test is over.</summary>
    protected T Own<T>(T owned)
        where T : IDisposable
    {
        _owned.Add(owned);
        return owned;
    }

    protected async Task AssertWholeAsync() => Assert.Empty((await new ArchiveCheck(Database).RunAsync(Ct)).Problems);

    protected StoredSources SourcesBy(TimeProvider clock) => new(Database, Options.Create(new CommunitiesOptions()), clock);

    /// <summary>Stores articles in a source of a community.</summary>
    internal async Task<IReadOnlyList<AddOutcome>> StoreAsync(CommunityId community, string source, params News[] articles) =>
        await Writer.AddAsync(
            await Writer.EnsureSourceAsync(community, source, Ct), [.. articles.Select(article => article.Build())], Ct);

    /// <summary>Makes the two communities known, each with a source that has brought nothing.</summary>
    protected async Task EnterAsync()
    {
        await Writer.EnsureSourceAsync(Harbour, "Harbour Letter", Ct);
        await Writer.EnsureSourceAsync(Valley, "Valley Letter", Ct);
    }

    internal async Task<PersonId> PersonAsync(string name, CommunityId? asker = null) =>
        Assert.Single(await People.FindAsync(asker ?? CommunityId.DefaultSet, name, 5, Ct)).Id;
}
