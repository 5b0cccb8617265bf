using Bot.Host.Platforms.Telegram;
using Bot.Resilience.StandIns;

namespace Bot.Resilience.Deliveries;

/// <summary>What is tried on digests: a stand-in, an archive of channels that are due, and a run on them.</summary>
/// <param name="platform">"telegram", "discord", or "keyed" or "unkeyed": the invented platform with keys that are good for two minutes, as Discord's nonces are taken to be, or without keys.</param>
/// <param name="channels">How many are due at once.</param>
/// <param name="messagesASecond">What the platform takes.</param>
internal sealed class DeliveryRuns(string platform, int channels, double messagesASecond, int seed)
{
    public static readonly TimeSpan ChannelGap = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan KeyLife = TimeSpan.FromMinutes(2);

    /// <summary>Runs on the platform that was named, and throws everything away.</summary>
    public Task<RunReport> RunAsync(Faults faults, Func<IStandIn, DueChannels, Task<RunReport>> run) =>
        platform switch
        {
            TelegramAddress.Platform => RunAsync(_ => ChannelsOnTelegram.StartAsync(seed), faults, run),
            ChannelsOnDiscord.Name => RunAsync(_ => ChannelsOnDiscord.StartAsync(channels, seed), faults, run),
            _ => RunInventedAsync(faults, run),
        };

    /// <summary>As <see cref="RunAsync"/>, on an invented platform alone.</summary>
    public Task<RunReport> RunInventedAsync(Faults faults, Func<InventedStandIn, DueChannels, Task<RunReport>> run) =>
        RunAsync(folder => InventedStandIn.StartAsync(folder, Terms(), seed), faults, run);

    private async Task<RunReport> RunAsync<TStandIn>(Func<string, Task<TStandIn>> start, Faults faults, Func<TStandIn, DueChannels, Task<RunReport>> run)
        where TStandIn : IStandIn
    {
        var logs = Directory.CreateTempSubdirectory("resilience-");
        try
        {
            await using var standIn = await start(logs.FullName);
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
            _ => throw new ArgumentException($"There is no platform \"{platform}\": say keyed, unkeyed or, for kills and drains, telegram or discord."),
        },
        messagesASecond,
        ChannelGap,
        MostOnTheirWay: 16);
}
