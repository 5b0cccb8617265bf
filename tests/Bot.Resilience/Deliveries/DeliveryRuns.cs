using Bot.Resilience.StandIns;

namespace Bot.Resilience.Deliveries;

/// <summary>What is tried on digests: a stand-in, an archive of channels that are due, and a run on them.</summary>
/// <param name="platform">"keyed" or "unkeyed": the invented platform with keys that are good for two minutes, as Discord's nonces are taken to be, or without keys.</param>
/// <param name="channels">How many are due at once.</param>
/// <param name="messagesASecond">What the platform takes.</param>
internal sealed class DeliveryRuns(string platform, int channels, double messagesASecond, int seed)
{
    public static readonly TimeSpan ChannelGap = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan KeyLife = TimeSpan.FromMinutes(2);

    /// <summary>Runs and throws everything away.</summary>
    public async Task<RunReport> RunAsync(Faults faults, Func<InventedStandIn, DueChannels, Task<RunReport>> run)
    {
        var logs = Directory.CreateTempSubdirectory("resilience-");
        try
        {
            await using var standIn = await InventedStandIn.StartAsync(logs.FullName, Terms(), seed);
            await standIn.FailAsync(faults);
            await using var due = await DueChannels.MakeAsync(standIn, Directory.CreateTempSubdirectory("resilience-"), channels);
            return await run(standIn, due);
        }
        finally
        {
            logs.Delete(recursive: true);
        }
    }

    private InventedTerms Terms() => new(
        new Uri("http://127.0.0.1"),
        platform switch
        {
            "keyed" => KeyLife,
            "unkeyed" => null,
            _ => throw new ArgumentException($"There is no platform \"{platform}\": say keyed or unkeyed."),
        },
        messagesASecond,
        ChannelGap,
        MostOnTheirWay: 16);
}
