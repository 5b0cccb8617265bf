using Bot.Digest.Ports;

namespace Bot.Host.Ingestion.Visits;

/// <summary>What reads sources, when they are due and on demand.</summary>
public static class VisitsSetup
{
    public static IServiceCollection AddVisits(this IServiceCollection services) => services
        .AddSingleton<ItemReading>()
        .AddSingleton<OfferReading>()
        .AddSingleton<OfferTaking>()
        .AddSingleton<SourceVisit>()
        .AddSingleton<DueVisits>()
        .AddSingleton<ISourceVisits, SourceVisits>();
}
