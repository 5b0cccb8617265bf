using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Bot.Host.Configuration;
using Bot.Host.Fetching;
using Bot.Host.Ingestion.Visits;
using Bot.Host.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Resilience;

/// <summary>
/// The service's storage, fetching and visits in a process of its own, so that it can be killed and its memory is its own. Every name leads to
/// the stand-in.
/// </summary>
internal sealed class VisitingProcess : IDisposable
{
    public static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly Process _process;

    private VisitingProcess(Process process) => _process = process;

    /// <summary>Starts visiting what is due in an archive.</summary>
    /// <param name="rounds">After how many times without anything due it ends; without a number it goes on until it is told to stop.</param>
    public static VisitingProcess Start(string folder, int port, int rounds = int.MaxValue)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["visit", "--data", folder, "--port", Text(port), "--rounds", Text(rounds)])
        {
            start.ArgumentList.Add(argument);
        }

        return new VisitingProcess(Process.Start(start)!);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop and returns what it used.</summary>
    public Task<Usage> StopAsync()
    {
        _process.StandardInput.Close();
        return EndAsync();
    }

    /// <summary>Waits for its end.</summary>
    public async Task<Usage> EndAsync()
    {
        var said = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return JsonSerializer.Deserialize<Usage>(said) ?? throw new InvalidOperationException($"The visiting process said: {said}");
    }

    public void Dispose() => _process.Dispose();

    /// <summary>Visits, in the process that <see cref="Start"/> made, until its input is closed.</summary>
    public static async Task ServeAsync(string folder, int port, int rounds)
    {
        using var stop = new CancellationTokenSource();
        _ = Task.Run(() => StopWithInputAsync(stop), CancellationToken.None); // Reading from a console holds its thread.
        await using var services = Services(folder, new LoopbackNetwork(port));
        await services.GetRequiredService<Migrator>().MigrateAsync(stop.Token);
        var began = Stopwatch.GetTimestamp();
        try
        {
            for (var round = 0; round < rounds; round++)
            {
                await services.GetRequiredService<DueVisits>().RunAsync(stop.Token);
                await Task.Delay(TimeSpan.FromMilliseconds(200), stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Told to stop.
        }

        var self = Process.GetCurrentProcess();
        Console.WriteLine(JsonSerializer.Serialize(new Usage(
            Stopwatch.GetElapsedTime(began).TotalSeconds, self.TotalProcessorTime.TotalSeconds, self.PeakWorkingSet64 / 1_048_576.0)));
    }

    private static async Task StopWithInputAsync(CancellationTokenSource stop)
    {
        await Console.In.ReadToEndAsync(stop.Token);
        await stop.CancelAsync();
    }

    /// <summary>The parts of the service that sources need.</summary>
    public static ServiceProvider Services(string folder, INetwork network) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddSingleton(network)
        .AddSingleton(Options.Create(new FetchingOptions()))
        .AddSingleton(Options.Create(new SourcesOptions()))
        .AddSingleton(Options.Create(new CommunitiesOptions()))
        .AddStorage(folder)
        .AddFetching()
        .AddVisits()
        .BuildServiceProvider();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a visiting process used.</summary>
    internal sealed record Usage(double Seconds, double ProcessorSeconds, double PeakMegabytes);

    private sealed class LoopbackNetwork(int port) : INetwork
    {
        private readonly SystemNetwork _system = new();

        public Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct) => Task.FromResult<IPAddress[]>([IPAddress.Parse("9.9.9.9")]);

        public Task<Stream> ConnectAsync(IPEndPoint address, CancellationToken ct) => _system.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), ct);
    }
}
