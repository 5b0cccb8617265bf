using Bot.Digest.Chat;
using Bot.Digest.Deliveries;
using Bot.Digest.Follows;
using Bot.Digest.Ports;

namespace Bot.Host.Jobs;

/// <summary>What plans, writes and sends digests.</summary>
public static partial class DeliveriesSetup
{
    public static IServiceCollection AddDeliveries(this IServiceCollection services) => services
        .AddSingleton<NewsDesk>()
        .AddSingleton<HeldTelling>()
        .AddSingleton(provider => new SlotPlanning(
            provider.GetRequiredService<IDigestSlots>(),
            provider.GetRequiredService<TimeProvider>(),
            subscription => LogLostZone(Log(provider), subscription.Id.Value, subscription.Schedule.Zone)))
        .AddSingleton(provider => new DigestWriting(
            provider.GetRequiredService<IDigestSlots>(),
            provider.GetRequiredService<NewsDesk>(),
            provider.GetServices<IChatPlatform>(),
            provider.GetRequiredService<TimeProvider>(),
            (channel, defect) => LogNotWritten(Log(provider), channel.Value, defect)))
        .AddSingleton<FollowNews>()
        .AddSingleton(provider => new FollowWriting(
            provider.GetRequiredService<IFollows>(),
            provider.GetRequiredService<IDigestSlots>(),
            provider.GetRequiredService<FollowNews>(),
            provider.GetServices<IChatPlatform>(),
            provider.GetRequiredService<TimeProvider>(),
            (follow, defect) => LogNotFollowed(Log(provider), follow.Value, defect)))
        .AddSingleton(provider => new Correcting(
            provider.GetRequiredService<IPostedDigests>(),
            provider.GetRequiredService<IQuotes>(),
            provider.GetServices<IChatPlatform>(),
            provider.GetRequiredService<TimeProvider>(),
            (digest, defect) => LogNotCorrected(Log(provider), digest.Slots[0].Value, defect)))
        .AddSingleton(provider => new EveryMinute(
        [
            provider.GetRequiredService<SlotPlanning>().RunAsync,
            provider.GetRequiredService<Correcting>().RunAsync,
            provider.GetRequiredService<DigestWriting>().RunAsync,
            provider.GetRequiredService<FollowWriting>().RunAsync,
            provider.GetRequiredService<HeldTelling>().RunAsync,
        ]))
        .AddSingleton<IReadOnlyList<Sending>>(provider => [.. provider.GetServices<IChatPlatform>().Select(platform => new Sending(
            platform,
            provider.GetRequiredService<IDeliveryLedger>(),
            new LongRest(platform.Name, provider.GetRequiredService<IPlatformState>(), provider.GetRequiredService<TimeProvider>()),
            provider.GetRequiredService<TimeProvider>(),
            (delivery, defect) => LogNotSent(Log(provider), delivery.Value, platform.Name, defect)))]);

    private static ILogger Log(IServiceProvider provider) => provider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DeliveriesSetup));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The zone {Zone} of subscription {Subscription} is not known to this system; its clock stands still at its last distance from UTC")]
    private static partial void LogLostZone(ILogger logger, long subscription, string zone);

    [LoggerMessage(Level = LogLevel.Error, Message = "The digest of channel {Channel} was not written; it is tried again each minute")]
    private static partial void LogNotWritten(ILogger logger, long channel, Exception defect);

    [LoggerMessage(Level = LogLevel.Error, Message = "What follow {Follow} found was not written; it is tried again each minute")]
    private static partial void LogNotFollowed(ILogger logger, long follow, Exception defect);

    [LoggerMessage(Level = LogLevel.Error, Message = "What was posted of digest {Slot} was not put right")]
    private static partial void LogNotCorrected(ILogger logger, long slot, Exception defect);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Delivery} to {Platform} met an error; /deliveries shows what became of it")]
    private static partial void LogNotSent(ILogger logger, long delivery, string platform, Exception defect);
}
