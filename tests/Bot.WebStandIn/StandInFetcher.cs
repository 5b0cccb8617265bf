using Bot.Digest.Ports;
using Bot.Host.Configuration;
using Bot.Host.Fetching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.WebStandIn;

/// <summary>The service's own fetcher, put together as the service does it, in the network of a stand-in.</summary>
public sealed class StandInFetcher : IFetcher, IDisposable
{
    private readonly ServiceProvider _services;
    private readonly IFetcher _fetcher;

    /// <summary>Puts it together.</summary>
    /// <param name="network">Where it fetches.</param>
    /// <param name="clock">Its time.</param>
    /// <param name="rests">What is remembered of hosts; nothing when null.</param>
    /// <param name="options">Settings; without any, no pause lies between two requests.</param>
    /// <param name="log">Where it logs.</param>
    public StandInFetcher(INetwork network, TimeProvider clock, IHostRests? rests = null, FetchingOptions? options = null, ILoggerProvider? log = null)
    {
        _services = new ServiceCollection()
            .AddLogging(logging => _ = log is null ? logging : logging.AddProvider(log))
            .AddSingleton(network)
            .AddSingleton(clock)
            .AddSingleton(rests ?? new MemoryHostRests())
            .AddSingleton(Options.Create(options ?? new FetchingOptions { HostGap = TimeSpan.Zero }))
            .AddFetching()
            .BuildServiceProvider();
        _fetcher = _services.GetRequiredService<IFetcher>();
    }

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken ct) => _fetcher.FetchAsync(request, ct);

    public void Dispose() => _services.Dispose();
}
