using System.Diagnostics;

namespace Bot.Benchmarks;

/// <summary>How long each of many calls took, and how much processor time: what a busy machine leaves as it is.</summary>
internal sealed class Timings
{
    private readonly List<double> _milliseconds = [];
    private readonly List<double> _processor = [];

    public async Task MeasureAsync(Func<Task> call)
    {
        var (began, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await call();
        _milliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        _processor.Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
    }

    /// <summary>The call's length below which that share of the calls stayed, in milliseconds.</summary>
    public double Percentile(double share) => Percentile(_milliseconds, share);

    /// <summary>The same of processor time.</summary>
    public double ProcessorPercentile(double share) => Percentile(_processor, share);

    public Dictionary<string, double> Summary() => new()
    {
        ["p50"] = Percentile(0.50),
        ["p95"] = Percentile(0.95),
        ["p99"] = Percentile(0.99),
        ["processor_p50"] = ProcessorPercentile(0.50),
        ["processor_p95"] = ProcessorPercentile(0.95),
    };

    private static double Percentile(List<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return Math.Round(sorted[(int)Math.Ceiling(share * sorted.Count) - 1], 2);
    }
}
