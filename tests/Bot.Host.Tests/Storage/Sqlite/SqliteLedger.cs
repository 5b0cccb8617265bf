using Bot.Host.Storage;
using Bot.Host.Tests.Storage.Deliveries;

namespace Bot.Host.Tests.Storage.Sqlite;

public sealed class SqliteDeliveries : DeliveriesContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteSlots : SlotsContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteCommunityLife : CommunityLifeContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}

public sealed class SqliteServiceNumbers : ServiceNumbersContract
{
    private readonly TemporaryArchive _archive = new();

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }
}
