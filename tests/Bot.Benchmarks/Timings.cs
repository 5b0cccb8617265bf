using System.Diagnostics;

namespace Bot.Benchmarks;

/// <summary>How long each of many calls took.</summary>
internal sealed class Timings
{
    private readonly List<double> _milliseconds = [];

    public async Task MeasureAsync(Func<Task> call)
    {
        var began = Stopwatch.GetTimestamp();
        await call();
        _milliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    /// <summary>The call's length below which that share of the calls stayed, in milliseconds.</summary>
    public double Percentile(double share)
    {
        var sorted = _milliseconds.Order().ToList();
        return Math.Round(sorted[(int)Math.Ceiling(share * sorted.Count) - 1], 2);
    }

    public Dictionary<string, double> Summary() =>
        new() { ["p50"] = Percentile(0.50), ["p95"] = Percentile(0.95), ["p99"] = Percentile(0.99) };
}
