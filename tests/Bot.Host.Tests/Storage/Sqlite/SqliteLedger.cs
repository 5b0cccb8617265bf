using Bot.Host.Storage;
using Bot.Host.Tests.Storage.Deliveries;

namespace Bot.Host.Tests.Storage.Sqlite;

public sealed class SqliteDeliveries : DeliveriesContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteSlots : SlotsContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteCommunityLife : CommunityLifeContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}

public sealed class SqliteServiceNumbers : ServiceNumbersContract
{
    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();
}
