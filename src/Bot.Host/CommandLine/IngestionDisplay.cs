using System.Globalization;
using Bot.Host.Ingestion;
using Spectre.Console;

namespace Bot.Host.CommandLine;

/// <summary>Shows how far reading articles in has come: a bar on a terminal, a line now and then elsewhere, nothing when it is quick.</summary>
public static class IngestionDisplay
{
    /// <summary>What takes less needs no progress shown.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs the work and shows its progress on <paramref name="error"/>.</summary>
    /// <param name="bytes">Bytes of the whole input, null when not known.</param>
    public static async Task<IngestionReport> ShowAsync(
        Func<IProgress<IngestionCounts>, Task<IngestionReport>> work, long? bytes, TextWriter error, TimeProvider clock, CancellationToken ct)
    {
        var latest = new LatestCounts();
        var running = work(latest);
        if (await EndsWithinAsync(running, Patience, clock))
        {
            return await running;
        }

        await (error == Console.Error && !Console.IsErrorRedirected
            ? ShowBarAsync(running, latest, bytes, error, clock)
            : ShowLinesAsync(running, latest, error, clock, ct));
        return await running;
    }

    private static async Task<bool> EndsWithinAsync(Task work, TimeSpan time, TimeProvider clock)
    {
        using var ended = new CancellationTokenSource();
        var first = await Task.WhenAny(work, Task.Delay(time, clock, ended.Token));
        await ended.CancelAsync();
        return first == work;
    }

    private static async Task ShowBarAsync(Task running, LatestCounts latest, long? bytes, TextWriter error, TimeProvider clock)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async bar =>
            {
                var shown = bar.AddTask("Reading", maxValue: bytes ?? 1);
                shown.IsIndeterminate = bytes is null;
                do
                {
                    var counts = latest.Counts;
                    shown.Description = Line(counts);
                    shown.Value = bytes is null ? 0 : counts.BytesDone;
                }
                while (!await EndsWithinAsync(running, BetweenFrames, clock));
            });
    }

    private static async Task ShowLinesAsync(Task running, LatestCounts latest, TextWriter error, TimeProvider clock, CancellationToken ct)
    {
        do
        {
            await error.WriteLineAsync(Line(latest.Counts).AsMemory(), ct);
        }
        while (!await EndsWithinAsync(running, BetweenLines, clock));
    }

    private static string Line(IngestionCounts counts) =>
        string.Create(CultureInfo.InvariantCulture, $"Reading: {counts.Read:N0} read, {counts.New:N0} new, {counts.Refused:N0} refused");

    private sealed class LatestCounts : IProgress<IngestionCounts>
    {
        private readonly Lock _lock = new();
        private IngestionCounts _counts;

        public IngestionCounts Counts
        {
            get
            {
                lock (_lock)
                {
                    return _counts;
                }
            }
        }

        public void Report(IngestionCounts value)
        {
            lock (_lock)
            {
                _counts = value;
            }
        }
    }
}
