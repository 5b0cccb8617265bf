using Bot.Digest.Ports;
using Bot.Host.Storage.Communities;
using Bot.Host.Storage.Corrections;
using Bot.Host.Storage.Deliveries;
using Bot.Host.Storage.Editing;
using Bot.Host.Storage.Filtering;
using Bot.Host.Storage.Sources;
using Bot.Host.Storage.Sqlite;

namespace Bot.Host.Storage;

/// <summary>The archive's part of the program.</summary>
public static class StorageSetup
{
    /// <summary>The archive's file in its data folder.</summary>
    public const string FileName = "archive.db";

    /// <summary>
    /// Adds the archive in <paramref name="dataFolder"/> behind its ports; where <see cref="OnlyReads"/> is added, too, it may be one that nothing can be written to. Run
    /// <see cref="Migrator"/> before the first use.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, string dataFolder)
    {
        services.AddSingleton<IDatabase>(provider => new SqliteDatabase(Path.Combine(dataFolder, FileName), provider.GetService<OnlyReads>() is not null));
        services.AddSingleton<Migrator>();
        services.AddSingleton<ArchiveCheck>();
        services.AddSingleton<ArchiveWriter>();
        services.AddSingleton<IArchiveWriter>(provider => provider.GetRequiredService<ArchiveWriter>());
        services.AddSingleton<IRereading, StoredRereading>();
        services.AddSingleton<IArchiveExport, ArchiveExport>();
        services.AddSingleton<IArticles, StoredArticles>();
        services.AddSingleton<IQuotes, StoredQuotes>();
        services.AddSingleton<IQuoteMarks, StoredQuoteMarks>();
        services.AddSingleton<IReports, StoredReports>();
        services.AddSingleton<IPostedDigests, StoredPostedDigests>();
        services.AddSingleton<IPeople, StoredPeople>();
        services.AddSingleton<IPersonEditing, StoredPersonEditing>();
        services.AddSingleton<IAudit, StoredAudit>();
        services.AddSingleton<ICommunities, StoredCommunities>();
        services.AddSingleton<ICommunityLife>(provider => new InsistentCommunityLife(
            ActivatorUtilities.CreateInstance<StoredCommunityLife>(provider), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IForgetting, StoredForgetting>();
        services.AddSingleton<Retention>();
        services.AddSingleton<IButtonCommands, StoredButtonCommands>();
        services.AddSingleton<IPlatformState, StoredPlatformState>();
        services.AddSingleton<IFilters, StoredFilters>();
        services.AddSingleton<IEvents, StoredEvents>();
        services.AddSingleton<IStories, StoredStories>();
        services.AddSingleton<IVocabulary, StoredVocabulary>();
        services.AddSingleton<ISources, StoredSources>();
        services.AddSingleton<ISourceQueue, StoredSourceQueue>();
        services.AddSingleton<INotices, StoredNotices>();
        services.AddSingleton<IHostRests, StoredHostRests>();
        services.AddSingleton<ISubscriptions, StoredSubscriptions>();
        services.AddSingleton<IHeldDigests, StoredHeldDigests>();
        services.AddSingleton<IDigestSlots, StoredSlots>();
        services.AddSingleton<IDigestHistory, StoredDigestHistory>();
        services.AddSingleton<IFollows, StoredFollows>();
        services.AddSingleton<IEditions, StoredEditions>();
        services.AddSingleton<IServiceNumbers, StoredServiceNumbers>();
        services.AddSingleton<IDeliveryLedger, StoredDeliveries>();
        return services;
    }
}
