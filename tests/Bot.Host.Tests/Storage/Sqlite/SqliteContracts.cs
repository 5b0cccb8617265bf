using Bot.Host.Storage;
using Bot.Host.Tests.Storage.Corrections;
using Bot.Host.Tests.Storage.Sources;

namespace Bot.Host.Tests.Storage.Sqlite;

public sealed class SqliteArticles : ArticlesContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteQuotes : QuotesContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqlitePeople : PeopleContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteVocabulary : VocabularyContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteEvents : EventsContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteExport : ExportContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteRemoval : RemovalContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteWriter : WriterContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqlitePublishers : PublishersContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteNamesakes : NamesakesContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteStories : StoriesContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteStoryWindow : StoryWindowContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteStatements : StatementsContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqlitePersonEditing : PersonEditingContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteRereading : RereadingContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteSources : SourcesContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteImports : ImportContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteSourceQueue : SourceQueueContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteNotices : NoticesContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteSourceRhythm : SourceRhythmContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteHostRests : HostRestsContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteAudit : AuditContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteCommunities : CommunitiesContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteFilters : FiltersContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteLateFollowers : LateFollowersContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteButtonCommands : ButtonCommandsContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteQuoteMarks : QuoteMarksContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteReports : ReportsContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqlitePersonRemoval : PersonRemovalContract
{
    private readonly TemporaryArchive _archive = new();

    protected override string Columns => TemporaryArchive.Columns;

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteForgetting : ForgettingContract
{
    private readonly TemporaryArchive _archive = new();

    protected override string Columns => TemporaryArchive.Columns;

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteRetention : RetentionContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}
