using Bot.Digest.Ports;
using Bot.Host.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Host.Fetching;

/// <summary>Registers what gets documents from the web. The network is the machine's own unless another was registered before.</summary>
public static class FetchingSetup
{
    public static IServiceCollection AddFetching(this IServiceCollection services)
    {
        if (!services.Any(service => service.ServiceType == typeof(INetwork)))
        {
            services.AddSingleton<INetwork, SystemNetwork>();
        }

        return services
            .AddSingleton(provider => provider.GetRequiredService<IOptions<FetchingOptions>>().Value.ToPolicy())
            .AddSingleton<WebClient>()
            .AddSingleton<PoliteClient>()
            .AddSingleton<RedirectWalk>()
            .AddSingleton<RobotsFiles>()
            .AddSingleton<IFetcher, Fetcher>();
    }
}
