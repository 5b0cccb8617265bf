using System.Diagnostics;
using Bot.Resilience.Deliveries;
using Bot.Resilience.StandIns;

namespace Bot.Resilience.Discord;

/// <summary>The whole program on as many servers as a large bot has, each told with its channels: what it keeps of them in memory.</summary>
internal sealed class ManyServers(int servers, int channels)
{
    private const double MostMegabytes = 150;

    private static readonly TimeSpan Heartbeats = TimeSpan.FromSeconds(15), Patience = TimeSpan.FromMinutes(5);

    public async Task<RunReport> RunAsync()
    {
        var alone = await MeasureAsync(1);
        var crowded = await MeasureAsync(servers);
        return new RunReport(crowded.Peak < MostMegabytes && crowded.Violations == 0, new Dictionary<string, object>
        {
            ["servers"] = servers,
            ["channels of each"] = channels,
            ["shards"] = crowded.Shards,
            ["seconds until all are known"] = Math.Round(crowded.Seconds, 1),
            ["megabytes with one server, now and at most"] = $"{alone.Now:0} {alone.Peak:0}",
            ["megabytes with all, now and at most"] = $"{crowded.Now:0} {crowded.Peak:0}",
            ["violations of Discord's rules"] = crowded.Violations,
        });
    }

    private async Task<(double Now, double Peak, double Seconds, int Shards, int Violations)> MeasureAsync(int count)
    {
        var folder = Directory.CreateTempSubdirectory("resilience-");
        try
        {
            await using var played = await ChannelsOnDiscord.StartAsync(count, seed: 1, channels);
            var gateway = played.Discord.Gateway;
            gateway.HeartbeatInterval = Heartbeats;
            var began = Stopwatch.GetTimestamp();
            using var host = TriedHost.Start(folder.FullName, played, TimeSpan.Zero);
            using var patience = new CancellationTokenSource(Patience);

            // Each shard confirms with a heartbeat the number of the last event that it has: it is ready, and then its servers.
            await played.Discord.Happenings.UntilAsync(() => gateway.Confirmed == count + gateway.Budget.All.Count && gateway.Budget.All.Count >= gateway.AdvisedShards, patience.Token);
            var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
            var (now, peak) = host.Megabytes;
            await host.StopAsync();
            return (now, peak, took, gateway.Budget.All.Count, played.Discord.Violations.All.Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
