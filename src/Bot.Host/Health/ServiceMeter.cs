using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Bot.Host.Health;

/// <summary>The watch's numbers as metrics: for listeners of the runtime (meter "DigestBot"), and as text that Prometheus reads (format 0.0.4).</summary>
public sealed class ServiceMeter
{
    private const string Prefix = "digestbot_";

    private static readonly (string Name, string Help, Func<HealthLook, double?> Value)[] Gauges =
    [
        ("healthy", "1 when nothing is wrong", look => look.Faults.Count == 0 ? 1 : 0),
        ("articles", "Articles in the archive", look => look.Numbers?.Articles),
        ("sources", "Sources that are visited", look => look.Numbers?.Sources),
        ("sources_failing", "Sources that could not be read or are in doubt", look => look.Numbers?.FailingSources),
        ("subscriptions", "Active orders for digests", look => look.Numbers?.Subscriptions),
        ("follows", "Active follows", look => look.Numbers?.Follows),
        ("digests_due", "Digests that are due and not composed", look => look.Numbers?.Due),
        ("digests_overdue_seconds", "How long the oldest of those is due", look => look.Numbers is { } numbers ? Seconds(look, numbers.OldestDue) : null),
        ("deliveries_waiting", "Messages that have not left", look => look.Numbers?.Platforms.Sum(platform => platform.Waiting)),
        ("deliveries_uncertain_day", "Messages of the last day of which nobody knows whether they arrived", look => look.Numbers?.Uncertain),
        ("deliveries_undeliverable_day", "Messages of the last day that were given up", look => look.Numbers?.Undeliverable),
    ];

    public ServiceMeter(HealthBoard board, IMeterFactory meters)
    {
        var meter = meters.Create("DigestBot");
        foreach (var (name, help, value) in Gauges)
        {
            meter.CreateObservableGauge(Prefix + name, () => board.Last is { } look && value(look) is { } number ? (Measurement<double>[])[new(number)] : [], description: help);
        }
    }

    /// <summary>All of them as text; what is not known is left out.</summary>
    /// <param name="last">Null before the first look.</param>
    public static string Write(HealthLook? last)
    {
        var text = new StringBuilder();
        foreach (var (name, help, value) in Gauges)
        {
            if (last is { } look && value(look) is { } number)
            {
                text.Append(CultureInfo.InvariantCulture, $"# HELP {Prefix}{name} {help}\n# TYPE {Prefix}{name} gauge\n{Prefix}{name} {number}\n");
            }
        }

        return text.ToString();
    }

    private static double Seconds(HealthLook look, DateTimeOffset? since) => since is { } moment && moment < look.At ? (look.At - moment).TotalSeconds : 0;
}
