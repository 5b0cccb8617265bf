using System.Reflection;
using System.Resources;
using System.Runtime.CompilerServices;
using Bot.Digest.Ports;
using Bot.Digest.Reading;
using Bot.Host.Ingestion;

namespace Bot.Host.CommandLine;

/// <summary>The invented articles that the program carries with it, so that anybody can ask before reading in anything.</summary>
public static class SampleNewsroom
{
    /// <summary>What the resources' names begin with; the project file says the same.</summary>
    private const string Prefix = "samples/";

    /// <summary>Reads the samples in as any articles are; articles that are there already stay as they are.</summary>
    public static Task<IngestionReport> LoadAsync(IServiceProvider services, CancellationToken ct) =>
        ActivatorUtilities.CreateInstance<IngestionPipeline>(services)
            .RunAsync(ReadAsync(services.GetRequiredService<TimeProvider>(), ct), CommunityId.DefaultSet, progress: null, ct);

    /// <summary>Takes the samples out of the archive, and nothing else.</summary>
    /// <returns>How many articles that were.</returns>
    public static async Task<int> RemoveAsync(IServiceProvider services, CancellationToken ct)
    {
        var writer = services.GetRequiredService<IArchiveWriter>();
        var keys = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        await foreach (var item in ReadAsync(services.GetRequiredService<TimeProvider>(), ct))
        {
            var read = item.Document is null ? null : ArticleReader.Read(item.Document);
            if (read is { Article: { } article, Source: { } source })
            {
                keys.TryAdd(source, []);
                keys[source].Add(article.Key);
            }
        }

        var removed = 0;
        foreach (var (source, articles) in keys)
        {
            removed += await writer.RemoveArticlesAsync(CommunityId.DefaultSet, source, articles, ct);
        }

        return removed;
    }

    private static async IAsyncEnumerable<InputItem> ReadAsync(TimeProvider clock, [EnumeratorCancellation] CancellationToken ct)
    {
        var reader = new InputReader(new InputStatement(), clock);
        var carrier = Assembly.GetExecutingAssembly();
        foreach (var name in carrier.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var stream = carrier.GetManifestResourceStream(name) ?? throw new MissingManifestResourceException(name);
            await foreach (var item in reader.ReadAsync(stream, new InputPlace(name), ct))
            {
                yield return item;
            }
        }
    }
}
