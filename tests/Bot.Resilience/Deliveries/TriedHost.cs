using System.Diagnostics;
using System.Globalization;
using Bot.Digest.Chat;
using Bot.Host;
using Bot.Host.CommandLine;
using Bot.Resilience.StandIns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Resilience.Deliveries;

/// <summary>
/// The whole program in a process of its own, as its users start it, with another clock and, where it is told so, a moment at which it kills itself and an
/// invented platform beside its own ones.
/// </summary>
internal sealed class TriedHost : IDisposable
{
    /// <summary>What the program says when it serves.</summary>
    private const string Serving = "The page is at";

    private readonly Process _process;

    private TriedHost(Process process) => _process = process;

    /// <summary>Null while it runs.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    /// <summary>Starts it on a data folder.</summary>
    /// <param name="clock">How far its clock is ahead of the system's.</param>
    /// <param name="crash">When it kills itself; null for not at all.</param>
    public static TriedHost Start(string folder, IStandIn standIn, TimeSpan clock, (Moment Moment, int Nth)? crash = null)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        string[] arguments = ["host", "--data", folder, "--clock", clock.ToString("c", CultureInfo.InvariantCulture)];
        string[] crashing = crash is var (moment, nth) ? ["--crash", moment.ToString(), "--nth", nth.ToString(CultureInfo.InvariantCulture)] : [];
        foreach (var argument in arguments.Concat(crashing))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in standIn.Environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["DIGESTBOT__Web__Address"] = "http://127.0.0.1:0";
        start.Environment["DIGESTBOT__Log__Level"] = "Warning";
        return new TriedHost(Process.Start(start)!);
    }

    /// <summary>Runs the program in the process that <see cref="Start"/> made.</summary>
    /// <returns>The program's exit code.</returns>
    public static Task<int> RunAsync(string folder, TimeSpan clock, CrashPoint? crash)
    {
        _ = Task.Run(EndWithStarterAsync);
        var parts = WholeProgram.Parts;
        return CommandRun.RunAsync(
            parts with
            {
                Service = (services, settings) =>
                {
                    parts.Service(services, settings);
                    services.AddSingleton<TimeProvider>(new OffsetClock(clock));
                    if (InventedTerms.Current is { } terms)
                    {
                        services.AddSingleton<IChatPlatform>(new InventedPlatform(terms));
                    }

                    crash?.Into(services);
                },
            },
            ["--data", folder],
            Console.Out,
            Console.Error);
    }

    /// <summary>Waits until it serves.</summary>
    /// <returns>False when it ended before.</returns>
    public async Task<bool> ServesAsync() =>
        await _process.StandardOutput.ReadLineAsync() is { } said && said.StartsWith(Serving, StringComparison.Ordinal);

    /// <summary>Its memory now, and the most that it ever had.</summary>
    public (double Now, double Peak) Megabytes
    {
        get
        {
            _process.Refresh();
            return (_process.WorkingSet64 / 1_048_576.0, _process.PeakWorkingSet64 / 1_048_576.0);
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, and waits for the end.</summary>
    public async Task StopAsync()
    {
        using var stop = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>False when it still runs after that time.</returns>
    public async Task<bool> EndsWithinAsync(TimeSpan time)
    {
        using var patience = new CancellationTokenSource(time);
        await _process.WaitForExitAsync(patience.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        return _process.HasExited;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    /// <summary>Nobody is left who would stop this process when the one that started it has ended.</summary>
    private static async Task EndWithStarterAsync()
    {
        await Console.In.ReadToEndAsync();
        Process.GetCurrentProcess().Kill();
    }
}
