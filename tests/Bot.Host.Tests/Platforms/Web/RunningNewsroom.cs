using Bot.Host.CommandLine;
using Bot.Host.Configuration;
using Bot.Host.Fetching;
using Bot.Host.Health;
using Bot.Host.Ingestion.Visits;
using Bot.Host.Platforms.Web;
using Bot.Host.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Platforms.Web;

/// <summary>The real service with its real archive, which holds the sample newsroom, on the evening of the last sample.</summary>
internal sealed class RunningNewsroom : IAsyncDisposable
{
    private static readonly DateTimeOffset Evening = new(2026, 5, 17, 22, 30, 0, TimeSpan.Zero);

    private readonly RunningHost _host;
    private readonly TemporaryFolder _folder;

    private RunningNewsroom(RunningHost host, TemporaryFolder folder) => (_host, _folder) = (host, folder);

    public Uri Address => RunningPage.AddressOf(_host);

    public static async Task<RunningNewsroom> StartAsync()
    {
        var folder = new TemporaryFolder();
        var settings = new Dictionary<string, string?>
        {
            ["Storage:Folder"] = folder.Path,
            ["Web:Address"] = "http://127.0.0.1:0",
            ["Chat:Zone"] = "Etc/UTC",
        };
        var parts = new ProgramParts
        {
            Settings = services => services.AddSettings(),
            Archive = (services, data) => services.AddStorage(data).AddStatus(data).AddFetching().AddVisits().AddChatCommands().AddSingleton<TimeProvider>(new FakeTimeProvider(Evening)),
            Open = (services, ct) => services.GetRequiredService<Migrator>().MigrateAsync(ct),
            Service = (services, _) => services.AddWeb(),
            Endpoints = app => app.MapWeb(),
        };
        var ct = TestContext.Current.CancellationToken;
        var host = await RunningHost.StartAsync(parts, new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), quiet: true, ct);
        await SampleNewsroom.LoadAsync(host.Services, ct);
        return new RunningNewsroom(host, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }
}
