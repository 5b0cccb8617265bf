using Bot.Host.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Host.CommandLine;

/// <summary>The service: one web server, the platforms and the jobs on one data folder.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HostLock _lock;

    private RunningHost(WebApplication app, HostLock hostLock)
    {
        _app = app;
        _lock = hostLock;
    }

    public IServiceProvider Services => _app.Services;

    /// <summary>Where the page is.</summary>
    public Uri Address => Services.GetRequiredService<IOptions<WebOptions>>().Value.Address;

    /// <summary>Checks everything, takes the data folder and starts; when it returns, the service answers.</summary>
    /// <param name="quiet">True when a conversation shares the terminal with the log: only warnings and worse are written.</param>
    /// <exception cref="OperatorException">Settings, folder or address cannot be used.</exception>
    public static async Task<RunningHost> StartAsync(ProgramParts parts, IConfiguration settings, bool quiet, CancellationToken ct)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddConfiguration(settings);
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRouting();
        builder.Services.Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
        var folder = parts.AddArchive(builder.Services, settings);
        parts.Service(builder.Services, settings);
        builder.Logging.AddLog(parts.ReadOptions<LogOptions>(settings), quiet);

        var app = builder.Build();
        var service = new RunningHost(app, HostLock.Take(folder, TimeProvider.System));
        try
        {
            FreeAddress.Demand(service.Address);
            app.Urls.Add(service.Address.GetLeftPart(UriPartial.Authority));
            parts.Endpoints(app);
            await parts.Open(app.Services, ct);
            await app.StartAsync(ct);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>Serves until it is told to stop: by <paramref name="ct"/>, by a signal, or by the end of the conversation.</summary>
    /// <param name="talks">Whether a conversation goes on in this terminal.</param>
    public async Task RunAsync(bool talks, TextWriter output, CancellationToken ct)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct, _app.Lifetime.ApplicationStopping);
        var serving = _app.WaitForShutdownAsync(ending.Token);
        if (!talks)
        {
            await serving;
            return;
        }

        await Conversation.RunAsync(Services, output, ending.Token);
        await ending.CancelAsync();
        await serving;
    }

    /// <summary>Stops what runs, the jobs too, and gives the data folder back.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _app.StopAsync(CancellationToken.None); // The host's own patience bounds it.
        }
        finally
        {
            await _app.DisposeAsync();
            _lock.Dispose();
        }
    }
}
