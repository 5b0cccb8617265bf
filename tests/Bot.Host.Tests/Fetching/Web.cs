using System.Collections.Concurrent;
using Bot.Digest.Ports;
using Bot.Host.Configuration;
using Bot.WebStandIn;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Fetching;

/// <summary>A stand-in of the web, a fetcher in it, and a clock that stands still until it is moved.</summary>
internal sealed class Web : IAsyncDisposable, ILoggerProvider, ILogger
{
    public Web(FetchingOptions? options = null, IHostRests? rests = null)
    {
        Server = new(Clock);
        Network = new(Server);
        Fetcher = new(Network, Clock, rests, options, log: this);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 5, 20, 8, 0, 0, TimeSpan.Zero));

    public StandIn Server { get; }

    public StandInNetwork Network { get; }

    public StandInFetcher Fetcher { get; }

    /// <summary>What was logged.</summary>
    public ConcurrentQueue<string> Log { get; } = [];

    public Task<FetchResult> FetchAsync(string address, FetchKind kind = FetchKind.Feed, Validators? known = null, int subscribers = 0) =>
        Fetcher.FetchAsync(new(new Uri(address), kind) { Known = known, Subscribers = subscribers }, TestContext.Current.CancellationToken);

    /// <summary>Why there was no document.</summary>
    public async Task<FetchFailed> FailAsync(string address, FetchKind kind = FetchKind.Feed) => Assert.IsType<FetchFailed>(await FetchAsync(address, kind));

    /// <summary>Moves the clock on, second by second, for as long as something is under way.</summary>
    public async Task<T> PassTimeAsync<T>(Task<T> underWay)
    {
        await Clock.PassAsync(underWay, TimeSpan.FromSeconds(1));
        return await underWay;
    }

    public async ValueTask DisposeAsync()
    {
        Fetcher.Dispose();
        await Server.DisposeAsync();
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    void IDisposable.Dispose()
    {
        // The fetcher's services dispose their log; there is nothing to let go of.
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Log.Enqueue(formatter(state, exception));
}
