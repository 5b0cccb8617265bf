using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Host.Health;

/// <summary>What tells how the service fares.</summary>
public static class HealthSetup
{
    /// <summary>What /status needs, in a service and beside one.</summary>
    /// <param name="folder">The data folder.</param>
    public static IServiceCollection AddStatus(this IServiceCollection services, string folder) => services
        .AddSingleton<JobBeats>()
        .AddSingleton<IServiceStatus>(provider => new StatusReading(
            provider.GetRequiredService<IServiceNumbers>(), provider.GetRequiredService<JobBeats>(), provider.GetServices<IChatPlatform>(),
            provider.GetRequiredService<TimeProvider>(), folder));

    /// <summary>The watch of a running service.</summary>
    public static IServiceCollection AddHealthWatch(this IServiceCollection services) => services
        .AddMetrics()
        .AddSingleton<ServiceMeter>()
        .AddHostedService<HealthWatch>();
}
