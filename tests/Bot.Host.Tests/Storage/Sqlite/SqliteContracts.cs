using Bot.Host.Storage;
using Bot.Host.Tests.Storage.Corrections;
using Bot.Host.Tests.Storage.Sources;

namespace Bot.Host.Tests.Storage.Sqlite;

public sealed class SqliteArticles : ArticlesContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteQuotes : QuotesContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqlitePeople : PeopleContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteVocabulary : VocabularyContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteEvents : EventsContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteExport : ExportContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteRemoval : RemovalContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteWriter : WriterContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqlitePublishers : PublishersContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteNamesakes : NamesakesContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteStories : StoriesContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteStoryWindow : StoryWindowContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteStatements : StatementsContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqlitePersonEditing : PersonEditingContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteRereading : RereadingContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteSources : SourcesContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteImports : ImportContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteSourceQueue : SourceQueueContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteNotices : NoticesContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteSourceRhythm : SourceRhythmContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteHostRests : HostRestsContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteAudit : AuditContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteCommunities : CommunitiesContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteFilters : FiltersContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteLateFollowers : LateFollowersContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteButtonCommands : ButtonCommandsContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteQuoteMarks : QuoteMarksContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteReports : ReportsContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqlitePersonRemoval : PersonRemovalContract
{
    protected override string Columns => TemporaryArchive.Columns;

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteForgetting : ForgettingContract
{
    protected override string Columns => TemporaryArchive.Columns;

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteRetention : RetentionContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}
